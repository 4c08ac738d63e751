import type { MoneyWire } from '@tandem/contracts';
import { useMe } from '../api/session.api';
import type { Locale } from '../i18n/language';
import { useLocale } from '../i18n/use-locale';
import { compactMoney, exactMoney } from './money';
import { shownCount, shownRate, shownRatio } from './numbers';
import {
  dayOf,
  shownDay,
  shownDistance,
  shownInstant,
  shownNearDay,
  shownTime,
  shownWeekday,
  shownWeekTime,
} from './time';

/** How the signed-in reader sees amounts, counts and moments: their language, the organisation's zone. */
export function useFormat(): Format {
  const { zone, today } = useMe().organisation;
  return formatOf(useLocale(), zone, today);
}

type Format = ReturnType<typeof makeFormat>;

let kept: { readonly of: string; readonly format: Format } | null = null;

/** One for everything on the screen: a card each would make thousands. */
function formatOf(locale: Locale, zone: string, today: string): Format {
  const of = `${locale} ${zone} ${today}`;
  if (kept?.of !== of) kept = { of, format: makeFormat(locale, zone, today) };
  return kept.format;
}

const makeFormat = (locale: Locale, zone: string, today: string) => ({
  money: (money: MoneyWire) => exactMoney(money, locale),
  compactMoney: (money: MoneyWire) => compactMoney(money, locale),
  count: (count: number) => shownCount(count, locale),
  ratio: (ratio: string, digits?: number) => shownRatio(ratio, locale, digits),
  rate: shownRate,
  day: (day: string) => shownDay(day, locale, today.slice(0, 4)),
  nearDay: (day: string) => shownNearDay(day, locale, today),
  weekday: (day: string) => shownWeekday(day, locale),
  instant: (instant: string) => shownInstant(instant, locale, zone),
  /** On the wall of the organisation, or where somebody else is. */
  time: (instant: string, where = zone) => shownTime(instant, locale, where),
  weekTime: (instant: string, where: string) => shownWeekTime(instant, locale, where),
  dayOf: (instant: string) => dayOf(instant, zone),
  distance: (instant: string, now = Date.now()) => shownDistance(instant, now, locale),
  today,
  zone,
});
