import type { Amount, FigureFact, FigureValue } from './agenda-facts';

/** Ten-thousandths of a share given as decimal text: `0.3125` is 3125; digits beyond are cut. */
export function tenThousandths(ratio: string): number {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(ratio);
  if (!match) throw new Error(`not a share: ${ratio}`);
  const [, sign, whole = '0', fraction = ''] = match;
  const size = Number(whole) * 10_000 + Number(fraction.slice(0, 4).padEnd(4, '0'));
  return sign === '-' && size > 0 ? -size : size;
}

/** Which of two values of one figure is larger, as -1, 0 or 1; null when they cannot be compared. */
export function compareValues(one: FigureValue, other: FigureValue): -1 | 0 | 1 | null {
  if (one.unit === 'ratio' && other.unit === 'ratio')
    return order(tenThousandths(one.ratio), tenThousandths(other.ratio));
  if (one.unit === 'count' && other.unit === 'count') return order(one.count, other.count);
  if (one.unit === 'money' && other.unit === 'money' && one.money.currency === other.money.currency)
    return order(BigInt(one.money.amountMinor), BigInt(other.money.amountMinor));
  return null;
}

/** How a figure stood at two meetings, in a measure that can be compared. */
export type Movement = {
  readonly effect: 'better' | 'worse' | 'same';
  readonly measure: 'pace' | 'value';
  readonly before: FigureValue;
  readonly now: FigureValue;
};

/**
 * How a figure moved since an action was agreed; null when that cannot be said. A figure that grows with the days of
 * its period has always grown, so its pace is compared; without a target it has none. It says what was, not why.
 */
export function movementOf(then: FigureFact | null, present: FigureFact | null): Movement | null {
  if (!then || !present) return null;
  const measure = present.additive ? 'pace' : 'value';
  const [before, now] = [measured(then, measure), measured(present, measure)];
  const moved = before && now && compareValues(now, before);
  if (!before || !now || moved === null) return null;
  if (moved === 0) return { effect: 'same', measure, before, now };
  const isBetter = moved > 0 === (measure === 'pace' || present.betterWhen === 'higher');
  return { effect: isBetter ? 'better' : 'worse', measure, before, now };
}

const measured = ({ pace, value }: FigureFact, measure: 'pace' | 'value'): FigureValue | null => {
  if (measure === 'value') return value;
  return pace === null || pace === undefined ? null : { unit: 'ratio', ratio: pace };
};

/** Sum in the reporting currency; what has no rate or no amount is left out and counted. */
export function totalOf(
  parts: readonly { readonly reportingMinor: bigint | null }[],
  currency: string,
): { readonly total: Amount; readonly uncounted: number } {
  const known = parts.flatMap(({ reportingMinor }) => (reportingMinor === null ? [] : [reportingMinor]));
  const sum = known.reduce((total, part) => total + part, 0n);
  return { total: { amountMinor: sum.toString(), currency }, uncounted: parts.length - known.length };
}

const order = <Value extends number | bigint>(one: Value, other: Value): -1 | 0 | 1 => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};
