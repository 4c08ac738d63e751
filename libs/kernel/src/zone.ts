import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from './plain-date';

/** An IANA time zone name such as `Asia/Taipei`. */
export type Zone = string;

export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

/** The first instant of a day in a zone; on days that begin after midnight, that later instant. */
export const startOfDay = (day: PlainDate, zone: Zone): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);

/** The calendar date that a clock on the wall in `zone` shows at an instant. */
export const localDate = (instant: Date, zone: Zone): PlainDate =>
  zoned(instant, zone).toPlainDate().toString() as PlainDate;

/** `HH:MM` on the wall in `zone` at an instant. */
export const localTime = (instant: Date, zone: Zone): string =>
  zoned(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' });

/** The instant at which the wall in `zone` shows a date and `HH:MM`; a time skipped in spring is moved on by the gap, of a time shown twice in autumn the first is meant. */
export const instantAt = (day: PlainDate, time: string, zone: Zone): Date =>
  new Date(
    Temporal.PlainDate.from(day).toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' })
      .epochMilliseconds,
  );

const zoned = (instant: Date, zone: Zone) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
