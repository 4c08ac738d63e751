import type { Locale } from '../i18n/language';
import { dateFormat, distanceFormat } from './intl';

/** A calendar date has no zone: it is read and shown as UTC so that none shifts it. */
const asUtc = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** `23 Nov 2026`, `2026年11月23日`; without the year where it is this one. */
export function shownDay(day: string, locale: Locale, thisYear?: string): string {
  const year = day.slice(0, 4) === thisYear ? undefined : 'numeric';
  return dateFormat(localeOfDates(locale), {
    day: 'numeric',
    month: 'short',
    year,
    timeZone: 'UTC',
  }).format(asUtc(day));
}

/** On a crowded card the year only stands where one could doubt it. */
export const shownNearDay = (day: string, locale: Locale, today: string): string =>
  shownDay(day, locale, Math.abs(daysBetween(today, day)) < 300 ? day.slice(0, 4) : undefined);

export const shownWeekday = (day: string, locale: Locale): string =>
  dateFormat(localeOfDates(locale), { weekday: 'short', timeZone: 'UTC' }).format(asUtc(day));

/** A moment on the wall of the organisation. */
export const shownInstant = (instant: string, locale: Locale, zone: string): string =>
  dateFormat(localeOfDates(locale), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(new Date(instant));

/** `14:05` on the wall of a place. */
export const shownTime = (instant: string, locale: Locale, zone: string): string =>
  dateFormat(localeOfDates(locale), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(new Date(instant));

/** `Tue 09:00` on the wall of a place. */
export const shownWeekTime = (instant: string, locale: Locale, zone: string): string =>
  `${dateFormat(localeOfDates(locale), { weekday: 'short', timeZone: zone }).format(new Date(instant))} ${shownTime(instant, locale, zone)}`;

/** The calendar date of an instant in the organisation's zone, `YYYY-MM-DD`. */
export const dayOf = (instant: string, zone: string): string =>
  dateFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }).format(new Date(instant));

/** Days are written the British way in English: the order is never in doubt. */
const localeOfDates = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale);

export const daysBetween = (from: string, until: string): number =>
  Math.round((asUtc(until).getTime() - asUtc(from).getTime()) / 86_400_000);

export const nextDay = (day: string): string => new Date(asUtc(day).getTime() + 86_400_000).toISOString().slice(0, 10);

/** `in 3 hours`, `5 天前`: the largest unit that is not zero. */
export function shownDistance(instant: string, now: number, locale: Locale): string {
  const seconds = Math.round((new Date(instant).getTime() - now) / 1000);
  const format = distanceFormat(locale, { numeric: 'auto' });
  const size = Math.abs(seconds);
  if (size < 60) return format.format(0, 'minute');
  if (size < 3600) return format.format(Math.trunc(seconds / 60), 'minute');
  if (size < 86_400) return format.format(Math.trunc(seconds / 3600), 'hour');
  return format.format(Math.trunc(seconds / 86_400), 'day');
}
