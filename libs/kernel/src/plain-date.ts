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

/** A day that four digits of a year cannot write: no table and no comparison would know it. */
export class BeyondCalendar extends RangeError {}

/** Throws `BeyondCalendar` after 9999-12-31 and before the year 1. */
export function addDays(day: PlainDate, days: number): PlainDate {
  const number = numberOf(day) + days;
  if (!(number >= firstDay && number <= lastDay)) throw beyond(day, `${days} days`);
  return dateOf(number);
}

/** Month ends are clamped: one month after 31 January is 28 or 29 February. Throws `BeyondCalendar` as `addDays` does. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const moved = Temporal.PlainDate.from(day).add({ months });
  if (moved.year < 1 || moved.year > 9999) throw beyond(day, `${months} months`);
  return moved.toString() as PlainDate;
}

/** Whole days from `from` to `until`; negative when `until` lies before. */
export const daysBetween = (from: PlainDate, until: PlainDate): number => numberOf(until) - numberOf(from);

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: PlainDate): number => weekday(numberOf(day));

/** The ISO 8601 week, as in `2017-W20`. */
export function isoWeekOf(day: PlainDate): string {
  const number = numberOf(day);
  // A week belongs to the year of its Thursday.
  const thursday = number + 4 - weekday(number);
  const year = dateOf(thursday).slice(0, 4);
  const week = Math.floor((thursday - numberOf(`${year}-01-01` as PlainDate)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Monday of an ISO week such as `2017-W20`; null when there is no such week. */
export function mondayOf(week: string): PlainDate | null {
  const match = /^(\d{4})-W(\d{2})$/.exec(week);
  if (!match || match[1] === '0000') return null;
  const fourth = numberOf(`${match[1]}-01-04` as PlainDate);
  const found = dateOf(fourth - weekday(fourth) + 1 + (Number(match[2]) - 1) * 7);
  return isoWeekOf(found) === week ? found : null;
}

const dayMs = 86_400_000;

/** Days since 1970-01-01. Whole days need no calendar library, and planners count many of them. */
const numberOf = (day: PlainDate): number => Date.parse(day) / dayMs;
const dateOf = (number: number): PlainDate => new Date(number * dayMs).toISOString().slice(0, 10) as PlainDate;
const firstDay = numberOf('0001-01-01' as PlainDate);
const lastDay = numberOf('9999-12-31' as PlainDate);
const beyond = (day: PlainDate, moved: string) =>
  new BeyondCalendar(`${day} and ${moved} is no day from 0001-01-01 to 9999-12-31`);
const weekday = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;
