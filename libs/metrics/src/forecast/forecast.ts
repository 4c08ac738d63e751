import type { Money } from '@tandem/kernel';
import type { BilingualName } from '../figure';
import type { FiguresAnswer } from '../figures.reader';
import type { Note } from '../rules/figure-value';
import type { Ratio } from '../rules/ratio';
import { enoughCases, stageProbability } from './rules/choose-probability';
import type { OpenCategory, ProbabilityBasis } from './rules/open-deal';
import { enoughDeals, type ForecastRange } from './rules/simulate-range';
import { sumOfNone, type DealSum, type ForecastSums } from './rules/sum-forecast';
import type { LearnedStage } from './forecast-pipeline.reader';

/** A stage with its probability, what it was learned from, and what stands in it. */
export interface ForecastStage extends DealSum {
  readonly stageId: string;
  readonly key: string;
  readonly name: BilingualName;
  readonly probability: Ratio;
  readonly basis: ProbabilityBasis;
  /** Decided opportunities that had entered it, and how many of them were won. */
  readonly decided: number;
  readonly won: number;
}

/** What is booked in the period, the first part of its forecast. */
export interface WonPart {
  readonly minor: bigint;
  readonly notes: readonly Note[];
}

/** The forecast of one period and scope. */
export interface Forecast {
  /** Won + weighted, in minor units of the reporting currency. */
  readonly totalMinor: bigint;
  readonly won: WonPart;
  readonly open: DealSum;
  readonly overdue: DealSum;
  readonly unvalued: number;
  readonly range: ForecastRange;
  readonly categories: readonly (DealSum & { readonly category: OpenCategory })[];
  readonly stages: readonly ForecastStage[];
  readonly notes: readonly Note[];
}

export interface ForecastAnswer extends Pick<FiguresAnswer, 'range' | 'asOf' | 'reading' | 'currency'> {
  /** Null exactly when `unavailable` says why. */
  readonly forecast: Forecast | null;
  readonly unavailable: Note | null;
}

interface ForecastParts {
  readonly won: WonPart;
  readonly sums: ForecastSums;
  readonly range: ForecastRange;
  readonly stages: readonly LearnedStage[];
  readonly currency: string;
}

/** Puts the parts of a forecast together, with what has to be said beside it. */
export function forecastOf({ won, sums, range, stages, currency }: ForecastParts): Forecast {
  const { open, overdue, unvalued } = sums;
  return {
    totalMinor: won.minor + open.weightedMinor,
    won,
    open,
    overdue,
    unvalued,
    range,
    categories: [...sums.categories].map(([category, sum]) => ({ category, ...sum })),
    stages: stages.map((stage) => forecastStage(stage, sums.stages.get(stage.id) ?? sumOfNone)),
    notes: notesOn(sums, currency),
  };
}

function forecastStage(stage: LearnedStage, sum: DealSum): ForecastStage {
  const { probability, basis } = stageProbability(stage);
  const { decided, won } = stage.chance ?? { decided: 0, won: 0 };
  return {
    stageId: stage.id,
    key: stage.key,
    name: { en: stage.name, zhTW: stage.nameZh },
    probability,
    basis,
    decided,
    won,
    ...sum,
  };
}

function notesOn({ open, overdue, unvalued, byDefault }: ForecastSums, currency: string): Note[] {
  const worth: Money = { amountMinor: overdue.worthMinor, currency };
  const said: readonly [boolean, string, Note['facts']][] = [
    [unvalued > 0, 'unvalued', { count: unvalued }],
    [overdue.count > 0, 'overdue', { count: overdue.count, worth }],
    [byDefault > 0, 'not_learned', { count: byDefault, cases: enoughCases }],
    [open.count > 0 && open.count < enoughDeals, 'few_deals', { count: open.count }],
  ];
  return said.filter(([holds]) => holds).map(([, code, facts]) => ({ code, facts }));
}
