import { known, unavailable } from '../answer';
import { firstByCustomer, ofBooking, ofCustomer } from '../contribution';
import type { Kpi } from '../kpi';
import { asCount, asMoney, asRatio, note, type Note } from '../rules/figure-value';
import { compareRatios, divideHalfEven, ratio, ratioText } from '../rules/ratio';
import { revenueNotes } from '../rules/revenue-notes';
import { isCosted, type SalesSums } from '../rules/sum-sales';

const enoughCoverage = ratio(80n, 100n);

/**
 * Gross profit per customer: (net revenue − direct cost) ÷ distinct customers with a booking line in the period. Unit:
 * money; a ratio of sums, never a mean of ratios. The median of the customers stands beside it where the records behind it are asked for. Lines of unknown cost (or
 * without a rate, or without an account) leave both sides; cost coverage is the share of booked money that remains, and under
 * 80 % the figure is only indicative. Without such a line it is n/a.
 * Source: booking lines with their direct cost.
 */
export const grossProfitPerCustomer: Kpi = {
  key: 'gross_profit_per_customer',
  unit: 'money',
  betterWhen: 'higher',
  isAdditive: false,
  summed: ['net_revenue', 'direct_cost', 'customers'],
  compute(sums) {
    const { sales, currency, customers, medianProfitMinor } = sums;
    const profit = sales.costedRevenueMinor - sales.costMinor;
    const { coverage, notes } = coverageOf(sales);
    const parts = [
      { key: 'net_revenue', value: asMoney(sales.costedRevenueMinor, currency) },
      { key: 'direct_cost', value: asMoney(sales.costMinor, currency) },
      { key: 'gross_profit', value: asMoney(profit, currency) },
      { key: 'customers', value: asCount(customers.costed) },
      ...(medianProfitMinor === undefined
        ? []
        : [{ key: 'median', value: medianProfitMinor === null ? null : asMoney(medianProfitMinor, currency) }]),
      { key: 'cost_coverage', value: coverage && asRatio(coverage.numerator, coverage.denominator) },
    ];
    if (customers.costed === 0) {
      return unavailable(note(sales.lines === 0 ? 'no_customers' : 'cost_unknown'), {
        parts,
        notes: revenueNotes(sales),
      });
    }
    return known(asMoney(divideHalfEven(profit, BigInt(customers.costed)), currency), { parts, notes });
  },
  contributions: ({ bookings, currency }) => {
    const lines = bookings.filter(isCosted);
    return [
      ...lines.map((line) => ofBooking('net_revenue', line, asMoney(line.reportingMinor, currency))),
      ...lines.map((line) => ofBooking('direct_cost', line, asMoney(line.costMinor, currency))),
      ...firstByCustomer(lines).map(([accountId, line]) => ofCustomer('customers', line, accountId)),
    ];
  },
};

/** By the size of the lines, because a refund does not make cost any better known. */
function coverageOf(sales: SalesSums) {
  const coverage = sales.sizeMinor === 0n ? null : ratio(sales.costedSizeMinor, sales.sizeMinor);
  const notes: Note[] = [
    ...revenueNotes(sales),
    ...(coverage && compareRatios(coverage, enoughCoverage) < 0
      ? [note('indicative', { percent: ratioText({ ...coverage, numerator: coverage.numerator * 100n }, 0) })]
      : []),
    ...(sales.nameless > 0 ? [note('without_account', { count: sales.nameless })] : []),
  ];
  return { coverage, notes };
}
