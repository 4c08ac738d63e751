import { ratio } from '../../rules/ratio';
import type { StageChance } from './learn-chances';
import type { DealProbability } from './open-deal';

/** With fewer decided opportunities than this nothing is learned from them. */
export const enoughCases = 30;

/** A stage as far as its probability goes. */
export interface ChancedStage {
  /** What it was set to, in percent. */
  readonly probability: number;
  readonly chance: StageChance | null;
}

/**
 * The probability of an open opportunity, within 0..1, exact. In this order: the rep's own, where there is one; what past
 * opportunities of its stage teach, won ÷ decided, from 30 cases on; what the stage was set to. The rep's own goes before the
 * others because nothing resets it: no move to another stage, and no learning. 0 is an own probability like any other.
 */
export function chooseProbability(own: number | null, stage: ChancedStage): DealProbability {
  return own === null ? stageProbability(stage) : { probability: ratio(BigInt(own), 100n), basis: 'own' };
}

/** The probability of a stage for opportunities whose rep has said nothing. */
export function stageProbability({ probability, chance }: ChancedStage): DealProbability {
  if (chance === null || chance.decided < enoughCases) {
    return { probability: ratio(BigInt(probability), 100n), basis: 'default' };
  }
  return { probability: ratio(BigInt(chance.won), BigInt(chance.decided)), basis: 'learned' };
}
