import { openCategories, type OpenCategory, type WeighedDeal } from './open-deal';

/** How many opportunities, what they are worth, and what that comes to weighted. */
export interface DealSum {
  readonly count: number;
  readonly worthMinor: bigint;
  readonly weightedMinor: bigint;
}

export interface ForecastSums {
  /** Those weighed in the forecast. */
  readonly open: DealSum;
  /** Left out because their close date has passed; those without a value count, and add nothing. */
  readonly overdue: DealSum;
  /** Close in the period and have no amount or no rate: the total is partial by so many. */
  readonly unvalued: number;
  /** Of the open ones, weighed by what their stage was set to, because too little is known to learn from. */
  readonly byDefault: number;
  readonly categories: ReadonlyMap<OpenCategory, DealSum>;
  /** By stage, of the open ones. */
  readonly stages: ReadonlyMap<string, DealSum>;
}

const nothing: DealSum = { count: 0, worthMinor: 0n, weightedMinor: 0n };

const added = ({ count, worthMinor, weightedMinor }: DealSum, deal: WeighedDeal): DealSum => ({
  count: count + 1,
  worthMinor: worthMinor + (deal.worthMinor ?? 0n),
  weightedMinor: weightedMinor + (deal.weightedMinor ?? 0n),
});

/**
 * Adds up the weighed opportunities of one scope: the open part of the weighted forecast is the sum of their rounded contributions.
 * Categories and stages cut the same opportunities in two ways, so each adds up to the whole. Unit: minor units of the reporting currency.
 */
export function sumForecast(deals: readonly WeighedDeal[]): ForecastSums {
  let [open, overdue, unvalued, byDefault] = [nothing, nothing, 0, 0];
  const categories = new Map<OpenCategory, DealSum>(openCategories.map((category) => [category, nothing]));
  const stages = new Map<string, DealSum>();
  for (const deal of deals) {
    if (deal.place === 'overdue') overdue = added(overdue, deal);
    else if (deal.place === 'unvalued') unvalued += 1;
    else {
      open = added(open, deal);
      if (deal.basis === 'default') byDefault += 1;
      categories.set(deal.category, added(categories.get(deal.category) ?? nothing, deal));
      stages.set(deal.stageId, added(stages.get(deal.stageId) ?? nothing, deal));
    }
  }
  return { open, overdue, unvalued, byDefault, categories, stages };
}

/** Nothing at all: of a stage or category without an opportunity. */
export const sumOfNone = nothing;
