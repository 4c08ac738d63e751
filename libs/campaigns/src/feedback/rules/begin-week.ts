import { isoWeekOf, mondayOf, type PlainDate } from '@tandem/kernel';

/** The Monday of the week a day lies in. */
export function weekStartOf(day: PlainDate): PlainDate {
  const monday = mondayOf(isoWeekOf(day));
  if (monday === null) throw new Error('every day lies in a week');
  return monday;
}
