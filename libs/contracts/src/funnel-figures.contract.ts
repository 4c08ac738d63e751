import { z } from 'zod';
import { buyerStep } from './funnel.contract';
import { definitionKey, figureNote, knowledge, range, sliceFilter, told } from './figures.contract';
import { bilingual, id, instant, money, page, periodKey, ratio, recordsPaging, total } from './shapes.contract';

export const funnelMode = z.enum(['ordered', 'strict', 'any']);
export const funnelSide = z.enum(['seller', 'buyer']);
export const funnelQuery = z.strictObject({
  period: periodKey.optional(),
  side: funnelSide.default('seller'),
  /** Without one, as the organisation has chosen. */
  mode: funnelMode.optional(),
  ...knowledge,
  ...sliceFilter,
});

/** Of those that entered the row before in the period, how many entered this one within the window of their own entry. */
export const conversion = z.object({
  windowDays: z.int(),
  /** Entries of the row before whose window is over. */
  mature: z.int(),
  converted: z.int(),
  /** Entries whose window is still running; they are in neither number above. */
  running: z.int(),
  rate: ratio.nullable(),
  unavailable: figureNote.nullable(),
  interval: z.object({ low: ratio, high: ratio }).nullable(),
  previousRate: ratio.nullable(),
  /** Of those that entered in the same period of the year before. */
  yearBeforeRate: ratio.nullable(),
  notes: z.array(figureNote),
  /** The difference to the period before lies outside the interval. */
  changed: z.boolean(),
});

/** One bar: a stage seen by the seller, or a step seen by the buyer. */
export const funnelRow = z.object({
  key: z.string(),
  name: bilingual,
  ownerSide: z.enum(['sales', 'marketing']),
  buyerStep,
  /** First entries in the period. */
  entered: z.int(),
  /** Of these, entries counted because a later stage was reached without it. */
  implied: z.int(),
  /** First entries whose day nobody knows, found out in the period; they are in no other number of the row. */
  undated: z.int().optional(),
  value: total,
  /** Entries without an amount or an exchange rate; they are not in `value`, which is then partial. */
  withoutValue: z.int().optional(),
  /** From the row before; null for the first row. */
  conversion: conversion.nullable(),
  /** From the first row of the funnel that was entered. */
  fromFirst: conversion.nullable(),
  /** Entries into this row ÷ entries into the row before, both in the period. */
  throughput: ratio.nullable(),
  /** Median days of completed stays that ended in the period. */
  medianDays: z.number().nullable(),
  /** What the numbers of the row leave out or suppose. */
  notes: z.array(figureNote),
});
export const funnelFigures = z.object({
  range,
  ...told,
  side: funnelSide,
  mode: funnelMode,
  definition: definitionKey,
  currency: z.string(),
  /** Empty exactly when `unavailable` says why. */
  rows: z.array(funnelRow),
  unavailable: figureNote.nullable(),
  /** As of the scoreboard. */
  notes: z.array(figureNote),
});

export const funnelRecordsQuery = z.strictObject({
  ...recordsPaging,
  period: periodKey.optional(),
  side: funnelSide.default('seller'),
  mode: funnelQuery.shape.mode,
  /** The row whose entries are asked for. */
  row: z.string().max(40),
  /** Only those that reached the next row within their window, or only those that did not. */
  converted: z.enum(['yes', 'no', 'running']).optional(),
  ...knowledge,
  ...sliceFilter,
});
export const funnelRecord = z.object({
  opportunityId: id,
  name: z.string(),
  accountName: bilingual.nullable(),
  ownerName: bilingual,
  enteredAt: instant,
  implied: z.boolean(),
  amount: money.nullable(),
  convertedAt: instant.nullable(),
  running: z.boolean(),
});
export const funnelRecords = z.object({ range, ...told, items: z.array(funnelRecord), page, count: z.int() });

export type FunnelQuery = z.infer<typeof funnelQuery>;
export type FunnelRowWire = z.infer<typeof funnelRow>;
export type FunnelFiguresWire = z.infer<typeof funnelFigures>;
export type FunnelRecordsQuery = z.infer<typeof funnelRecordsQuery>;
export type FunnelRecordWire = z.infer<typeof funnelRecord>;
export type FunnelRecordsWire = z.infer<typeof funnelRecords>;
