import { convert, money, type Currency } from '@tandem/kernel';

/** Money added up, and how many cases have none to add. */
export interface Worth {
  readonly valueMinor: bigint;
  /** Cases without an amount or a rate; they are not in the value, which is then partial. */
  readonly withoutValue: number;
}

/** Adds up what cases are worth, in minor units of the reporting currency; what cannot be valued is counted instead. */
export function sumWorth(cases: readonly { readonly valueMinor: bigint | null }[]): Worth {
  let valueMinor = 0n;
  let withoutValue = 0;
  for (const one of cases) {
    if (one.valueMinor === null) withoutValue++;
    else valueMinor += one.valueMinor;
  }
  return { valueMinor, withoutValue };
}

/** An amount in the reporting currency at the rate a period was planned with; null without an amount or a rate, never × 1. */
export function valueAmount(
  amountMinor: bigint | null,
  own: Currency,
  { currency, rates }: { readonly currency: Currency; readonly rates: ReadonlyMap<Currency, string> },
): bigint | null {
  if (amountMinor === null || own === currency) return amountMinor;
  const rate = rates.get(own);
  return rate === undefined ? null : convert(money(amountMinor, own), currency, rate).amountMinor;
}
