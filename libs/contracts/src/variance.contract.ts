import { z } from 'zod';
import { figureNote, figureValue, sliceFilter } from './figures.contract';
import { linesAsked, linesSaid, linesTold } from './lines.contract';
import { bilingual, day, id, page, recordsPaging, total } from './shapes.contract';

const compared = {
  /** The target of the period with a plan made from the period before, or the period before itself. */
  against: z.enum(['target', 'previous']).default('target'),
  measure: z.enum(['net_revenue', 'gross_profit']).default('net_revenue'),
};

/** By team, office and source; never by person. */
const { personId: _, ...filter } = sliceFilter;
export const varianceQuery = z.strictObject({ ...linesAsked, ...filter, ...compared });

export const varianceKind = z.enum([
  'root',
  'volume',
  'stage',
  'slippage',
  'speed',
  'conversion',
  'size',
  'rate',
  'other',
  'coverage',
  'margin',
  'undivided',
]);

const node = {
  /** `conversion.propose`: the kind, and the key of the stage where it lies in one. */
  key: z.string(),
  kind: varianceKind,
  stageKey: z.string().nullable(),
  /** In the reader's language. */
  name: z.string(),
  formula: z.string(),
  /** Above 0 it is missing; the values of the children add up to it. */
  value: total.nullable(),
  unavailable: figureNote.nullable(),
  /** The driver as planned and in fact, where it is one number. */
  baseline: figureValue.nullable(),
  actual: figureValue.nullable(),
};
/** Three levels: the whole, its reasons and stages, the reasons in a stage. */
const leaf = z.object(node);
const branch = z.object({ ...node, children: z.array(leaf) });
export const varianceNode = z.object({ ...node, children: z.array(branch) });

/** Baseline − actual, explained to the minor unit; `tree` is null exactly when `unavailable` says why. */
export const variance = z.object({
  ...linesTold,
  ...linesSaid,
  currency: z.string(),
  against: compared.against.unwrap(),
  measure: compared.measure.unwrap(),
  baseline: total.nullable(),
  actual: total.nullable(),
  tree: varianceNode.nullable(),
});

export const varianceRecordsQuery = z.strictObject({
  ...recordsPaging,
  ...linesAsked,
  ...filter,
  ...compared,
  /** The key of a node. */
  node: z.string().max(80),
  /** What happened, or what it is compared with: the period before. */
  side: z.enum(['actual', 'baseline']).default('actual'),
});

/** An opportunity that was due, or a booking line. */
export const varianceRecord = z.object({
  id,
  kind: z.enum(['opportunity', 'booking']),
  opportunityId: id,
  name: bilingual,
  accountName: bilingual.nullable(),
  ownerName: bilingual.nullable(),
  date: day.nullable(),
  fate: z.enum(['won', 'lost', 'slipped', 'late']).nullable(),
  /** The furthest open stage it reached. */
  stageKey: z.string().nullable(),
  /** Of a share: whether it is above the line, too. */
  kept: z.boolean().nullable(),
  contribution: total.nullable(),
});

/** `count` is the number below the line of a share and `kept` the one above it; of an amount, all contributions add up to `sum`. */
export const varianceRecords = z.object({
  ...linesTold,
  sum: total.nullable(),
  kept: z.int().nullable(),
  items: z.array(varianceRecord),
  page,
  count: z.int(),
});

export type VarianceNodeWire = z.infer<typeof varianceNode>;
export type VarianceQuery = z.infer<typeof varianceQuery>;
export type VarianceWire = z.infer<typeof variance>;
export type VarianceRecordsQuery = z.infer<typeof varianceRecordsQuery>;
export type VarianceRecordsWire = z.infer<typeof varianceRecords>;
