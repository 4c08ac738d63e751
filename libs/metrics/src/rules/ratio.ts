/** An exact share; the denominator is above 0. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** An exact share with its sign above the line; a zero denominator is the caller's defect, because n/a has a reason. */
export function ratio(numerator: bigint, denominator: bigint): Ratio {
  if (denominator === 0n) throw new Error('a share of nothing is not a ratio');
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
}

/** One share divided by another; null when the other is 0. */
export const quotient = (one: Ratio, other: Ratio): Ratio | null =>
  other.numerator === 0n ? null : ratio(one.numerator * other.denominator, one.denominator * other.numerator);

/** Below 0 when `one` is smaller, 0 when equal, above 0 when larger. */
export function compareRatios(one: Ratio, other: Ratio): number {
  const difference = one.numerator * other.denominator - other.numerator * one.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** Integer division, half to even. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const exact = ratio(numerator, denominator);
  const negative = exact.numerator < 0n;
  const above = negative ? -exact.numerator : exact.numerator;
  const whole = above / exact.denominator;
  const twice = (above % exact.denominator) * 2n;
  const up = twice > exact.denominator || (twice === exact.denominator && whole % 2n === 1n);
  const rounded = up ? whole + 1n : whole;
  return negative ? -rounded : rounded;
}

/** Decimal text of a share, half even at six digits, without trailing zeros: `0.621333`, `1.2`, `0`. */
export function ratioText({ numerator, denominator }: Ratio, digits = 6): string {
  const scaled = divideHalfEven(numerator * 10n ** BigInt(digits), denominator);
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, '0');
  const fraction = text.slice(text.length - digits).replace(/0+$/, '');
  const whole = text.slice(0, text.length - digits);
  return `${scaled < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
