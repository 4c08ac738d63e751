import { known, unavailable } from './answer';
import { ofBooking, ofExpense } from './contribution';
import type { Computed, Contribution } from './kpi';
import type { ExpenseFact, Facts } from './rules/facts';
import { asMoney, asRatio, note } from './rules/figure-value';
import { sumExpense } from './rules/sum-expense';
import { sumRevenue } from './rules/sum-revenue';

type Side = ExpenseFact['side'];

/** Expense of the sides ÷ net revenue, each side's sum a part of its own. */
export function expenseRatio(facts: Facts, sides: readonly Side[]): Computed {
  const revenue = sumRevenue(facts);
  const expense = sumExpense(facts, sides);
  const parts = [
    ...sides.map((side) => ({
      key: `${side}_expense`,
      value: asMoney(sumExpense(facts, [side]).minor, facts.currency),
    })),
    { key: 'net_revenue', value: asMoney(revenue.minor, facts.currency) },
  ];
  const notes = [...revenue.notes, ...expense.notes];
  if (expense.unavailable) return unavailable(expense.unavailable, { parts, notes });
  if (revenue.minor <= 0n) return unavailable(note('no_net_sales'), { parts, notes });
  return known(asRatio(expense.minor, revenue.minor), { parts, notes });
}

export const expenseRatioContributions = (facts: Facts, sides: readonly Side[]): Contribution[] => [
  ...sumExpense(facts, sides).lines.map((line) => ofExpense(`${line.side}_expense`, line, facts.currency)),
  ...sumRevenue(facts).lines.map((line) =>
    ofBooking('net_revenue', line, asMoney(line.reportingMinor, facts.currency)),
  ),
];
