import { convert, money, type Currency, type Money } from '@tandem/kernel';

/** Opportunities of one currency added up. */
export interface AmountGroup {
  readonly currency: Currency;
  readonly count: number;
  /** Those of them whose amount is known. */
  readonly known: number;
  readonly amountMinor: bigint;
  /** Σ amount × probability in percent, so a hundred times the weighted amount. */
  readonly weightedHundredfold: bigint;
}

export interface ColumnSum {
  readonly count: number;
  readonly total: Money | null;
  readonly weighted: Money | null;
  /** Left out of the sums, because the amount is unknown or has no rate. */
  readonly withoutAmount: number;
}

/**
 * Adds a column of the board in the reporting currency: known amounts at the rate of the day (units of `to` for one of the
 * currency, null when there is none). Nothing to add is 0 only in an empty column, otherwise unknown.
 */
export function sumColumn(
  groups: readonly AmountGroup[],
  to: Currency,
  rateOf: (currency: Currency) => string | null,
): ColumnSum {
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  let summed = 0;
  let total = 0n;
  let weighted = 0n;
  for (const { currency, known, amountMinor, weightedHundredfold } of groups) {
    const rate = rateOf(currency);
    if (rate === null || known === 0) continue;
    summed += known;
    total += convert(money(amountMinor, currency), to, rate).amountMinor;
    weighted += convert(money(hundredth(weightedHundredfold), currency), to, rate).amountMinor;
  }
  const unknown = count > 0 && summed === 0;
  return {
    count,
    total: unknown ? null : money(total, to),
    weighted: unknown ? null : money(weighted, to),
    withoutAmount: count - summed,
  };
}

/** Half up on the minor unit; amounts of opportunities are never negative. */
const hundredth = (hundredfold: bigint): bigint => (hundredfold + 50n) / 100n;
