import { divideHalfEven } from '../../rules/ratio';
import { isHeld, type PipelineScope } from './hold-pipeline';
import type { PipelineDeal } from './move-pipeline';
import { stateBefore, type DealState } from './read-timeline';

export interface WeighedScope extends PipelineScope {
  /** At the one plan rate of the period asked about; null without a rate. */
  readonly worth: (state: DealState) => bigint | null;
  /** In percent: the rep's own, else the stage's. */
  readonly probability: (state: DealState) => number;
}

/** One opportunity that is open at a point in time. */
export interface HeldDeal {
  readonly opportunityId: string;
  readonly state: DealState;
  /** Minor units of the reporting currency; null without an amount or a rate. */
  readonly minor: bigint | null;
  /** The same × probability, half even to the minor unit. */
  readonly weightedMinor: bigint | null;
}

export interface PipelineSum {
  readonly count: number;
  readonly minor: bigint;
  readonly weightedMinor: bigint;
  /** Open, but in neither sum, because their currency has no plan rate: both are partial. */
  readonly withoutRate: number;
  /** Open, but in neither sum, because nobody has said an amount. */
  readonly withoutAmount: number;
}

/**
 * What is open at the instant before `at` (milliseconds), each with its value and its weighted value. Unit: minor units of the
 * reporting currency. Weighted is amount × probability, rounded opportunity by opportunity, so that records add up to the sum.
 * Source: the log of moves, plan rates, default probabilities of the stages.
 */
export function heldAt(deals: readonly PipelineDeal[], at: number, scope: WeighedScope): HeldDeal[] {
  const held: HeldDeal[] = [];
  // A plain loop: a trend asks this of every deal for every point.
  for (const { opportunityId, timeline } of deals) {
    const state = stateBefore(timeline, at);
    if (!isHeld(state, scope)) continue;
    const minor = state.amountMinor === null ? null : scope.worth(state);
    const percent = BigInt(scope.probability(state));
    const weightedMinor = minor === null ? null : divideHalfEven(minor * percent, 100n);
    held.push({ opportunityId, state, minor, weightedMinor });
  }
  return held;
}

/** Adds up what is open; all of it counts, also what is in neither sum. */
export function sumHeld(held: readonly HeldDeal[]): PipelineSum {
  const withoutAmount = held.filter(({ state }) => state.amountMinor === null).length;
  return {
    count: held.length,
    minor: held.reduce((total, { minor }) => total + (minor ?? 0n), 0n),
    weightedMinor: held.reduce((total, { weightedMinor }) => total + (weightedMinor ?? 0n), 0n),
    withoutRate: held.filter(({ minor }) => minor === null).length - withoutAmount,
    withoutAmount,
  };
}
