import { addDays, dateFrom, localDate, refusal, startOfDay, type Refusal, type Zone } from '@tandem/kernel';

/** Farther back nobody kept records here, and no database knows the calendar. */
const earliest = '1901-01-01';

/**
 * The last instant whose knowledge counts: the end of a day, which is included, in the organisation's zone, but never later than
 * now; or the very moment, when one is given. A day or moment to come is refused, because nobody knows it.
 */
export function knownBy(
  asOf: string | Date,
  { now, zone }: { readonly now: Date; readonly zone: Zone },
): Date | Refusal {
  const today = localDate(now, zone);
  if (typeof asOf !== 'string') return asOf > now ? isToCome(localDate(asOf, zone), today) : asOf;
  const day = dateFrom(asOf);
  if (!day) {
    return refusal('as_of.unknown', 'There is no such day. Write it as 2026-03-31.', { pointer: '/asOf', asOf });
  }
  if (day > today) return isToCome(day, today);
  const end = startOfDay(addDays(dateFrom(day < earliest ? earliest : day) ?? day, 1), zone).getTime() - 1;
  return new Date(Math.min(end, now.getTime()));
}

const isToCome = (asOf: string, today: string): Refusal =>
  refusal('as_of.future', `What will be known on ${asOf} nobody knows yet: it is ${today}.`, {
    pointer: '/asOf',
    asOf,
    today,
  });
