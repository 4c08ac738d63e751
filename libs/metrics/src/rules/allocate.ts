import { compareRatios, type Ratio } from './ratio';

/**
 * Splits a whole number by weights, exactly: every part is its exact share rounded down, and what is left over goes, one unit each, to
 * the parts that lost most by it; of equals the earlier one. A whole below 0 is split as the one above it, so that a full refund
 * takes back exactly what its original gave. Unit: that of the whole. Weights are 0 or above and not all 0; without weights there
 * is nothing to split among. Source: the largest-remainder (Hamilton) method.
 */
export function allocate(whole: bigint, weights: readonly bigint[]): bigint[] {
  if (whole < 0n) return allocate(-whole, weights).map((part) => -part);
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  return roundTo(
    whole,
    weights.map((weight) => ({ numerator: whole * weight, denominator: total })),
  );
}

/**
 * Rounds exact parts of any sign to whole numbers that add up to what the exact parts add up to: each is rounded down, and the units
 * left over go to the largest remainders, of equals the earlier one. Unit: that of the parts. The exact parts must add up to `whole`.
 */
export function roundTo(whole: bigint, parts: readonly Ratio[]): bigint[] {
  const floors = parts.map(floorOf);
  let left = whole - floors.reduce((sum, floor) => sum + floor, 0n);
  const order = parts
    .map(({ numerator, denominator }, place) => ({
      place,
      remainder: { numerator: numerator - (floors[place] ?? 0n) * denominator, denominator },
    }))
    .sort((one, other) => compareRatios(other.remainder, one.remainder) || one.place - other.place);
  for (const { place } of order) {
    if (left <= 0n) break;
    floors[place] = (floors[place] ?? 0n) + 1n;
    left -= 1n;
  }
  return floors;
}

function floorOf({ numerator, denominator }: Ratio): bigint {
  const whole = numerator / denominator;
  return numerator < 0n && numerator % denominator !== 0n ? whole - 1n : whole;
}
