import type { PlainDate } from '@tandem/kernel';

export type Grain = 'day' | 'month';

/** Months of days that were asked for before: there are few, and each is asked for very often. */
const months = new Map<PlainDate, PlainDate>();

/** The first day of the month a day lies in. */
export function monthOf(day: PlainDate): PlainDate {
  let month = months.get(day);
  if (month === undefined) months.set(day, (month = `${day.slice(0, 7)}-01` as PlainDate));
  return month;
}
