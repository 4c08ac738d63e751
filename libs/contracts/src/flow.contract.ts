import { z } from 'zod';
import { figureNote, funnelMode, funnelSide, range, reading, sliceFilter } from './figures.contract';
import { bilingual, day, id, instant, line, page, paging, periodKey, ratio, total } from './shapes.contract';

export const flowSliceKind = z.enum(['team', 'office', 'person', 'source', 'campaign', 'segment', 'product']);

/** Narrows every question about flow; `none` asks for what lacks the attribute. */
const flowFilter = {
  ...sliceFilter,
  campaignId: id.or(z.literal('none')).optional(),
  /** The segment of the account, as it is spelt there. */
  segment: line(120).optional(),
  productId: id.or(z.literal('none')).optional(),
};

/** Which answer is asked for: as of the end of a past day, in the organisation's zone, and by which reading. */
const knowledge = { asOf: day.optional(), reading: reading.default('restated') };

/** One kind, as `person`, or two, as `person,product`, which gives every pair that has any case. */
const by = z
  .string()
  .regex(
    /^(team|office|person|source|campaign|segment|product)(,(team|office|person|source|campaign|segment|product))?$/,
  )
  .optional();

const asked = { period: periodKey.optional(), ...knowledge, ...flowFilter };

/** The days, the moment whose knowledge an answer holds, and its reading. */
const told = { range, asOf: instant, reading, currency: z.string() };

/** Where a slice lies: an id, the segment itself, or null for what lacks the attribute. */
export const flowPlace = z.object({ kind: flowSliceKind, id: z.string().nullable(), name: bilingual });

/** An answer for all that was asked for, and for every slice; `whole` is null exactly when `unavailable` says why. */
const answerOf = <Figures extends z.ZodType>(figures: Figures) => ({
  ...told,
  whole: figures.nullable(),
  unavailable: figureNote.nullable(),
  slices: z.array(z.object({ places: z.array(flowPlace), figures })),
});

/** Median and percentiles of spans of time, in the unit its place says; null without any. */
export const spans = z.object({
  count: z.int(),
  median: z.number().nullable(),
  p75: z.number().nullable(),
  p90: z.number().nullable(),
});

const worth = {
  value: total,
  /** Cases without an amount or an exchange rate; they are not in `value`, which is then partial. */
  withoutValue: z.int(),
};

/** A row behind a figure: the part of it named in `of`, and what it adds. What says nothing of a row is null. */
export const flowRecord = z.object({
  id: z.string(),
  of: z.string(),
  opportunityId: id,
  name: bilingual,
  accountName: bilingual.nullable(),
  ownerName: bilingual.nullable(),
  at: instant.nullable(),
  date: day.nullable(),
  count: z.int(),
  value: total.nullable(),
  milliseconds: z.int().nullable(),
  days: z.int().nullable(),
  minutes: z.number().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export const flowRecords = z.object({ ...told, items: z.array(flowRecord), page, count: z.int() });

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
const matrixSum = { count: z.int(), ...worth };

export const matrixQuery = z.strictObject({ ...asked, by });
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
  ...answerOf(matrix),
  stages: z.array(z.object({ key: z.string(), name: bilingual, class: z.enum(['open', 'won']) })),
});
export const matrixRecordsQuery = z.strictObject({
  ...paging,
  ...asked,
  from: place.optional(),
  to: place.optional(),
  kind: transitionKind.optional(),
  skipped: z.enum(['true', 'false']).optional(),
});

export const throughputQuery = z.strictObject({
  period: periodKey.optional(),
  side: funnelSide.default('seller'),
  mode: funnelMode.default('ordered'),
  ...knowledge,
  ...sliceFilter,
});
/** Entries into one row ÷ entries into another, both in the period; not a conversion. */
export const throughputAnswer = z.object({
  range,
  asOf: instant,
  reading,
  side: funnelSide,
  mode: funnelMode,
  name: bilingual,
  rows: z.array(z.object({ key: z.string(), name: bilingual, entered: z.int() })),
  pairs: z.array(
    z.object({ from: z.string(), to: z.string(), ratio: ratio.nullable(), unavailable: figureNote.nullable() }),
  ),
  unavailable: figureNote.nullable(),
});
export const throughputRecordsQuery = z.strictObject({ ...throughputQuery.shape, ...paging, row: z.string().max(40) });

export const staysQuery = z.strictObject({ ...asked, by, side: funnelSide.default('seller') });
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
  ...answerOf(z.array(staysRow)),
  side: funnelSide,
  rows: z.array(z.object({ key: z.string(), name: bilingual })),
});
export const staysRecordsQuery = z.strictObject({
  ...paging,
  ...asked,
  side: funnelSide.default('seller'),
  row: z.string().max(40),
  of: z.enum(['completed', 'running', 'undated']).default('completed'),
});

export const cycleQuery = z.strictObject({ ...asked, by });
/** Whole days from being created to the close date, of what was won in the period. */
export const cycle = z.object({
  days: spans,
  /** Won ones of which nobody knows when they were created; they are in no other number. */
  undated: z.int(),
});
export const cycleAnswer = z.object(answerOf(cycle));
export const cycleRecordsQuery = z.strictObject({ ...paging, ...asked });

const standing = { ...knowledge, ...flowFilter };
export const staleQuery = z.strictObject({ ...standing, by });
export const staleRow = z.object({
  key: z.string(),
  open: z.object({ count: z.int(), ...worth }),
  stale: z.object({ count: z.int(), ...worth }),
});
export const staleAnswer = z.object({
  ...answerOf(z.array(staleRow)),
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
  ...paging,
  ...standing,
  stage: z.string().max(40).optional(),
  of: z.enum(['stale', 'open']).default('stale'),
});

export const winRateVariant = z.enum(['broad', 'narrow', 'qualified', 'created']);
/** Won ÷ (won + lost + running); only the cohort of created ones has running ones. */
export const winRate = z.object({
  won: z.int(),
  lost: z.int(),
  running: z.int(),
  /** Cancelled ones, which are in no rate. */
  outside: z.int(),
  rate: ratio.nullable(),
  unavailable: figureNote.nullable(),
  /** 95 % Wilson interval of a rate over fewer than 30 cases. */
  interval: z.object({ low: ratio, high: ratio }).nullable(),
  byValue: z.object({
    won: total,
    all: total,
    withoutValue: z.int(),
    rate: ratio.nullable(),
    unavailable: figureNote.nullable(),
  }),
});
export const winRates = z.object({ broad: winRate, narrow: winRate, qualified: winRate, created: winRate });
export const winRatesQuery = z.strictObject({ ...asked, by });
export const winRatesAnswer = z.object({
  ...answerOf(winRates),
  /** What each variant means, in the reader's language. */
  variants: z.array(z.object({ key: winRateVariant, name: z.string(), formula: z.string() })),
});
export const winRatesRecordsQuery = z.strictObject({ ...paging, ...asked, variant: winRateVariant.default('broad') });

export const dealSizeQuery = z.strictObject({ ...asked, by });
export const dealSize = z.object({
  /** Won positive new-business bookings. */
  bookings: total,
  closings: z.int(),
  /** Closings that are no new business: expansions and won-back customers. */
  otherClosings: z.int(),
  average: total.nullable(),
  unavailable: figureNote.nullable(),
  median: total.nullable(),
  withoutValue: z.int(),
});
export const dealSizeAnswer = z.object(answerOf(dealSize));
export const dealSizeRecordsQuery = z.strictObject({
  ...paging,
  ...asked,
  of: z.enum(['booking', 'closing']).optional(),
});

export const handOffFiguresQuery = z.strictObject({ ...asked, by });
export const handOffFigures = z.object({
  /** Of the offers due in the period: met ÷ (met + breached). */
  compliance: z.object({
    met: z.int(),
    breached: z.int(),
    running: z.int(),
    /** Closed by somebody else before they were due. */
    outside: z.int(),
    rate: ratio.nullable(),
    unavailable: figureNote.nullable(),
    interval: z.object({ low: ratio, high: ratio }).nullable(),
  }),
  /** Working minutes of the receiver until an offer was accepted, rejected or touched. */
  response: spans,
  /** Speed to lead: minutes on the wall until a human first touched what was created in the period. */
  speed: spans,
  /** Open ones that nobody has touched yet. */
  waiting: z.int(),
  /** Those that were closed without a human touch, as by an import. */
  untouched: z.int(),
});
export const handOffFiguresAnswer = z.object(answerOf(handOffFigures));
export const handOffFiguresRecordsQuery = z.strictObject({
  ...paging,
  ...asked,
  clock: z.enum(['response', 'speed']).default('response'),
  fate: z.enum(['met', 'breached', 'running', 'outside', 'touched', 'waiting', 'untouched']).optional(),
});

export type FlowPlaceWire = z.infer<typeof flowPlace>;
export type SpansWire = z.infer<typeof spans>;
export type FlowRecordWire = z.infer<typeof flowRecord>;
export type FlowRecordsWire = z.infer<typeof flowRecords>;
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
export type WinRateWire = z.infer<typeof winRate>;
export type WinRatesWire = z.infer<typeof winRates>;
export type WinRatesQuery = z.infer<typeof winRatesQuery>;
export type WinRatesAnswerWire = z.infer<typeof winRatesAnswer>;
export type WinRatesRecordsQuery = z.infer<typeof winRatesRecordsQuery>;
export type DealSizeQuery = z.infer<typeof dealSizeQuery>;
export type DealSizeWire = z.infer<typeof dealSize>;
export type DealSizeAnswerWire = z.infer<typeof dealSizeAnswer>;
export type DealSizeRecordsQuery = z.infer<typeof dealSizeRecordsQuery>;
export type HandOffFiguresQuery = z.infer<typeof handOffFiguresQuery>;
export type HandOffFiguresWire = z.infer<typeof handOffFigures>;
export type HandOffFiguresAnswerWire = z.infer<typeof handOffFiguresAnswer>;
export type HandOffFiguresRecordsQuery = z.infer<typeof handOffFiguresRecordsQuery>;
