import { fraction, total } from '../exact';
import { money, revenueOf, share, type Answer, type Figure } from './answer';

/** Credited bookings ÷ quota; of a person their own, else the sum of the teams', with the sum of their people's beside it. */
export const quotaAttainment: Figure = {
  key: 'quota_attainment',
  of: (book) => {
    const revenue = revenueOf(book);
    const [bySource, byPerson] = ['sourceId' in book.scope, 'personId' in book.scope];
    const ofPeople = bySource ? [] : book.quotas.filter(({ ofTeam }) => !ofTeam);
    const own = bySource ? [] : book.quotas.filter(({ ofTeam }) => ofTeam !== byPerson);
    const sum = (shares: typeof own) => total(shares.map(({ minor }) => minor));
    const quota = own.length > 0 ? sum(own) : null;
    const people = byPerson ? [] : ofPeople;
    const beside: Pick<Answer, 'parts' | 'notes'> = {
      parts: {
        bookings: money(revenue.minor, book),
        quota: quota === null ? null : money(quota, book),
        ...(people.length > 0 ? { people_quota: money(sum(people), book) } : {}),
      },
      notes: [
        ...revenue.notes,
        ...(own.some(({ isProrated }) => isProrated) ? ['quota_prorated'] : []),
        ...(quota !== null && sum(people) > quota ? ['quota_over_assigned'] : []),
      ],
    };
    if (bySource) return { value: null, unavailable: 'quota_not_by_source', ...beside };
    if (quota === null) return { value: null, unavailable: 'quota_missing', ...beside };
    if (quota === 0n) return { value: null, unavailable: 'quota_zero', ...beside };
    return { value: share(fraction(revenue.minor, quota)), ...beside };
  },
};
