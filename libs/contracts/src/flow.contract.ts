import { z } from 'zod';
import { figureNote, range, reading, sliceFilter } from './figures.contract';
import { bilingual, day, id, instant, line, page, periodKey, total } from './shapes.contract';

export const flowSliceKind = z.enum(['team', 'office', 'person', 'source', 'campaign', 'segment', 'product']);

/** Narrows every question about flow; `none` asks for what lacks the attribute. */
export const flowFilter = {
  ...sliceFilter,
  campaignId: id.or(z.literal('none')).optional(),
  /** The segment of the account, as it is spelt there. */
  segment: line(120).optional(),
  productId: id.or(z.literal('none')).optional(),
};

/** Which answer is asked for: as of the end of a past day, in the organisation's zone, and by which reading. */
export const flowKnowledge = { asOf: day.optional(), reading: reading.default('restated') };

/** One kind, as `person`, or two, as `person,product`, which gives every pair that has any case. */
export const flowBy = z
  .string()
  .regex(
    /^(team|office|person|source|campaign|segment|product)(,(team|office|person|source|campaign|segment|product))?$/,
  )
  .optional();

export const flowAsked = { period: periodKey.optional(), ...flowKnowledge, ...flowFilter };

/** The days, the moment whose knowledge an answer holds, and its reading. */
export const flowTold = { range, asOf: instant, reading, currency: z.string() };

/** Where a slice lies: an id, the segment itself, or null for what lacks the attribute. */
export const flowPlace = z.object({ kind: flowSliceKind, id: z.string().nullable(), name: bilingual });

/** What a figure means, in the reader's language. */
export const flowDefinition = z.object({
  key: z.string(),
  name: z.string(),
  formula: z.string(),
  explanation: z.string(),
});

/** An answer for all that was asked for, and for every slice; `whole` is null exactly when `unavailable` says why. */
export const flowAnswerOf = <Figures extends z.ZodType>(figures: Figures) => ({
  ...flowTold,
  definitions: z.array(flowDefinition),
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

export const flowWorth = {
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
export const flowRecords = z.object({ ...flowTold, items: z.array(flowRecord), page, count: z.int() });

export type FlowPlaceWire = z.infer<typeof flowPlace>;
export type FlowDefinitionWire = z.infer<typeof flowDefinition>;
export type SpansWire = z.infer<typeof spans>;
export type FlowRecordWire = z.infer<typeof flowRecord>;
export type FlowRecordsWire = z.infer<typeof flowRecords>;
