/** Exact arithmetic of the reference, on whole numbers alone. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export const fraction = (over: bigint, under: bigint): Fraction =>
  under < 0n ? { over: -over, under: -under } : { over, under };

/** The nearest whole number, and of two equally near the even one. */
export function nearest({ over, under }: Fraction): bigint {
  const floor = over >= 0n ? over / under : -((-over + under - 1n) / under);
  const beyond = 2n * (over - floor * under);
  if (beyond === under) return floor % 2n === 0n ? floor : floor + 1n;
  return beyond > under ? floor + 1n : floor;
}

/** Six digits at most, as figures are told: `0.5`, `-1.25`. */
export function decimal({ over, under }: Fraction): string {
  const millionths = nearest({ over: over * 1_000_000n, under });
  const size = (millionths < 0n ? -millionths : millionths).toString().padStart(7, '0');
  const digits = size.slice(-6).replace(/0+$/, '');
  return `${millionths < 0n ? '-' : ''}${size.slice(0, -6)}${digits && `.${digits}`}`;
}

export const total = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);

export const inOrder = <One>(all: readonly One[], before: (one: One, other: One) => boolean): One[] =>
  [...all].sort((one, other) => {
    if (before(one, other)) return -1;
    return before(other, one) ? 1 : 0;
  });

/** Where a true share lies with 95 % confidence (Wilson), to a millionth. */
export function wilson(hits: number, cases: number): { readonly low: string; readonly high: string } {
  const z = 1.959964;
  const middle = 2 * hits + z * z;
  const reach = z * Math.sqrt(z * z + (4 * hits * (cases - hits)) / cases);
  const bound = (end: number) =>
    decimal(fraction(BigInt(Math.round((end / (2 * (cases + z * z))) * 1_000_000)), 1_000_000n));
  return {
    low: hits === 0 ? '0' : bound(middle - reach),
    high: hits === cases ? '1' : bound(middle + reach),
  };
}
