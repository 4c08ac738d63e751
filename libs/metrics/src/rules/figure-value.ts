import { money, type Currency, type Money } from '@tandem/kernel';
import { ratio, type Ratio } from './ratio';

/** A number with its unit. */
export type FigureValue =
  | { readonly unit: 'ratio'; readonly ratio: Ratio }
  | { readonly unit: 'count'; readonly count: number }
  | { readonly unit: 'money'; readonly money: Money };

export type Unit = FigureValue['unit'];

/** A sentence beside a figure, by its stable code; the facts fill the text in each language. */
export interface Note {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number | Money>>;
}

export const asCount = (count: number): FigureValue => ({ unit: 'count', count });
export const asMoney = (minor: bigint, currency: Currency): FigureValue => ({
  unit: 'money',
  money: money(minor, currency),
});
export const asRatio = (numerator: bigint, denominator: bigint): FigureValue => ({
  unit: 'ratio',
  ratio: ratio(numerator, denominator),
});
export const note = (code: string, facts: Note['facts'] = {}): Note => ({ code, facts });

/** The bare number of a value, exact, for comparing and dividing values of one unit. */
export function exactly(value: FigureValue): Ratio {
  if (value.unit === 'ratio') return value.ratio;
  return ratio(value.unit === 'count' ? BigInt(value.count) : value.money.amountMinor, 1n);
}
