import { convert, money, type Currency } from '@tandem/kernel';

/** Units of the reporting currency for one unit of another, as decimal text. */
export type PlanRates = ReadonlyMap<Currency, string>;

/**
 * What an amount of open pipeline is worth at plan rates, in minor units of the reporting currency, half even. Null without an amount, and
 * where its currency has no rate, because a missing rate is never 1.
 */
export function valueAmount(
  amountMinor: bigint | null,
  own: Currency,
  { currency, rates }: { readonly currency: Currency; readonly rates: PlanRates },
): bigint | null {
  if (amountMinor === null || own === currency) return amountMinor;
  const rate = rates.get(own);
  return rate === undefined ? null : convert(money(amountMinor, own), currency, rate).amountMinor;
}
