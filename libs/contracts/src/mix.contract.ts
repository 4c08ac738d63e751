import { z } from 'zod';
import { lineFilter, lineRecordsAsked, linesAsked, linesSaid, linesTold } from './lines.contract';
import { bilingual, ratio, total } from './shapes.contract';

export const mixKind = z.enum(['product', 'segment', 'team', 'person', 'booking_type']);
export const mixQuery = z.strictObject({ ...linesAsked, ...lineFilter, by: mixKind.default('product') });

const figures = {
  /** Net revenue, refunds and credits included. */
  revenue: total,
  /** Of the lines whose direct cost is known; null when none is. */
  grossProfit: total.nullable(),
  /** Booked money of known cost ÷ booked money. */
  costCoverage: ratio.nullable(),
  futureRevenue: total,
  /** Revenue of future products ÷ revenue; null when revenue is 0 or below. */
  futureShare: ratio.nullable(),
};

/** Revenue, gross profit and the share of future products; the amounts of all rows add up to those of the whole. */
export const mix = z.object({
  ...linesTold,
  ...linesSaid,
  currency: z.string(),
  by: mixKind,
  /** Null exactly when `unavailable` says why. */
  whole: z.object(figures).nullable(),
  rows: z.array(
    z.object({
      key: z.string(),
      name: bilingual,
      ...figures,
      /** Of the whole revenue; all rows add up to exactly 1. Null when the whole is 0 or below. */
      share: ratio.nullable(),
    }),
  ),
});

export const mixMeasure = z.enum(['revenue', 'gross_profit', 'future_revenue']);
export const mixRecordsQuery = z.strictObject({
  ...lineRecordsAsked,
  ...lineFilter,
  by: mixKind.default('product'),
  measure: mixMeasure.default('revenue'),
  /** The key of a row; without it, the whole. */
  row: z.string().max(120).optional(),
});

export type MixQuery = z.infer<typeof mixQuery>;
export type MixWire = z.infer<typeof mix>;
export type MixRecordsQuery = z.infer<typeof mixRecordsQuery>;
