import { total } from '../exact';
import { openOf, type Forecast } from './weigh-deals';

/** What nine of ten draws of a period reach, half of them, and one of ten. */
export interface Range {
  readonly p10: bigint;
  readonly p50: bigint;
  readonly p90: bigint;
}

const draws = 2_048;
/** Of so many different sums the shape is no longer worked out, only its ends. */
const mostSums = 20_000;
/** How many standard deviations of so many draws are chance. */
const sigmas = 5;

/**
 * Whether a range can have come from drawing the period so often, each deal won by itself with its chance for its whole amount. Without
 * chance in it there is one answer; else each bound must be a sum that can be, which about as many true draws reach as it says.
 */
export function isLikely(range: Range, forecast: Forecast): boolean {
  const deals = openOf(forecast).map(({ minor, exact }) => ({
    minor: minor ?? 0n,
    chance: Number(exact.over) / Number(exact.under),
  }));
  const sure = forecast.won + total(deals.filter(({ chance }) => chance === 1).map(({ minor }) => minor));
  const open = deals.filter(({ chance }) => chance > 0 && chance < 1);
  const most = sure + total(open.map(({ minor }) => minor));
  const { p10, p50, p90 } = range;
  if (!(sure <= p10 && p10 <= p50 && p50 <= p90 && p90 <= most)) return false;
  const sums = sumsOf(sure, open);
  if (sums === null) return true;
  return (
    [
      [p10, 0.9],
      [p50, 0.5],
      [p90, 0.1],
    ] as const
  ).every(([bound, share]) => {
    const leeway = sigmas * Math.sqrt((share * (1 - share)) / draws) + 1 / draws;
    let [reaching, beyond] = [0, 0];
    for (const [sum, weight] of sums) {
      if (sum >= bound) reaching += weight;
      if (sum > bound) beyond += weight;
    }
    return sums.has(bound) && reaching >= share - leeway && beyond <= share + leeway;
  });
}

/** How likely each sum is; null when there are too many of them. */
function sumsOf(sure: bigint, deals: readonly { readonly minor: bigint; readonly chance: number }[]) {
  let sums = new Map([[sure, 1]]);
  for (const { minor, chance } of deals) {
    if (sums.size * 2 > mostSums) return null;
    const next = new Map<bigint, number>();
    for (const [sum, weight] of sums) {
      next.set(sum, (next.get(sum) ?? 0) + weight * (1 - chance));
      next.set(sum + minor, (next.get(sum + minor) ?? 0) + weight * chance);
    }
    sums = next;
  }
  return sums;
}
