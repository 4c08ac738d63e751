import { divideHalfEven } from './ratio';

/** The smallest value that at least `percent` % of all values do not exceed (nearest rank); null without values. */
export function percentile(values: readonly number[], percent: number): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? null;
}

/** The middle value, or the mean of the two in the middle; null without values. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** The median of amounts in minor units; a half is rounded to even. */
export function medianMinor(amounts: readonly bigint[]): bigint | null {
  const sorted = [...amounts].sort((one, other) => (one < other ? -1 : Number(one > other)));
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : divideHalfEven(lower + upper, 2n);
}
