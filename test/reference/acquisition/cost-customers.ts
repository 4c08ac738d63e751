import type { Book } from '../books/book';
import { fraction, nearest, total } from '../exact';
import { unknownBecause } from '../figures/expense-ratios';

/** What a new customer cost both sides. */
export interface Cost {
  /** Null with a reason. */
  readonly minor: bigint | null;
  readonly unavailable: string | null;
  readonly notes: readonly string[];
  readonly sales: bigint;
  readonly marketing: bigint;
  readonly customers: number;
}

/** Expense of both sides ÷ distinct new customers in the sense both agreed on. */
export function costCustomers(book: Book): Cost {
  const known = book.expenses.flatMap(({ side, minor }) => (minor === null ? [] : [{ side, minor }]));
  const spentBy = (of: 'sales' | 'marketing') =>
    total(known.filter(({ side }) => side === of).map(({ minor }) => minor));
  const [sales, marketing] = [spentBy('sales'), spentBy('marketing')];
  const became = book.newCustomers.filter(({ variant }) => variant === book.variant);
  const customers = new Set(became.map(({ accountId }) => accountId)).size;
  const unavailable =
    unknownBecause(book.scope, ['sales', 'marketing'], known) ?? (customers === 0 ? 'no_new_customers' : null);
  const notes = known.length < book.expenses.length ? ['partial_expense'] : [];
  const minor = unavailable === null ? nearest(fraction(sales + marketing, BigInt(customers))) : null;
  return { minor, unavailable, notes, sales, marketing, customers };
}

/** Who became new twice in a period counts with the first time alone, so that sources add up to the whole. */
export const customersOnce = (book: Book): Book => ({
  ...book,
  newCustomers: book.newCustomers.filter(
    ({ accountId, variant }, place, all) =>
      all.findIndex((one) => one.accountId === accountId && one.variant === variant) === place,
  ),
});
