import { z } from 'zod';
import { figureNote, range, reading, sliceFilter } from './figures.contract';
import { bilingual, day, id, instant, page, recordsPaging, periodKey, ratio, total } from './shapes.contract';
import { forecastCategory } from './opportunities.contract';

/** Which answer is asked for: as of the end of a past day, in the organisation's zone, and by which reading. */
const knowledge = { asOf: day.optional(), reading: reading.default('restated') };

/** The moment whose knowledge an answer holds: when it was asked, or the end of the day it was asked as of; and its reading. */
const told = { asOf: instant, reading };

/** What a part of a forecast means, in the reader's language. */
export const forecastDefinition = z.object({ name: z.string(), formula: z.string(), explanation: z.string() });

/** Open opportunities: how many, what they are worth in the reporting currency, and what that comes to weighted. */
const dealSum = { count: z.int(), worth: total, weighted: total };

/** Where a probability comes from: the rep, past opportunities of the stage, or what the stage was set to. */
export const probabilityBasis = z.enum(['own', 'learned', 'default']);

export const forecastQuery = z.strictObject({ period: periodKey.optional(), ...knowledge, ...sliceFilter });

/** An open stage: its probability for whoever has none of their own, what it was learned from, and what stands in it. */
export const forecastStage = z.object({
  stageId: id,
  key: z.string(),
  name: bilingual,
  probability: ratio,
  basis: probabilityBasis,
  /** Decided opportunities that had entered the stage, and how many of them were won. */
  decided: z.int(),
  won: z.int(),
  ...dealSum,
});

export const forecast = z.object({
  range,
  ...told,
  currency: z.string(),
  /** Null exactly when `unavailable` says why. */
  forecast: z
    .object({
      /** Won + weighted. */
      total,
      /** Net revenue of the period. */
      won: total,
      open: z.object(dealSum),
      /** Left out, because their close date has passed. */
      overdue: z.object({ count: z.int(), worth: total }),
      /** Left out, because they have no amount or no exchange rate: the total is partial. */
      unvalued: z.int(),
      /** Nine of ten simulated periods reach P10, half reach P50, one of ten reaches P90. */
      simulated: z.object({ p10: total, p50: total, p90: total, draws: z.int() }),
      /** Of the open ones; what is closed stands in `won`. */
      categories: z.array(z.object({ category: forecastCategory, name: z.string(), ...dealSum })),
      stages: z.array(forecastStage),
      notes: z.array(figureNote),
    })
    .nullable(),
  unavailable: figureNote.nullable(),
  definitions: z.object({
    weighted: forecastDefinition,
    range: forecastDefinition,
    categories: forecastDefinition,
  }),
});

export const forecastPart = z.enum(['won', 'open', 'overdue', 'unvalued']);

export const forecastRecordsQuery = z.strictObject({
  ...recordsPaging,
  period: periodKey.optional(),
  of: forecastPart.default('open'),
  /** Only those in a stage, and only those of a category; of open opportunities. */
  stageId: id.optional(),
  category: forecastCategory.optional(),
  ...knowledge,
  ...sliceFilter,
});

/** A booking line that is won, or an open opportunity; the contributions of all rows of a part add up to it. */
export const forecastRecord = z.object({
  id,
  kind: z.enum(['booking', 'opportunity']),
  of: forecastPart,
  opportunityId: id.nullable(),
  name: bilingual,
  accountName: bilingual.nullable(),
  ownerName: bilingual.nullable(),
  /** The booking date, or the close date. */
  date: day.nullable(),
  stageId: id.nullable(),
  category: forecastCategory.or(z.literal('closed')),
  probability: ratio.nullable(),
  basis: probabilityBasis.nullable(),
  /** In the reporting currency; null without an amount or an exchange rate. */
  worth: total.nullable(),
  /** What it adds to the forecast; null for what is left out. */
  contribution: total.nullable(),
});
export const forecastRecords = z.object({ range, ...told, items: z.array(forecastRecord), page, count: z.int() });

export const forecastAccuracyQuery = z.strictObject({
  /** Quarters that lie within it; without one, those of the last two years. */
  period: periodKey.optional(),
  /** Without one, the whole organisation. */
  teamId: id.optional(),
  ...knowledge,
});

/** Of several forecasts of one kind: how good they were together. */
export const forecastJudgement = z.object({
  forecast: total,
  actual: total,
  /** 1 is exact; null when `unavailable` says why. */
  accuracy: ratio.nullable(),
  /** Above 0 was forecast too high. */
  bias: ratio.nullable(),
  unavailable: figureNote.nullable(),
});

/** What is won with what is committed, with the best cases too, the weighted forecast, and the middle of the range. */
const judged = <Of extends z.ZodType>(of: Of) => z.object({ commit: of, bestCase: of, weighted: of, p50: of });

export const forecastAccuracy = z.object({
  ...told,
  currency: z.string(),
  from: day,
  until: day,
  /** By whole weeks from the end of the week of the snapshot to the end of the period; the shortest first. */
  leads: z.array(
    z.object({
      leadWeeks: z.int(),
      /** Periods that are over. */
      periods: z.int(),
      /** Of these, how many ended within P10 to P90; eight of ten should. */
      within: z.int(),
      ...judged(forecastJudgement).shape,
    }),
  ),
  unavailable: figureNote.nullable(),
  notes: z.array(figureNote),
  /** Every quarter that has a snapshot, the newest first, with what was said of it week by week. */
  periods: z.array(
    z.object({
      key: z.string(),
      from: day,
      until: day,
      /** Net revenue of the period; null while it is not over. */
      actual: total.nullable(),
      unavailable: figureNote.nullable(),
      notes: z.array(figureNote),
      snapshots: z.array(
        z.object({
          weekFrom: day,
          leadWeeks: z.int(),
          won: total,
          p10: total,
          p90: total,
          /** Whether the actual lay from P10 to P90; null until it is known. */
          within: z.boolean().nullable(),
          ...judged(total).shape,
        }),
      ),
    }),
  ),
  definition: forecastDefinition,
});

export type ForecastQuery = z.infer<typeof forecastQuery>;
export type ForecastWire = z.infer<typeof forecast>;
export type ForecastRecordsQuery = z.infer<typeof forecastRecordsQuery>;
export type ForecastRecordWire = z.infer<typeof forecastRecord>;
export type ForecastRecordsWire = z.infer<typeof forecastRecords>;
export type ForecastAccuracyQuery = z.infer<typeof forecastAccuracyQuery>;
export type ForecastAccuracyWire = z.infer<typeof forecastAccuracy>;
