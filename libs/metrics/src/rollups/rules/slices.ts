import type { Cell, CellCredit } from './cell';

/** Everything that sums are kept by, with the number it has in the tables. */
export const sliceKinds = { all: 0, team: 1, person: 2, source: 3, campaign: 4, product: 5, segment: 6 } as const;

export type RollupSlice = keyof typeof sliceKinds;

/** Whom a cell counts for; null where an opportunity lacks the attribute, or nobody is asked for. */
export const creditedIn: Readonly<Record<RollupSlice, (credit: CellCredit) => string | null>> = {
  all: () => null,
  team: ({ teamId }) => teamId,
  person: ({ ownerId }) => ownerId,
  source: ({ sourceId }) => sourceId,
  campaign: ({ campaignId }) => campaignId,
  product: ({ productId }) => productId,
  segment: ({ segment }) => segment,
};

/**
 * By what each kind of sum is kept. The funnel and the pipeline of a person or a campaign are few opportunities at a time and as quickly
 * counted from the log; kept by day they would be as many rows as there are moves.
 */
export const keptBy: Readonly<Record<Cell['kind'], readonly RollupSlice[]>> = {
  sales: ['all', 'team', 'person', 'source', 'campaign', 'product', 'segment'],
  pipeline: ['all', 'team', 'source'],
  entry: ['all', 'team', 'source'],
  conversion: ['all', 'team', 'source'],
  stay: ['all', 'team', 'source'],
};
