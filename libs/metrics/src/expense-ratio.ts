import { known, unavailable } from './answer';
import { ofBooking, ofExpense } from './contribution';
import type { Computed, Contribution } from './kpi';
import type { ExpenseFact, Facts } from './rules/facts';
import { asMoney, asRatio, note } from './rules/figure-value';
import { sumExpense } from './rules/sum-expense';
import { revenueNotes } from './rules/revenue-notes';
import type { Sums } from './rules/sum-facts';
import { isConvertible } from './rules/sum-sales';

type Side = ExpenseFact['side'];

/** Expense of the sides ÷ net revenue, each side's sum a part of its own. */
export function expenseRatio(sums: Sums, sides: readonly Side[]): Computed {
  const { sales, currency } = sums;
  const expense = sumExpense(sums, sides);
  const parts = [
    ...sides.map((side) => ({
      key: `${side}_expense`,
      value: asMoney(sumExpense(sums, [side]).minor, currency),
    })),
    { key: 'net_revenue', value: asMoney(sales.revenueMinor, currency) },
  ];
  const notes = [...revenueNotes(sales), ...expense.notes];
  if (expense.unavailable) return unavailable(expense.unavailable, { parts, notes });
  if (sales.revenueMinor <= 0n) return unavailable(note('no_net_sales'), { parts, notes });
  return known(asRatio(expense.minor, sales.revenueMinor), { parts, notes });
}

export const expenseRatioContributions = (facts: Facts, sides: readonly Side[]): Contribution[] => [
  ...sumExpense(facts, sides).lines.map((line) => ofExpense(`${line.side}_expense`, line, facts.currency)),
  ...facts.bookings
    .filter(isConvertible)
    .map((line) => ofBooking('net_revenue', line, asMoney(line.reportingMinor, facts.currency))),
];
