import type { PlainDate } from '@tandem/kernel';
import type { Placed } from './cell';
import { dayNumber } from './day-number';

/**
 * Since when a row counts in the sums that became known on a day. A conversion is asked for only once the window it lies in is over,
 * days after its entry: whether it was known sooner than that matters to nobody, so it counts since its entry. Otherwise every
 * elapsed day would be kept twice, once as it is and once as the day on which it was recorded. A waterfall changes with each day of its
 * period, of which nobody asks again: until the period is over, sums are only asked what is known now.
 */
export function knownSince(row: Placed, known: PlainDate): PlainDate {
  if (row.kind === 'conversion') return conversionKnownSince(row, known);
  return row.kind === 'waterfall' ? waterfallKnownSince(row, known) : known;
}

export const waterfallKnownSince = ({ last }: { readonly last: PlainDate }, known: PlainDate): PlainDate =>
  known > last ? known : last;

export const conversionKnownSince = (
  { day, elapsedDays }: { readonly day: PlainDate; readonly elapsedDays: number },
  known: PlainDate,
): PlainDate => (dayNumber(known) - dayNumber(day) <= elapsedDays ? day : known);
