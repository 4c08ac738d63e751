import type { PlainDate } from '@tandem/kernel';

/** Whole days since 1970-01-01 on the wall in Taipei. */
export type DayNumber = number;

const dayMs = 86_400_000;
/** Taipei is eight hours ahead of UTC and has had no clock change since 1979. */
const offsetMs = 8 * 3_600_000;

export const dayOf = (day: PlainDate): DayNumber => Date.parse(`${day}T00:00:00Z`) / dayMs;
export const plainOf = (day: DayNumber): PlainDate => new Date(day * dayMs).toISOString().slice(0, 10) as PlainDate;
export const dayAt = (instant: Date): DayNumber => Math.floor((instant.getTime() + offsetMs) / dayMs);

/** `minutes` after midnight of a day in Taipei. */
export const instantOn = (day: DayNumber, minutes: number): Date => new Date(day * dayMs + minutes * 60_000 - offsetMs);

/** 1 = Monday … 7 = Sunday. */
export const weekday = (day: DayNumber): number => ((day + 3) % 7) + 1;

/** The day itself, or the Monday after a weekend. */
export const workdayFrom = (day: DayNumber): DayNumber => (weekday(day) > 5 ? day + 8 - weekday(day) : day);
/** The day itself, or the Friday before a weekend. */
export const workdayUntil = (day: DayNumber): DayNumber => day - Math.max(0, weekday(day) - 5);

export const monthOf = (day: DayNumber): number => Number(plainOf(day).slice(5, 7));

/** The first day after the calendar quarter of a day. */
export function quarterEnd(day: DayNumber): DayNumber {
  const date = new Date(day * dayMs);
  return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3 + 3, 1) / dayMs;
}
