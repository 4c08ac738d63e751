import { known, unavailable } from '../answer';
import { ofBooking, ofQuota } from '../contribution';
import type { Kpi, Part } from '../kpi';
import type { Facts, QuotaShare } from '../rules/facts';
import { asMoney, asRatio, note, type Note } from '../rules/figure-value';
import { revenueNotes } from '../rules/revenue-notes';
import { isConvertible } from '../rules/sum-sales';

/**
 * Quota attainment: credited bookings in the period ÷ quota of the period. Unit: ratio; may be negative.
 * The quota of the organisation or an office is the sum of its teams' quotas, of a person their own; the sum of a team's
 * people stands beside it and shows over-assignment. Somebody who joins or leaves inside the period carries the share of
 * its working days. A missing quota or one of 0 is n/a, and a source has none.
 * Source: booking lines, and the latest revision of each quota.
 */
export const quotaAttainment: Kpi = {
  key: 'quota_attainment',
  unit: 'ratio',
  betterWhen: 'higher',
  isAdditive: true,
  summed: ['bookings', 'quota', 'people_quota'],
  compute(sums) {
    const { sales, currency, scope } = sums;
    const own = ownQuotas(sums);
    const quota = own.length === 0 ? null : sum(own);
    const people = peopleQuotas(sums);
    const parts: Part[] = [
      { key: 'bookings', value: asMoney(sales.revenueMinor, currency) },
      { key: 'quota', value: quota === null ? null : asMoney(quota, currency) },
      ...(people.length > 0 ? [{ key: 'people_quota', value: asMoney(sum(people), currency) }] : []),
    ];
    const notes = [...revenueNotes(sales), ...quotaNotes(sums)];
    if (scope.sourceId !== undefined) return unavailable(note('quota_not_by_source'), { parts, notes });
    if (quota === null) return unavailable(note('quota_missing'), { parts, notes });
    if (quota === 0n) return unavailable(note('quota_zero'), { parts, notes });
    return known(asRatio(sales.revenueMinor, quota), { parts, notes });
  },
  contributions: (facts) => [
    ...facts.bookings
      .filter(isConvertible)
      .map((line) => ofBooking('bookings', line, asMoney(line.reportingMinor, facts.currency))),
    ...ownQuotas(facts).map((share) => ofQuota('quota', share, facts.currency)),
    ...peopleQuotas(facts).map((share) => ofQuota('people_quota', share, facts.currency)),
  ],
};

type Assigned = Pick<Facts, 'scope' | 'quotas' | 'currency'>;

function ownQuotas({ scope, quotas }: Assigned): readonly QuotaShare[] {
  if (scope.sourceId !== undefined) return [];
  return scope.personId === undefined
    ? quotas.filter(({ teamId }) => teamId !== null)
    : quotas.filter(({ personId }) => personId !== null);
}

const peopleQuotas = ({ scope, quotas }: Assigned): readonly QuotaShare[] =>
  scope.personId === undefined && scope.sourceId === undefined
    ? quotas.filter(({ personId }) => personId !== null)
    : [];

function quotaNotes(facts: Assigned): Note[] {
  const own = ownQuotas(facts);
  const people = peopleQuotas(facts);
  const over = own.length > 0 && sum(people) > sum(own);
  return [
    ...(own.some(({ isProrated }) => isProrated) ? [note('quota_prorated')] : []),
    ...(over
      ? [note('quota_over_assigned', { people: asMoneyFact(sum(people), facts), quota: asMoneyFact(sum(own), facts) })]
      : []),
  ];
}

const asMoneyFact = (amountMinor: bigint, { currency }: Assigned) => ({ amountMinor, currency });

const sum = (shares: readonly QuotaShare[]): bigint =>
  shares.reduce((total, { amountMinor }) => total + amountMinor, 0n);
