import { z } from 'zod';
import { definitionKey, figureNote, range, reading, sliceFilter } from './figures.contract';
import { funnelMode, funnelSide } from './funnel-figures.contract';
import {
  flowAnswerOf,
  flowAsked,
  flowBy,
  flowDefinition,
  flowFilter,
  flowKnowledge,
  flowWorth,
  spans,
} from './flow.contract';
import { bilingual, instant, recordsPaging, periodKey, ratio } from './shapes.contract';

/** What a move from place to place means. */
export const transitionKind = z.enum([
  'created',
  'forward',
  'regression',
  'win',
  'loss',
  'cancellation',
  'reopening',
  'after_win',
]);
/** The key of a stage, `created` before there was any, `lost` or `cancelled`. */
const place = z.string().max(40);
const matrixSum = { count: z.int(), ...flowWorth };

export const matrixQuery = z.strictObject({ ...flowAsked, by: flowBy });
export const matrix = z.object({
  cells: z.array(z.object({ from: place, to: place, kind: transitionKind, skipped: z.boolean(), ...matrixSum })),
  /** Moves out of each place: the sum of its row. */
  out: z.array(z.object({ place, ...matrixSum })),
  /** Moves into each place: the sum of its column. */
  into: z.array(z.object({ place, ...matrixSum })),
  kinds: z.array(z.object({ kind: transitionKind, name: bilingual, ...matrixSum })),
  /** Forward and winning moves that jumped over a mandatory stage. */
  skips: z.object(matrixSum),
  total: z.object(matrixSum),
  /** Moves found out in the period whose day nobody knows; they are in no other number. */
  undated: z.int(),
});
export const matrixAnswer = z.object({
  ...flowAnswerOf(matrix),
  stages: z.array(z.object({ key: z.string(), name: bilingual, class: z.enum(['open', 'won']) })),
});
export const matrixRecordsQuery = z.strictObject({
  ...recordsPaging,
  ...flowAsked,
  from: place.optional(),
  to: place.optional(),
  kind: transitionKind.optional(),
  skipped: z.enum(['true', 'false']).optional(),
});

export const throughputQuery = z.strictObject({
  period: periodKey.optional(),
  side: funnelSide.default('seller'),
  /** Without one, as the organisation has chosen. */
  mode: funnelMode.optional(),
  ...flowKnowledge,
  ...sliceFilter,
});
/** Entries into one row ÷ entries into another, both in the period; not a conversion. */
export const throughputAnswer = z.object({
  range,
  asOf: instant,
  reading,
  side: funnelSide,
  mode: funnelMode,
  definition: definitionKey,
  definitions: z.array(flowDefinition),
  rows: z.array(z.object({ key: z.string(), name: bilingual, entered: z.int() })),
  pairs: z.array(
    z.object({ from: z.string(), to: z.string(), ratio: ratio.nullable(), unavailable: figureNote.nullable() }),
  ),
  unavailable: figureNote.nullable(),
});
export const throughputRecordsQuery = z.strictObject({
  ...throughputQuery.shape,
  ...recordsPaging,
  row: z.string().max(40),
});

export const staysQuery = z.strictObject({ ...flowAsked, by: flowBy, side: funnelSide.default('seller') });
/** Time in one row of the funnel, in days to a tenth. */
export const staysRow = z.object({
  key: z.string(),
  /** All visits together, of those that left for the last time in the period. */
  completed: spans,
  /** The age of those that are open there. */
  running: spans,
  /** Stays whose beginning nobody knows; they are in no other number. */
  undated: z.int(),
});
export const staysAnswer = z.object({
  ...flowAnswerOf(z.array(staysRow)),
  side: funnelSide,
  rows: z.array(z.object({ key: z.string(), name: bilingual })),
});
export const staysRecordsQuery = z.strictObject({
  ...recordsPaging,
  ...flowAsked,
  side: funnelSide.default('seller'),
  row: z.string().max(40),
  of: z.enum(['completed', 'running', 'undated']).default('completed'),
});

export const cycleQuery = z.strictObject({ ...flowAsked, by: flowBy });
/** Whole days from being created to the close date, of what was won in the period. */
export const cycle = z.object({
  days: spans,
  /** Won ones of which nobody knows when they were created; they are in no other number. */
  undated: z.int(),
});
export const cycleAnswer = z.object(flowAnswerOf(cycle));
export const cycleRecordsQuery = z.strictObject({ ...recordsPaging, ...flowAsked });

const standing = { ...flowKnowledge, ...flowFilter };
export const staleQuery = z.strictObject({ ...standing, by: flowBy });
export const staleRow = z.object({
  key: z.string(),
  open: z.object({ count: z.int(), ...flowWorth }),
  stale: z.object({ count: z.int(), ...flowWorth }),
});
export const staleAnswer = z.object({
  ...flowAnswerOf(z.array(staleRow)),
  stages: z.array(
    z.object({
      key: z.string(),
      name: bilingual,
      /** Stale is what stands there for more whole days; null exactly when `unavailable` says why. */
      days: z.int().nullable(),
      /** The stays of won opportunities it was learned from; null when it is set. */
      learnedFrom: z.int().nullable(),
      unavailable: figureNote.nullable(),
    }),
  ),
});
export const staleRecordsQuery = z.strictObject({
  ...recordsPaging,
  ...standing,
  stage: z.string().max(40).optional(),
  of: z.enum(['stale', 'open']).default('stale'),
});

export type MatrixQuery = z.infer<typeof matrixQuery>;
export type MatrixWire = z.infer<typeof matrix>;
export type MatrixAnswerWire = z.infer<typeof matrixAnswer>;
export type MatrixRecordsQuery = z.infer<typeof matrixRecordsQuery>;
export type ThroughputQuery = z.infer<typeof throughputQuery>;
export type ThroughputAnswerWire = z.infer<typeof throughputAnswer>;
export type ThroughputRecordsQuery = z.infer<typeof throughputRecordsQuery>;
export type StaysQuery = z.infer<typeof staysQuery>;
export type StaysRowWire = z.infer<typeof staysRow>;
export type StaysAnswerWire = z.infer<typeof staysAnswer>;
export type StaysRecordsQuery = z.infer<typeof staysRecordsQuery>;
export type CycleQuery = z.infer<typeof cycleQuery>;
export type CycleWire = z.infer<typeof cycle>;
export type CycleAnswerWire = z.infer<typeof cycleAnswer>;
export type CycleRecordsQuery = z.infer<typeof cycleRecordsQuery>;
export type StaleQuery = z.infer<typeof staleQuery>;
export type StaleRowWire = z.infer<typeof staleRow>;
export type StaleAnswerWire = z.infer<typeof staleAnswer>;
export type StaleRecordsQuery = z.infer<typeof staleRecordsQuery>;
