import { Decimal } from 'decimal.js';

/** Digits enough for any sum times any rate: the twenty of the default round a large amount before it is rounded to the minor unit. */
const Exact = Decimal.clone({ defaults: true, precision: 80 });

/** ISO 4217 code in capitals. */
export type Currency = string;

/** An amount in integer minor units of one currency; different currencies are never added. */
export interface Money {
  readonly amountMinor: bigint;
  readonly currency: Currency;
}

/** Digits after the point of currencies that do not have two (ISO 4217; Taiwan's books are kept in whole dollars). */
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

/** The largest amount a line may carry, in minor units (10^15). */
export const largestAmount = 10n ** 15n;

export const exponentOf = (currency: Currency): number => exponents[currency] ?? 2;

export const money = (amountMinor: bigint, currency: Currency): Money => ({ amountMinor, currency });

/** Sum of amounts that share one currency; throws when they do not, because that is a defect of the caller. */
export function sumOf(amounts: readonly Money[], currency: Currency): Money {
  let total = 0n;
  for (const amount of amounts) {
    if (amount.currency !== currency) throw new Error(`cannot add ${amount.currency} to ${currency}`);
    total += amount.amountMinor;
  }
  return money(total, currency);
}

/** Reads `1234.5` as minor units; null for anything but plain digits with at most the currency's decimals. */
export function minorFrom(text: string, currency: Currency): bigint | null {
  const match = /^(-?)(\d{1,16})(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = exponentOf(currency);
  if (fraction.length > digits) return null;
  const minor = BigInt(whole + fraction.padEnd(digits, '0'));
  return sign === '-' ? -minor : minor;
}

/** Plain decimal text of an amount, such as `1234.50`; no grouping, no symbol. */
export function decimalText({ amountMinor, currency }: Money): string {
  const digits = exponentOf(currency);
  const sign = amountMinor < 0n ? '-' : '';
  const text = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Converts at `rate` (units of `to` for one unit of the amount's currency), half even on the minor unit. */
export function convert(amount: Money, to: Currency, rate: string): Money {
  const shift = new Exact(10).pow(exponentOf(to) - exponentOf(amount.currency));
  const exact = new Exact(amount.amountMinor.toString()).times(rate).times(shift);
  return money(BigInt(exact.toDecimalPlaces(0, Exact.ROUND_HALF_EVEN).toFixed(0)), to);
}

/** Signs that nobody mistakes for another dollar; every other currency shows its ISO code. */
const signs: Readonly<Record<string, string>> = { TWD: 'NT$', USD: 'US$', HKD: 'HK$', EUR: '€', GBP: '£' };

/** An amount as people read it: its sign, groups of three, whole amounts without decimals, such as `NT$1,200` or `US$0.50`. */
export function moneyText({ amountMinor, currency }: Money): string {
  const [whole = '0', fraction = ''] = decimalText({
    amountMinor: amountMinor < 0n ? -amountMinor : amountMinor,
    currency,
  }).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const decimals = /[1-9]/.test(fraction) ? `.${fraction}` : '';
  return `${amountMinor < 0n ? '−' : ''}${signs[currency] ?? `${currency}\u00a0`}${grouped}${decimals}`;
}
