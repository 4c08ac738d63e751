import type { PlainDate } from '@tandem/kernel';
import type { Placed } from './cell';
import { dayNumber } from './day-number';

/**
 * Since when a row counts in the sums that became known on a day. A conversion is asked for only once the window it lies in is over,
 * days after its entry: whether it was known sooner than that matters to nobody, so it counts since its entry. Otherwise every
 * elapsed day would be kept twice, once as it is and once as the day on which it was recorded.
 */
export const knownSince = (row: Placed, known: PlainDate): PlainDate =>
  row.kind === 'conversion' ? conversionKnownSince(row, known) : known;

export const conversionKnownSince = (
  { day, elapsedDays }: { readonly day: PlainDate; readonly elapsedDays: number },
  known: PlainDate,
): PlainDate => (dayNumber(known) - dayNumber(day) <= elapsedDays ? day : known);
