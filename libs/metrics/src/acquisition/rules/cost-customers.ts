import type { ExpenseFact, Facts, NewCustomer } from '../../rules/facts';
import { note, type Note } from '../../rules/figure-value';
import { divideHalfEven, ratio, type Ratio } from '../../rules/ratio';
import { sumExpense, type Expense } from '../../rules/sum-expense';

export interface AcquisitionCost {
  /** Minor units of the reporting currency, half even; null exactly when `unavailable` says why. */
  readonly minor: bigint | null;
  /** The same before it was rounded. */
  readonly exact: Ratio | null;
  readonly unavailable: Note | null;
  readonly notes: readonly Note[];
  /** Expense of both sides, and of each; null, like the customers, when nothing at all can be known. */
  readonly expenseMinor: bigint | null;
  readonly salesMinor: bigint | null;
  readonly marketingMinor: bigint | null;
  readonly customers: number | null;
}

const sides: readonly ExpenseFact['side'][] = ['sales', 'marketing'];

/**
 * Cost of acquiring a customer: (sales expense + marketing expense) ÷ new customers, both of the period. Unit: money for one customer.
 * New customers are those of the variant that the hand-off contract calls *the* number, each once, by the earliest
 * booking. No new customer, no expense recorded, or expense of one side only: n/a with its reason, never 0. Expense below 0
 * (more was taken back than spent) stands as it is. Expense lines without a rate stay out and the sum is called partial.
 * Source: expense lines and booking lines.
 */
export function costCustomers(facts: Facts): AcquisitionCost {
  const expense = sumExpense(facts, sides);
  const customers = newCustomersOf(facts).length;
  const sums = {
    expenseMinor: expense.minor,
    salesMinor: sumExpense(facts, ['sales']).minor,
    marketingMinor: sumExpense(facts, ['marketing']).minor,
    customers,
  };
  const why = whyNot(expense, customers);
  if (why) return { minor: null, exact: null, unavailable: why, notes: expense.notes, ...sums };
  return {
    minor: divideHalfEven(expense.minor, BigInt(customers)),
    exact: ratio(expense.minor, BigInt(customers)),
    unavailable: null,
    notes: expense.notes,
    ...sums,
  };
}

const whyNot = (expense: Expense, customers: number): Note | null =>
  expense.unavailable ?? (customers === 0 ? note('no_new_customers') : null);

/** The new customers that count, each once, credited like the earliest booking that made it new. */
export function newCustomersOf(facts: Pick<Facts, 'newCustomers' | 'newCustomerVariant'>): NewCustomer[] {
  const first = new Map<string, NewCustomer>();
  for (const customer of facts.newCustomers) {
    if (customer.variant !== facts.newCustomerVariant) continue;
    const known = first.get(customer.accountId);
    if (!known || customer.date < known.date) first.set(customer.accountId, customer);
  }
  return [...first.values()];
}

/** The same facts with every new customer once, so that by source they add up to the whole. */
export const withCustomersOnce = (facts: Facts): Facts => ({ ...facts, newCustomers: newCustomersOf(facts) });
