import { compareRatios, ratio, type Ratio } from '../../rules/ratio';
import type { OpenCategory } from './open-deal';

const commitFrom = ratio(75n, 100n);
const bestCaseFrom = ratio(50n, 100n);

/**
 * The category of an open opportunity: what the rep calls it; else by its probability: *commit* from 75 %, *best case* from
 * 50 %, *pipeline* above 0, *omitted* at 0. A category groups amounts and changes no weight: the weighted forecast of an omitted
 * opportunity is its amount × its probability like that of any other.
 */
export function categoriseDeal(own: OpenCategory | null, probability: Ratio): OpenCategory {
  if (own !== null) return own;
  if (compareRatios(probability, commitFrom) >= 0) return 'commit';
  if (compareRatios(probability, bestCaseFrom) >= 0) return 'best_case';
  return probability.numerator > 0n ? 'pipeline' : 'omitted';
}
