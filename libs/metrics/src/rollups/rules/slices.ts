import type { Cell, CellCredit, WaterfallScope } from './cell';

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
  waterfall: ['all', 'team', 'source'],
  entry: ['all', 'team', 'source'],
  conversion: ['all', 'team', 'source'],
  stay: ['all', 'team', 'source'],
};

/**
 * What a cell is added to one by one. Everything belongs to one team and to one source or none, so that the whole is added up from either;
 * of a waterfall it is not that of its teams (what one hands on to another is a line of both, and none of the whole), but that of its sources.
 */
const spreadOver: Readonly<Record<Cell['kind'], readonly RollupSlice[]>> = {
  sales: keptBy.sales.filter((slice) => slice !== 'all'),
  pipeline: ['team', 'source'],
  waterfall: ['team', 'source'],
  entry: ['team', 'source'],
  conversion: ['team', 'source'],
  stay: ['team', 'source'],
};

const toldTo: Readonly<Record<WaterfallScope, readonly RollupSlice[]>> = {
  whole: ['source'],
  team: ['team'],
  both: spreadOver.waterfall,
};

export const slicesToldOf = (cell: Cell): readonly RollupSlice[] =>
  cell.kind === 'waterfall' ? toldTo[cell.scope] : spreadOver[cell.kind];

/** The kind of slice that makes up the whole. */
export const wholeOf = (kind: Cell['kind']): RollupSlice => (kind === 'waterfall' ? 'source' : 'team');
