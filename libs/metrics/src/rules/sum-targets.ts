import type { Currency, Period } from '@tandem/kernel';
import { asCount, asMoney, asRatio, type FigureValue, type Unit } from './figure-value';
import { covering } from './share-quotas';

/** A stored target: minor units, a count, or ten-thousandths of a ratio. */
export interface TargetLine extends Pick<Period, 'from' | 'until'> {
  readonly figureKey: string;
  readonly unit: Unit;
  readonly value: bigint;
}

/** Ten-thousandths make one. */
export const ratioScale = 10_000n;

/**
 * The target of one figure over a period: the one for exactly this period; of sums and counts also the sum of shorter ones
 * that cover it without gap. Null when nobody committed to one.
 */
export function targetOf(
  lines: readonly TargetLine[],
  {
    period,
    isAdditive,
    currency,
  }: { readonly period: Pick<Period, 'from' | 'until'>; readonly isAdditive: boolean; readonly currency: Currency },
): FigureValue | null {
  const chosen = covering(lines, period);
  const [first] = chosen;
  if (!first || chosen.some(({ unit }) => unit !== first.unit)) return null;
  if (chosen.length > 1 && (!isAdditive || first.unit === 'ratio')) return null;
  return targetValue(
    first.unit,
    chosen.reduce((total, { value }) => total + value, 0n),
    currency,
  );
}

/** A stored target number as a value. */
export function targetValue(unit: Unit, value: bigint, currency: Currency): FigureValue {
  if (unit === 'ratio') return asRatio(value, ratioScale);
  return unit === 'count' ? asCount(Number(value)) : asMoney(value, currency);
}
