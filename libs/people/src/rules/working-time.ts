import { addDays, daysBetween, instantAt, localDate, weekdayOf, type PlainDate, type Zone } from '@tandem/kernel';

/** When somebody works: the same hours on each working day, in their own zone. */
export interface WorkingCalendar {
  readonly zone: Zone;
  /** `HH:MM` on the wall. */
  readonly opens: string;
  readonly closes: string;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekdays: readonly number[];
  readonly holidays: readonly PlainDate[];
}

const minute = 60_000;
/** No working day within this many days means the calendar never opens. */
const farthest = 3_660;
/** Whoever looks somebody up wants to know of these days. */
const farthestLooked = 31;

export const isWorkingDay = (calendar: WorkingCalendar, day: PlainDate): boolean =>
  calendar.weekdays.includes(weekdayOf(day)) && !calendar.holidays.includes(day);

/** A stretch of working time. */
export interface WorkingSpan {
  readonly from: Date;
  readonly until: Date;
}

/** The stretches of working time in `[from, until)`, in their order. */
export function workingSpans(calendar: WorkingCalendar, from: Date, until: Date): WorkingSpan[] {
  const spans: WorkingSpan[] = [];
  const last = localDate(until, calendar.zone);
  for (let day = localDate(from, calendar.zone); day <= last; day = addDays(day, 1)) {
    if (!isWorkingDay(calendar, day)) continue;
    const { opens, closes } = hoursOf(calendar, day);
    const span = { from: Math.max(opens, from.getTime()), until: Math.min(closes, until.getTime()) };
    if (span.from < span.until) spans.push({ from: new Date(span.from), until: new Date(span.until) });
  }
  return spans;
}

/** Minutes of working time in `[from, until)`; 0 when `until` is not after `from`. Source: definitions, hand-off SLA. */
export function workingMinutes(calendar: WorkingCalendar, from: Date, until: Date): number {
  let total = 0;
  const last = localDate(until, calendar.zone);
  for (let day = localDate(from, calendar.zone); day <= last; day = addDays(day, 1)) {
    if (!isWorkingDay(calendar, day)) continue;
    const { opens, closes } = hoursOf(calendar, day);
    total += Math.max(0, Math.min(closes, until.getTime()) - Math.max(opens, from.getTime()));
  }
  return total / minute;
}

/** Whole seconds of working time until something is due; below 0 it is late by so much. */
export function workingSecondsLeft(calendar: WorkingCalendar, now: Date, due: Date): number {
  const [from, until] = due < now ? [due, now] : [now, due];
  const seconds = Math.floor(workingMinutes(calendar, from, until) * 60);
  return due < now ? 0 - seconds : seconds;
}

/** The instant at which `minutes` of working time have passed since `from`. */
export function addWorkingMinutes(calendar: WorkingCalendar, from: Date, minutes: number): Date {
  let left = minutes * minute;
  let day = localDate(from, calendar.zone);
  for (let passed = 0; passed < farthest; passed++, day = addDays(day, 1)) {
    if (!isWorkingDay(calendar, day)) continue;
    const { opens, closes } = hoursOf(calendar, day);
    const start = Math.max(opens, from.getTime());
    if (start + left <= closes && start <= closes) return new Date(start + left);
    left -= Math.max(0, closes - start);
  }
  throw new Error('this calendar has no working time');
}

/** Whether somebody works by this calendar at an instant, and when that changes; null when it does not within a month. */
export function workAt(
  calendar: WorkingCalendar,
  at: Date,
): { readonly isAtWork: boolean; readonly changesAt: Date | null } {
  let day = localDate(at, calendar.zone);
  for (let passed = 0; passed <= farthestLooked; passed++, day = addDays(day, 1)) {
    if (!isWorkingDay(calendar, day)) continue;
    const { opens, closes } = hoursOf(calendar, day);
    if (at.getTime() < opens) return { isAtWork: false, changesAt: new Date(opens) };
    if (at.getTime() < closes) return { isAtWork: true, changesAt: new Date(closes) };
  }
  return { isAtWork: false, changesAt: null };
}

/** Working days in `[from, until)`, from whole weeks and what is left of one: figures ask for thousands of spans at a time. */
export function workingDays(calendar: WorkingCalendar, from: PlainDate, until: PlainDate): number {
  const days = daysBetween(from, until);
  if (days <= 0) return 0;
  const weekdays = new Set(calendar.weekdays);
  const first = weekdayOf(from) - 1;
  const rest = Array.from({ length: days % 7 }, (_, passed) => ((first + passed) % 7) + 1);
  const closed = [...new Set(calendar.holidays)].filter(
    (day) => day >= from && day < until && weekdays.has(weekdayOf(day)),
  );
  return Math.floor(days / 7) * weekdays.size + rest.filter((day) => weekdays.has(day)).length - closed.length;
}

const hoursOf = ({ zone, opens, closes }: WorkingCalendar, day: PlainDate) => ({
  opens: instantAt(day, opens, zone).getTime(),
  closes: instantAt(day, closes, zone).getTime(),
});
