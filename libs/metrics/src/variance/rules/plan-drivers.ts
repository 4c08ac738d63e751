import { quotient, ratio, type Ratio } from '../../rules/ratio';
import type { Drivers } from './count-drivers';

/**
 * The drivers of a plan that would reach a target: everything as it went in an earlier period, at plan rates and without refunds, and as
 * many deals due as that takes. Where the earlier period won nothing there is no saying how many: then nothing of the plan is
 * known but the target. Unit: as in `Drivers`. Source: the target and the earlier period.
 */
export function planDrivers(targetMinor: bigint, earlier: Drivers): Drivers {
  const worth = worthOf(earlier);
  const volume = worth && quotient(ratio(targetMinor, 1n), worth);
  const added = { wonMinor: targetMinor, rateMinor: 0n, otherMinor: 0n };
  if (volume) return { ...earlier, ...added, volume };
  const unknown = { slippage: null, speed: null, conversion: null };
  return { ...added, volume: null, stages: earlier.stages.map(() => unknown), size: null };
}

/** What a due deal brings on average; null when a share or the size is not known. */
function worthOf({ stages, size }: Drivers): Ratio | null {
  const shares = stages.flatMap(({ slippage, speed, conversion }) => [slippage, speed, conversion]);
  return [...shares, size].reduce<Ratio | null>(
    (product, one) => product && one && ratio(product.numerator * one.numerator, product.denominator * one.denominator),
    ratio(1n, 1n),
  );
}
