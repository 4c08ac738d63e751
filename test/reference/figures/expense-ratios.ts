import type { Book, Expense } from '../books/book';
import { fraction, total } from '../exact';
import { money, revenueOf, share, type Answer, type Figure } from './answer';

type Side = Expense['side'];

/** Expense of sales ÷ net sales. */
export const salesExpenseRatio: Figure = {
  key: 'sales_expense_ratio',
  of: (book) => ratioOf(book, ['sales']),
};

/** Expense of both sides ÷ net sales, so that moving a cost across the aisle is no progress. */
export const revenueExpenseRatio: Figure = {
  key: 'revenue_expense_ratio',
  of: (book) => ratioOf(book, ['sales', 'marketing']),
};

function ratioOf(book: Book, sides: readonly Side[]): Answer {
  const revenue = revenueOf(book);
  const lines = book.expenses.filter(({ side }) => sides.includes(side));
  const known = lines.flatMap(({ side, minor }) => (minor === null ? [] : [{ side, minor }]));
  const spent = (some: readonly Side[]) =>
    total(known.filter(({ side }) => some.includes(side)).map(({ minor }) => minor));
  const beside = {
    parts: {
      ...Object.fromEntries(sides.map((side) => [`${side}_expense`, money(spent([side]), book)])),
      net_revenue: money(revenue.minor, book),
    },
    notes: [...revenue.notes, ...(known.length < lines.length ? ['partial_expense'] : [])],
  };
  const unavailable = unknownBecause(book.scope, sides, known);
  if (unavailable !== null) return { value: null, unavailable, ...beside };
  if (revenue.minor <= 0n) return { value: null, unavailable: 'no_net_sales', ...beside };
  return { value: share(fraction(spent(sides), revenue.minor)), ...beside };
}

/** What nobody recorded is unknown, not 0; of the whole organisation each side must have recorded something. */
export function unknownBecause(
  scope: Book['scope'],
  sides: readonly Side[],
  known: readonly { readonly side: Side }[],
): string | null {
  if (known.length > 0) {
    const isHalf = sides.some((side) => !known.some((line) => line.side === side));
    return isHalf && Object.keys(scope).length === 0 ? 'expense_one_sided' : null;
  }
  if ('personId' in scope) return 'expense_not_by_person';
  if ('sourceId' in scope) return 'expense_not_by_source';
  return Object.keys(scope).length > 0 ? 'expense_not_assigned' : 'expense_missing';
}
