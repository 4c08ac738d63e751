import { addDays, localDate, startOfDay, weekdayOf, type PlainDate, type Zone } from '@tandem/kernel';

/** A week that is over, and the last moment of it: what was recorded by then is what its snapshot knows. */
export interface DueWeek {
  /** Its first day. */
  readonly from: PlainDate;
  /** Its last day. */
  readonly last: PlainDate;
  readonly knownBy: Date;
}

/** A snapshot that was missed is taken late, as it would have been on time, of so many weeks back. */
export const weeksBack = 8;

/**
 * The weeks of the organisation that are over, oldest first, at most eight back. `weekStart` is the day a week begins with (1 =
 * Monday … 7 = Sunday). It depends on nothing but the settings and the moment: however often or late it is asked, the same weeks are due.
 */
export function dueWeeks(
  now: Date,
  { zone, weekStart }: { readonly zone: Zone; readonly weekStart: number },
): DueWeek[] {
  const today = localDate(now, zone);
  const current = addDays(today, -((weekdayOf(today) - weekStart + 7) % 7));
  return Array.from({ length: weeksBack }, (_, place) => {
    const from = addDays(current, (place - weeksBack) * 7);
    const until = addDays(from, 7);
    return { from, last: addDays(until, -1), knownBy: new Date(startOfDay(until, zone).getTime() - 1) };
  });
}
