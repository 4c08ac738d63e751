import { fraction, nearest, total } from '../exact';
import { count, money, revenueOf, share, type Figure } from './answer';

/** (Net revenue − direct cost) ÷ distinct customers, of the lines whose cost, rate and customer are known. */
export const grossProfitPerCustomer: Figure = {
  key: 'gross_profit_per_customer',
  of: (book) => {
    const revenue = revenueOf(book);
    const known = revenue.lines.flatMap(({ accountId, minor, costMinor }) =>
      accountId === null || costMinor === null ? [] : [{ accountId, minor, costMinor }],
    );
    const customers = [...new Set(known.map(({ accountId }) => accountId))];
    const profit = (of: typeof known) => total(of.map(({ minor, costMinor }) => minor - costMinor));
    const [covered, all] = [sizeOf(known), sizeOf(revenue.lines)];
    const parts = {
      net_revenue: money(total(known.map(({ minor }) => minor)), book),
      direct_cost: money(total(known.map(({ costMinor }) => costMinor)), book),
      gross_profit: money(profit(known), book),
      customers: count(customers.length),
      cost_coverage: all === 0n ? null : share(fraction(covered, all)),
    };
    if (customers.length === 0) {
      const unavailable = book.lines.length === 0 ? 'no_customers' : 'cost_unknown';
      return { value: null, unavailable, parts, notes: revenue.notes };
    }
    const notes = [
      ...revenue.notes,
      ...(all > 0n && covered * 100n < all * 80n ? ['indicative'] : []),
      ...(revenue.lines.some(({ accountId }) => accountId === null) ? ['without_account'] : []),
    ];
    const value = money(nearest(fraction(profit(known), BigInt(customers.length))), book);
    return { value, parts, notes };
  },
};

const sizeOf = (lines: readonly { readonly minor: bigint }[]): bigint =>
  total(lines.map(({ minor }) => (minor < 0n ? -minor : minor)));
