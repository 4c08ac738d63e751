import { percentile } from '../../rules/percentile';
import type { Ratio } from '../../rules/ratio';
import { coinsAtOnce, tossCoins, wordsFrom } from './toss-coins';

/** How often the period is played through. */
export const drawCount = 2_048;

/** With fewer open opportunities than this the range is all or nothing of a few, and said to be so. */
export const enoughDeals = 10;

export interface SimulatedDeal {
  readonly worthMinor: bigint;
  readonly probability: Ratio;
}

/** What nine of ten draws reach, what half of them do, and what one of ten does. */
export interface ForecastRange {
  readonly p10Minor: bigint;
  readonly p50Minor: bigint;
  readonly p90Minor: bigint;
}

/** Looked up once: it is asked for every coin that shows heads, some seventy million times for a hundred thousand of them. */
const { clz32 } = Math;
/** A chance of 1, which is no threshold of 32 bits. */
const always = 2 ** 32;

/**
 * The range a period may end in, by playing it through 2,048 times: each open opportunity is won with its probability, by itself,
 * for its whole amount, beside what is won already; P10, P50 and P90 of the sums by nearest rank. Unit: minor units.
 * The same opportunities and seed give the same range in whatever order they come. Sums are exact below 2⁵³ minor units, and to
 * fifteen digits above. Without an open opportunity the range is what is won. That opportunities share one economy is not in it.
 */
export function simulateRange(wonMinor: bigint, deals: readonly SimulatedDeal[], seed: string): ForecastRange {
  const next = wordsFrom(seed);
  const sums = new Float64Array(drawCount);
  let certain = wonMinor;
  const coins: { readonly worth: number; readonly threshold: number }[] = [];
  for (const { worthMinor, probability } of deals) {
    const threshold = Number((probability.numerator * 4_294_967_296n) / probability.denominator);
    if (threshold >= always) certain += worthMinor;
    else if (threshold > 0 && worthMinor !== 0n) coins.push({ worth: Number(worthMinor), threshold });
  }
  coins.sort((one, other) => one.threshold - other.threshold || one.worth - other.worth);
  for (const { worth, threshold } of coins) {
    for (let draw = 0; draw < drawCount; draw += coinsAtOnce) {
      for (let heads = tossCoins(threshold, next); heads !== 0; heads &= heads - 1) {
        const place = draw + clz32(heads & -heads);
        sums[place] = (sums[place] ?? 0) + worth;
      }
    }
  }
  const drawn = [...sums];
  const at = (percent: number) => certain + BigInt(percentile(drawn, percent) ?? 0);
  return { p10Minor: at(10), p50Minor: at(50), p90Minor: at(90) };
}
