import { z } from 'zod';
import { figureNote, range, reading, sliceFilter } from './figures.contract';
import {
  bilingual,
  day,
  id,
  instant,
  line,
  money,
  page,
  recordsPaging,
  periodKey,
  ratio,
  total,
} from './shapes.contract';

/** Narrows every question about pipeline; `none` asks for records without that attribute. */
export const pipelineFilter = {
  ...sliceFilter,
  campaignId: id.or(z.literal('none')).optional(),
  productId: id.or(z.literal('none')).optional(),
  /** The segment of the account, by its name. */
  segment: line(120).optional(),
};

/** Which period, narrowed to what, as of the end of which past day, and by which reading. */
const asked = {
  period: periodKey.optional(),
  asOf: day.optional(),
  reading: reading.default('restated'),
  ...pipelineFilter,
};

/** `in_period`: what is expected to close in the period. `any`: all that is open, whatever its close date. */
const closing = z.enum(['in_period', 'any']);

const told = {
  range,
  asOf: instant,
  reading,
  currency: z.string(),
  /** Why nothing can be known; null when something can. */
  unavailable: figureNote.nullable(),
};

/** An opportunity behind a figure: whose it was then, and what it was worth in its own currency. */
const record = {
  opportunityId: id,
  name: bilingual,
  accountName: bilingual.nullable(),
  ownerName: bilingual.nullable(),
  amount: money.nullable(),
  closeDate: day.nullable(),
};
const records = { page, count: z.int() };

export const waterfallBucket = z.enum([
  'start',
  'new',
  'pulled_in',
  'reopened',
  'increased',
  'decreased',
  'pushed_out',
  'lost',
  'won',
  'removed',
  'owner_change',
  'rate',
  'end',
]);
/** `net`: one bucket an opportunity, the ends of the period compared. `gross`: every change for itself. */
const form = z.enum(['net', 'gross']);

export const waterfallQuery = z.strictObject({
  ...asked,
  closing: closing.default('in_period'),
  form: form.default('net'),
});
export const waterfall = z.object({
  ...told,
  closing,
  form,
  /** In order; what stands between start and end, added to the start with its sign, is the end. */
  lines: z.array(
    z.object({
      bucket: waterfallBucket,
      name: z.string(),
      value: total,
      /** Opportunities (net) or changes (gross) in it. */
      count: z.int(),
    }),
  ),
  notes: z.array(figureNote),
});
export const waterfallRecordsQuery = waterfallQuery.extend({ ...recordsPaging, bucket: waterfallBucket.optional() });
export const waterfallRecords = z.object({
  ...told,
  closing,
  form,
  items: z.array(
    z.object({
      ...record,
      bucket: waterfallBucket,
      /** All contributions to a line add up to it exactly. */
      contribution: total,
      /** When it happened; gross only. */
      at: instant.nullable(),
    }),
  ),
  ...records,
});

export const pipelineStep = z.enum(['day', 'week', 'month']);
export const pipelineQuery = z.strictObject({
  ...asked,
  closing: closing.default('any'),
  /** From one point to the next; the first is the eve of the period, the last its last day or today. */
  step: pipelineStep.default('week'),
});
/** What is open at the end of a day, at the one plan rate of the period. */
export const pipelinePoint = z.object({
  day,
  count: z.int(),
  value: total,
  /** Amount × probability: the rep's own, else the stage's. */
  weighted: total,
  notes: z.array(figureNote),
});
export const pipelineTrend = z.object({ ...told, closing, step: pipelineStep, points: z.array(pipelinePoint) });
export const pipelineRecordsQuery = z.strictObject({
  ...asked,
  ...recordsPaging,
  closing: closing.default('any'),
  /** A day of the period, or the eve of it. */
  day,
});
export const pipelineRecords = z.object({
  ...told,
  closing,
  point: pipelinePoint,
  items: z.array(
    z.object({
      ...record,
      /** Null without an amount or an exchange rate: then it counts and adds nothing. */
      contribution: total.nullable(),
      weighted: total.nullable(),
    }),
  ),
  ...records,
});

const pile = z.object({ count: z.int(), value: total });
export const slippageQuery = z.strictObject(asked);
export const slippage = z.object({
  ...told,
  /** Open at the start of the period with a close date in it. */
  due: pile,
  /** Of these, still open at its end (or by now), with what they were worth at the start. */
  slipped: pile,
  share: ratio.nullable(),
  shareOfValue: ratio.nullable(),
  /** 95 % Wilson interval of the share over fewer than 30 cases. */
  interval: z.object({ low: ratio, high: ratio }).nullable(),
  /** By month of the new close date as in `2026-08`, `no_date`, or `still_due` with a date in the period. */
  went: z.array(pile.extend({ to: z.string(), name: z.string() })),
  notes: z.array(figureNote),
});
export const slippageRecordsQuery = z.strictObject({
  ...asked,
  ...recordsPaging,
  of: z.enum(['due', 'slipped']).default('slipped'),
  /** Of those that slipped, only those that went one way. */
  to: z
    .string()
    .regex(/^(\d{4}-\d{2}|no_date|still_due)$/)
    .optional(),
});
export const slippageRecords = z.object({
  ...told,
  items: z.array(
    z.object({
      ...record,
      contribution: total.nullable(),
      closeDateAfter: day.nullable(),
      /** Null if it did not slip. */
      went: z.string().nullable(),
    }),
  ),
  ...records,
});

/** Pipeline ÷ what it has to cover. */
export const coverageView = z.object({
  /** Null exactly when it is met or `unavailable` says why. */
  coverage: ratio.nullable(),
  /** The quota is booked already. */
  met: z.boolean(),
  unavailable: figureNote.nullable(),
  count: z.int(),
  pipeline: total,
  /** The quota at the start, what is left of it to go; null without one. */
  toCover: total.nullable(),
  notes: z.array(figureNote),
});
export const coverageQuery = z.strictObject(asked);
export const coverage = z.object({
  ...told,
  /** As in quota attainment of the same scope; its records are those behind these two. */
  quota: total.nullable(),
  won: total.nullable(),
  start: coverageView,
  toGo: coverageView,
});
export const coverageRecordsQuery = z.strictObject({ ...asked, ...recordsPaging, of: z.enum(['start', 'to_go']) });
export const coverageRecords = z.object({
  ...told,
  items: z.array(z.object({ ...record, contribution: total.nullable() })),
  ...records,
});

export type WaterfallQuery = z.infer<typeof waterfallQuery>;
export type WaterfallWire = z.infer<typeof waterfall>;
export type WaterfallRecordsQuery = z.infer<typeof waterfallRecordsQuery>;
export type WaterfallRecordsWire = z.infer<typeof waterfallRecords>;
export type PipelineQuery = z.infer<typeof pipelineQuery>;
export type PipelineTrendWire = z.infer<typeof pipelineTrend>;
export type PipelinePointWire = z.infer<typeof pipelinePoint>;
export type PipelineRecordsQuery = z.infer<typeof pipelineRecordsQuery>;
export type PipelineRecordsWire = z.infer<typeof pipelineRecords>;
export type SlippageQuery = z.infer<typeof slippageQuery>;
export type SlippageWire = z.infer<typeof slippage>;
export type SlippageRecordsQuery = z.infer<typeof slippageRecordsQuery>;
export type SlippageRecordsWire = z.infer<typeof slippageRecords>;
export type CoverageQuery = z.infer<typeof coverageQuery>;
export type CoverageWire = z.infer<typeof coverage>;
export type CoverageViewWire = z.infer<typeof coverageView>;
export type CoverageRecordsQuery = z.infer<typeof coverageRecordsQuery>;
export type CoverageRecordsWire = z.infer<typeof coverageRecords>;
