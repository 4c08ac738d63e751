import type { PlainDate } from '@tandem/kernel';
import type { Credit } from '../../rules/facts';
import type { Ratio } from '../../rules/ratio';

/** What a rep calls an open opportunity, from what is left out of the talk to what is promised; what is won is *closed*. */
export const openCategories = ['commit', 'best_case', 'pipeline', 'omitted'] as const;

export type OpenCategory = (typeof openCategories)[number];

/** Where a probability comes from: the rep, past opportunities of the stage, or what the stage was set to. */
export type ProbabilityBasis = 'own' | 'learned' | 'default';

export interface DealProbability {
  /** Within 0..1. */
  readonly probability: Ratio;
  readonly basis: ProbabilityBasis;
}

/** An open opportunity as it stood, with the person, team and source it belonged to then. */
export interface OpenDeal extends Credit {
  readonly opportunityId: string;
  readonly stageId: string;
  readonly closeDate: PlainDate;
  /** In the reporting currency at the plan rate of the period; null without an amount or a rate. */
  readonly worthMinor: bigint | null;
  /** The rep's own, in percent; null when there is none. */
  readonly ownProbability: number | null;
  readonly ownCategory: OpenCategory | null;
  readonly accountId: string | null;
}

/**
 * Where it stands in the forecast of a period: weighed in it; in it without an amount or a rate, so that the total is partial; or
 * overdue, because its close date has passed.
 */
export type ForecastPlace = 'open' | 'unvalued' | 'overdue';

/** The same with its probability, its category and what it adds to the forecast. */
export interface WeighedDeal extends OpenDeal, DealProbability {
  readonly place: ForecastPlace;
  readonly category: OpenCategory;
  /** Amount × probability, half even to the minor unit; null where there is no amount or no rate. */
  readonly weightedMinor: bigint | null;
}
