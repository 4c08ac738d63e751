import { date, daysBetween, type PlainDate } from '@tandem/kernel';

const epoch = date('1970-01-01');
/** Days that were asked for before: there are few, and each is asked for very often. */
const known = new Map<PlainDate, number>();

/** The number of a day, as packed sums hold it. */
export function dayNumber(day: PlainDate): number {
  let number = known.get(day);
  if (number === undefined) known.set(day, (number = daysBetween(epoch, day)));
  return number;
}
