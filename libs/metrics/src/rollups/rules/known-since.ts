import { daysBetween, type PlainDate } from '@tandem/kernel';
import type { Placed } from './cell';

/**
 * Since when a row counts in the sums that became known on a day. A conversion is asked for only once the window it lies in is over,
 * days after its entry: whether it was known sooner than that matters to nobody, so it counts since its entry. Otherwise every
 * elapsed day would be kept twice, once as it is and once as the day on which it was recorded.
 */
export const knownSince = (row: Placed, known: PlainDate): PlainDate =>
  row.kind === 'conversion' && daysBetween(row.day, known) <= row.elapsedDays ? row.day : known;
