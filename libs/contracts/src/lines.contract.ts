import { z } from 'zod';
import { figureNote, range, reading, sliceFilter } from './figures.contract';
import { bilingual, day, id, instant, page, recordsPaging, periodKey, total } from './shapes.contract';

/** What every question about booking lines takes: a period, a past day and a reading. */
export const linesAsked = { period: periodKey.optional(), asOf: day.optional(), reading: reading.default('restated') };

/** Narrows a question about booking lines; `none` asks for lines without that attribute. */
export const lineFilter = {
  ...sliceFilter,
  campaignId: id.or(z.literal('none')).optional(),
  productId: id.or(z.literal('none')).optional(),
  segment: z.string().trim().min(1).max(120).optional(),
};

/** What every answer says of itself: the exact range, the moment whose knowledge it holds, and its reading. */
export const linesTold = { range, asOf: instant, reading };

/** Why nothing can be known, if it cannot, and what stands beside the numbers. */
export const linesSaid = { unavailable: figureNote.nullable(), notes: z.array(figureNote) };

/** A booking line behind a number; the contributions of all of them add up to `sum`. */
export const lineRecord = z.object({
  id,
  opportunityId: id,
  name: bilingual,
  accountName: bilingual.nullable(),
  ownerName: bilingual.nullable(),
  date: day,
  contribution: total,
});
export const lineRecords = z.object({ ...linesTold, sum: total, items: z.array(lineRecord), page, count: z.int() });
export const lineRecordsAsked = { ...recordsPaging, ...linesAsked };

export type LineRecordsWire = z.infer<typeof lineRecords>;
