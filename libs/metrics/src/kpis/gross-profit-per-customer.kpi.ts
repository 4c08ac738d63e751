import { known, unavailable } from '../answer';
import { firstByCustomer, ofBooking, ofCustomer } from '../contribution';
import type { Kpi } from '../kpi';
import type { BookingFact, Facts } from '../rules/facts';
import { asCount, asMoney, asRatio, note, type Note } from '../rules/figure-value';
import { medianMinor } from '../rules/percentile';
import { compareRatios, divideHalfEven, ratio, ratioText } from '../rules/ratio';
import { sumRevenue } from '../rules/sum-revenue';

const enoughCoverage = ratio(80n, 100n);

type Costed = BookingFact & { readonly reportingMinor: bigint; readonly costMinor: bigint; readonly accountId: string };

/**
 * Gross profit per customer: (net revenue − direct cost) ÷ distinct customers with a booking line in the period. Unit:
 * money; a ratio of sums, never a mean of ratios. The median of the customers stands beside it. Lines of unknown cost (or
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
  compute(facts) {
    const { currency } = facts;
    const lines = costed(facts);
    const [revenue, cost] = [sum(lines, 'reportingMinor'), sum(lines, 'costMinor')];
    const profits = profitByCustomer(lines);
    const middle = medianMinor(profits);
    const { coverage, notes } = coverageOf(facts, lines);
    const parts = [
      { key: 'net_revenue', value: asMoney(revenue, currency) },
      { key: 'direct_cost', value: asMoney(cost, currency) },
      { key: 'gross_profit', value: asMoney(revenue - cost, currency) },
      { key: 'customers', value: asCount(profits.length) },
      { key: 'median', value: middle === null ? null : asMoney(middle, currency) },
      { key: 'cost_coverage', value: coverage && asRatio(coverage.numerator, coverage.denominator) },
    ];
    if (profits.length === 0) {
      return unavailable(note(facts.bookings.length === 0 ? 'no_customers' : 'cost_unknown'), {
        parts,
        notes: sumRevenue(facts).notes,
      });
    }
    return known(asMoney(divideHalfEven(revenue - cost, BigInt(profits.length)), currency), { parts, notes });
  },
  contributions: (facts) => {
    const lines = costed(facts);
    return [
      ...lines.map((line) => ofBooking('net_revenue', line, asMoney(line.reportingMinor, facts.currency))),
      ...lines.map((line) => ofBooking('direct_cost', line, asMoney(line.costMinor, facts.currency))),
      ...firstByCustomer(lines).map(([accountId, line]) => ofCustomer('customers', line, accountId)),
    ];
  },
};

const costed = (facts: Facts): Costed[] =>
  sumRevenue(facts).lines.filter((line): line is Costed => line.costMinor !== null && line.accountId !== null);

const sum = (lines: readonly Costed[], of: 'reportingMinor' | 'costMinor'): bigint =>
  lines.reduce((total, line) => total + line[of], 0n);

function profitByCustomer(lines: readonly Costed[]): bigint[] {
  const profits = new Map<string, bigint>();
  for (const line of lines) {
    profits.set(line.accountId, (profits.get(line.accountId) ?? 0n) + line.reportingMinor - line.costMinor);
  }
  return [...profits.values()];
}

/** By the size of the lines, because a refund does not make cost any better known. */
function coverageOf(facts: Facts, lines: readonly Costed[]) {
  const revenue = sumRevenue(facts);
  const size = (some: readonly { readonly reportingMinor: bigint }[]) =>
    some.reduce((total, { reportingMinor }) => total + (reportingMinor < 0n ? -reportingMinor : reportingMinor), 0n);
  const whole = size(revenue.lines);
  const coverage = whole === 0n ? null : ratio(size(lines), whole);
  const nameless = revenue.lines.filter(({ accountId }) => accountId === null).length;
  const notes: Note[] = [
    ...revenue.notes,
    ...(coverage && compareRatios(coverage, enoughCoverage) < 0
      ? [note('indicative', { percent: ratioText({ ...coverage, numerator: coverage.numerator * 100n }, 0) })]
      : []),
    ...(nameless > 0 ? [note('without_account', { count: nameless })] : []),
  ];
  return { coverage, notes };
}
