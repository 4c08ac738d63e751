import { draft, type ConversionFact, type DraftItem } from './agenda-facts';
import { tenThousandths } from './weigh-values';

/** A conversion that fell by at least this many ten-thousandths (5 points) is a leak, when the fall is more than chance. */
export const leakThreshold = 500;

/**
 * Where the funnel leaks: every step whose conversion fell by 5 points or more beyond its interval. When none did, the
 * step that loses most is named once, so that the talk about the funnel has a place to begin.
 */
export function findLeaks(conversions: readonly ConversionFact[]): DraftItem[] {
  const fallen = conversions
    .filter((conversion) => conversion.changed && fallOf(conversion) >= leakThreshold)
    .toSorted((one, other) => fallOf(other) - fallOf(one));
  if (fallen.length > 0) return fallen.map((conversion) => leak('leak', conversion));
  const [weakest] = conversions
    .filter(({ rate, mature, converted }) => rate !== null && mature > converted)
    .toSorted((one, other) => other.mature - other.converted - (one.mature - one.converted));
  return weakest ? [leak('weakest_step', weakest)] : [];
}

const leak = (kind: string, conversion: ConversionFact): DraftItem =>
  draft('leaks', kind, null, { ...conversion, points: fallOf(conversion), threshold: leakThreshold });

const fallOf = ({ rate, previousRate }: ConversionFact): number =>
  rate === null || previousRate === null ? 0 : tenThousandths(previousRate) - tenThousandths(rate);
