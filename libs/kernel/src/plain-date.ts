import { Temporal } from 'temporal-polyfill';

declare const plain: unique symbol;
/** A calendar date `YYYY-MM-DD` that no time zone ever shifts. */
export type PlainDate = string & { readonly [plain]: true };

/** Reads ISO text as a date; null for a date that does not exist. */
export function dateFrom(text: string): PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '1000-01-01') return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as PlainDate;
  } catch {
    return null;
  }
}

/** A date known to be right, such as a literal; throws on anything else. */
export function date(text: string): PlainDate {
  const found = dateFrom(text);
  if (found === null) throw new Error(`not a date: ${text}`);
  return found;
}

export const addDays = (day: PlainDate, days: number): PlainDate =>
  Temporal.PlainDate.from(day).add({ days }).toString() as PlainDate;

/** Month ends are clamped: one month after 31 January is 28 or 29 February. */
export const addMonths = (day: PlainDate, months: number): PlainDate =>
  Temporal.PlainDate.from(day).add({ months }).toString() as PlainDate;

/** Whole days from `from` to `until`; negative when `until` lies before. */
export const daysBetween = (from: PlainDate, until: PlainDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until), { largestUnit: 'days' }).days;

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: PlainDate): number => Temporal.PlainDate.from(day).dayOfWeek;

/** The ISO 8601 week, as in `2017-W20`. */
export function isoWeekOf(day: PlainDate): string {
  const found = Temporal.PlainDate.from(day);
  return `${String(found.yearOfWeek)}-W${String(found.weekOfYear).padStart(2, '0')}`;
}

/** Monday of an ISO week such as `2017-W20`; null when there is no such week. */
export function mondayOf(week: string): PlainDate | null {
  const match = /^(\d{4})-W(\d{2})$/.exec(week);
  if (!match) return null;
  const fourth = Temporal.PlainDate.from(`${match[1]}-01-04`);
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: Number(match[2]) - 1 });
  const found = monday.toString() as PlainDate;
  return isoWeekOf(found) === week ? found : null;
}
