import { z } from 'zod';
import { bilingual, day, id, instant, page, recordsPaging, periodKey, ratio, total } from './shapes.contract';

/** The five shared KPIs first, then the figures that stand under them. */
export const figureKey = z.enum([
  'quota_attainment',
  'new_customers',
  'closings',
  'gross_profit_per_customer',
  'sales_expense_ratio',
  'revenue_expense_ratio',
  'net_revenue',
  'winning_customers',
  'lost',
  'win_rate',
]);

export const figureValue = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('ratio'), ratio }),
  z.object({ unit: z.literal('count'), count: z.int() }),
  z.object({ unit: z.literal('money'), money: total }),
]);

/** One of rival definitions of a figure, as its card names it. */
export const definitionKey = z.string().max(32);

/** A sentence beside a figure: partial total, cost coverage, too few cases. `detail` is in the reader's language. */
export const figureNote = z.object({ code: z.string(), detail: z.string() });

/** One figure over one period and slice; `value` is null exactly when `unavailable` says why. */
export const figure = z.object({
  key: figureKey,
  unit: z.enum(['ratio', 'count', 'money']),
  betterWhen: z.enum(['higher', 'lower']),
  value: figureValue.nullable(),
  unavailable: figureNote.nullable(),
  notes: z.array(figureNote),
  /** What stands above and below the line, by name in the reader's language, so that anyone can check the sum. */
  parts: z.array(z.object({ key: z.string(), name: z.string().optional(), value: figureValue.nullable() })),
  /** 95 % Wilson interval of a rate over fewer than 30 cases. */
  interval: z.object({ low: ratio, high: ratio }).nullable(),
  target: figureValue.nullable(),
  /** Value ÷ target; null without a target or a value. */
  attainment: ratio.nullable(),
  /** Attainment ÷ share of the period's working days gone; 1 is exactly on pace. Null for ratios and averages. */
  pace: ratio.nullable(),
  /** `met`, or where it stands against the pace (5 % tolerance). */
  standing: z.enum(['met', 'ahead', 'on_track', 'behind', 'missed']).nullable(),
  /** The same figure in the period before; null where it could not be known, or records began later. */
  previous: figureValue.nullable(),
  /** The same figure in the same period of the year before: the second quarter beside the second quarter, week 20 beside week 20. */
  yearBefore: figureValue.nullable(),
  /** Which of rival definitions it goes by; null without rivals. */
  definition: definitionKey.nullable(),
});

/** The exact range a figure covers: days half-open in the reporting zone, and the same as instants. */
export const range = z.object({
  key: z.string(),
  from: day,
  until: day,
  zone: z.string(),
  fromInstant: instant,
  untilInstant: instant,
  /** Share of the period's working days that are gone today. */
  gone: ratio,
});

export const sliceKind = z.enum(['team', 'office', 'person', 'source']);
export const slice = z.object({ kind: sliceKind, id: id.nullable(), name: bilingual });

/** Narrows every question; `none` asks for records without that attribute. */
export const sliceFilter = {
  teamId: id.or(z.literal('none')).optional(),
  officeId: id.or(z.literal('none')).optional(),
  personId: id.or(z.literal('none')).optional(),
  sourceId: id.or(z.literal('none')).optional(),
};

/**
 * `restated`: each event when it was true, by all that is known. `reported`: each as and where it was first recorded, a reversal or
 * withdrawal as an event of its own on its own day.
 */
export const reading = z.enum(['restated', 'reported']);

/** Which answer is asked for: as of the end of a past day, in the organisation's zone, and by which reading. */
export const knowledge = { asOf: day.optional(), reading: reading.default('restated') };
/** The moment whose knowledge an answer holds: when it was asked, or the end of the day it was asked as of; and its reading. */
export const told = { asOf: instant, reading };

export const scoreboardQuery = z.strictObject({
  period: periodKey.optional(),
  by: sliceKind.optional(),
  ...knowledge,
  ...sliceFilter,
});

export const scoreboard = z.object({
  range,
  ...told,
  currency: z.string(),
  figures: z.array(figure),
  slices: z.array(z.object({ slice, figures: z.array(figure) })),
  /** About the answer as a whole: nothing to compare with, or why it had to be counted from the records, which takes longer. */
  notes: z.array(figureNote),
});

/** What a figure means, in the reader's language. */
export const definition = z.object({
  key: figureKey,
  unit: z.enum(['ratio', 'count', 'money']),
  betterWhen: z.enum(['higher', 'lower']),
  name: z.string(),
  formula: z.string(),
  explanation: z.string(),
});
export const definitions = z.object({ definitions: z.array(definition) });

/** A row behind a figure; the contributions of all rows add up to the figure's part named in `of`. */
export const figureRecord = z.object({
  id,
  kind: z.enum(['booking', 'opportunity', 'customer', 'expense', 'quota']),
  of: z.string(),
  name: bilingual,
  accountName: bilingual.nullable(),
  opportunityId: id.nullable(),
  ownerName: bilingual.nullable(),
  date: day.nullable(),
  contribution: figureValue,
});
export const recordsQuery = z.strictObject({
  ...recordsPaging,
  period: periodKey.optional(),
  ...knowledge,
  ...sliceFilter,
});
export const figureRecords = z.object({
  range,
  ...told,
  figure,
  items: z.array(figureRecord),
  page,
  count: z.int(),
});

export type FigureKey = z.infer<typeof figureKey>;
export type FigureValue = z.infer<typeof figureValue>;
export type FigureWire = z.infer<typeof figure>;
export type FigureNoteWire = z.infer<typeof figureNote>;
export type ReadingWire = z.infer<typeof reading>;
export type RangeWire = z.infer<typeof range>;
export type SliceWire = z.infer<typeof slice>;
export type SliceKind = z.infer<typeof sliceKind>;
export type ScoreboardQuery = z.infer<typeof scoreboardQuery>;
export type ScoreboardWire = z.infer<typeof scoreboard>;
export type DefinitionWire = z.infer<typeof definition>;
export type FigureRecordWire = z.infer<typeof figureRecord>;
export type FigureRecordsWire = z.infer<typeof figureRecords>;
export type RecordsQuery = z.infer<typeof recordsQuery>;
