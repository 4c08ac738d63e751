import type { MoneyWire } from '@tandem/contracts';
import type { Locale } from '../i18n/language';
import { numberFormat } from './intl';

/** Digits after the point of currencies that do not have two; Taiwan's books are kept in whole dollars. */
const exponents: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLF: 4,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  TWD: 0,
  UGX: 0,
  UYI: 0,
  UYW: 4,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

/** Signs that nobody mistakes for another dollar; every other currency shows its ISO code. */
const signs: Readonly<Record<string, string>> = { TWD: 'NT$', USD: 'US$', HKD: 'HK$', EUR: '€', GBP: '£' };

export const decimalsOf = (currency: string): number => exponents[currency] ?? 2;

export const signOf = (currency: string): string => signs[currency] ?? `${currency}\u00a0`;

/** All digits: `NT$1,200,000`, `US$12.50`, `−JPY 300`. */
export function exactMoney(money: MoneyWire, locale: Locale): string {
  const minor = BigInt(money.amountMinor);
  const size = minor < 0n ? -minor : minor;
  const decimals = decimalsOf(money.currency);
  const unit = 10n ** BigInt(decimals);
  const whole = numberFormat(locale, {}).format(size / unit);
  const rest = size % unit;
  const fraction = rest === 0n ? '' : `.${String(rest).padStart(decimals, '0')}`;
  return `${minor < 0n ? '−' : ''}${signOf(money.currency)}${whole}${fraction}`;
}

const steps: Readonly<Record<Locale, readonly (readonly [bigint, string])[]>> = {
  en: [
    [10n ** 9n, 'B'],
    [10n ** 6n, 'M'],
    [10n ** 3n, 'K'],
  ],
  'zh-TW': [
    [10n ** 8n, '億'],
    [10n ** 4n, '萬'],
  ],
};

/** Three digits and a unit: `NT$3.1M`, `NT$310萬`; small amounts stay exact. */
export function compactMoney(money: MoneyWire, locale: Locale): string {
  const minor = BigInt(money.amountMinor);
  const size = minor < 0n ? -minor : minor;
  const unit = 10n ** BigInt(decimalsOf(money.currency));
  const step = steps[locale].find(([least]) => size >= least * unit);
  if (!step) return exactMoney({ ...money, amountMinor: String(roundTo(minor, unit)) }, locale);
  const [least, word] = step;
  const share = Number((size * 1000n) / (least * unit)) / 1000;
  const number = numberFormat(locale, { maximumSignificantDigits: share >= 1000 ? 4 : 3 }).format(share);
  return `${minor < 0n ? '−' : ''}${signOf(money.currency)}${number}${word}`;
}

const roundTo = (minor: bigint, unit: bigint): bigint => {
  const half = minor < 0n ? -unit / 2n : unit / 2n;
  return ((minor + half) / unit) * unit;
};

/** Reads what a person typed: `1,200,000`, `NT$12.5`, `120萬`, `3.1m`. Null when it is no amount of this currency. */
export function readMoney(typed: string, currency: string): MoneyWire | null {
  const match = /^(?:NT\$|US\$|HK\$|[A-Z]{3}|[$€£])?\s*(\d[\d,]*)(?:\.(\d+))?\s*([kmb萬億]?)$/i.exec(typed.trim());
  if (!match) return null;
  const [, whole = '', fraction = '', word = ''] = match;
  const decimals = decimalsOf(currency) + zerosOf(word);
  if (fraction.length > decimals || !/^\d{1,3}(,\d{3})+$|^\d+$/.test(whole)) return null;
  const amountMinor = BigInt(whole.replaceAll(',', '') + fraction.padEnd(decimals, '0'));
  return amountMinor > 10n ** 15n ? null : { amountMinor: String(amountMinor), currency };
}

const zerosOf = (word: string): number => ({ k: 3, m: 6, b: 9, 萬: 4, 億: 8 })[word.toLowerCase()] ?? 0;

/** What stands in an amount field: digits with separators, no sign, no unit. */
export const typedMoney = (money: MoneyWire): string => exactMoney(money, 'en').replace(signOf(money.currency), '');
