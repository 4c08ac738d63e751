import { moneyText, type Locale } from '@tandem/kernel';
import { text } from '@tandem/language';
import type { Amount, FigureValue, Json, Name } from './rules/agenda-facts';
import { tenThousandths } from './rules/weigh-values';

/** An amount as the facts of an item keep it, in words. */
export const sayMoney = ({ amountMinor, currency }: Amount): string =>
  moneyText({ amountMinor: BigInt(amountMinor), currency });

/** A share as percent with one digit and no blank: `62.1%`. */
export function sayShare(ratio: string): string {
  const tenths = Math.round(tenThousandths(ratio) / 10);
  const shown = tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
  return `${shown.replace('-', '−')}%`;
}

/** Ten-thousandths as points: 500 is `5`. */
export const sayPoints = (tenThousandthsOfOne: number): string =>
  tenThousandthsOfOne % 100 === 0 ? String(tenThousandthsOfOne / 100) : (tenThousandthsOfOne / 100).toFixed(1);

export function sayValue(value: FigureValue | null, locale: Locale): string {
  if (!value) return text(locale, 'meetings:notAvailable');
  if (value.unit === 'ratio') return sayShare(value.ratio);
  return value.unit === 'count' ? sayCount(value.count, locale) : sayMoney(value.money);
}

export const sayCount = (count: number, locale: Locale): string => formatOfCounts(locale).format(count);

export const sayName = ({ en, zhTW }: Name, locale: Locale): string => (locale === 'zh-TW' ? (zhTW ?? en) : en);

const day = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const shapes = {
  day,
  weekday: { weekday: 'long' },
  moment: { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const;
/** English dates put the day before the month, as on the screens. */
const localeOfDates = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale);

/** A calendar date; no zone shifts it. */
export const sayDay = (date: string, locale: Locale): string =>
  formatOfDates(locale, 'UTC', 'day').format(new Date(`${date}T00:00:00Z`));

export const sayWeekday = (date: string, locale: Locale): string =>
  formatOfDates(locale, 'UTC', 'weekday').format(new Date(`${date}T00:00:00Z`));

/** Date and time on the wall of a zone. */
export const sayMoment = (instant: string, locale: Locale, zone: string): string =>
  formatOfDates(locale, zone, 'moment').format(new Date(instant));

/** How one reader is told facts that were kept as plain values. */
export interface Telling {
  readonly locale: Locale;
  /** The zone of the meeting. */
  readonly zone: string;
}

/** Words a kept fact by what it looks like: a name, an amount, or itself. Absent facts are empty. */
export function sayFact(fact: Json | undefined, locale: Locale): string {
  if (fact === null || fact === undefined) return '';
  if (typeof fact === 'number') return sayCount(fact, locale);
  if (typeof fact !== 'object') return String(fact);
  if ('amountMinor' in fact) return sayMoney(fact as Amount);
  if ('en' in fact) return sayName(fact as Name, locale);
  throw new Error('this fact has no words of its own');
}

/** Sentences one after the other; Chinese puts no blank between them. */
export const saySentences = (sentences: readonly string[], locale: Locale): string =>
  sentences.filter((sentence) => sentence !== '').join(locale === 'zh-TW' ? '' : ' ');

// Making a format takes a hundred times as long as using it, and a letter uses a hundred.
const countFormats = new Map<Locale, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function formatOfCounts(locale: Locale): Intl.NumberFormat {
  const known = countFormats.get(locale) ?? new Intl.NumberFormat(locale);
  countFormats.set(locale, known);
  return known;
}

function formatOfDates(locale: Locale, timeZone: string, shape: keyof typeof shapes): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${shape}`;
  const known = dateFormats.get(key) ?? new Intl.DateTimeFormat(localeOfDates(locale), { timeZone, ...shapes[shape] });
  dateFormats.set(key, known);
  return known;
}
