import { z } from 'zod';
import { definitionKey, figureNote, figureRecord, slice, sliceFilter } from './figures.contract';
import { linesAsked, linesTold } from './lines.contract';
import { money, page, recordsPaging, total } from './shapes.contract';

export const acquisitionQuery = z.strictObject({ ...linesAsked, ...sliceFilter });

/** Expense of sales and marketing ÷ new customers; `value` is null exactly when `unavailable` says why. */
export const acquisitionCost = z.object({
  value: money.nullable(),
  unavailable: figureNote.nullable(),
  notes: z.array(figureNote),
  /** Null, like the other parts, when nothing had been recorded yet. */
  expense: total.nullable(),
  salesExpense: total.nullable(),
  marketingExpense: total.nullable(),
  newCustomers: z.int().nullable(),
});

/** As a whole and by source; expense and new customers of all rows add up to those of the whole. */
export const acquisitionCosts = z.object({
  ...linesTold,
  currency: z.string(),
  /** What a new customer is, by the hand-off contract. */
  definition: definitionKey,
  whole: acquisitionCost,
  rows: z.array(acquisitionCost.extend({ slice })),
});

export const acquisitionRecordsQuery = z.strictObject({
  ...recordsPaging,
  ...linesAsked,
  ...sliceFilter,
  /** Only what stands above the line, or below it; both when it is left out. */
  part: z.enum(['expense', 'new_customers']).optional(),
});

/** Expense lines (`sales_expense`, `marketing_expense`) and customers (`new_customers`); each kind adds up to its part of the cost. */
export const acquisitionRecords = z.object({
  ...linesTold,
  cost: acquisitionCost,
  items: z.array(figureRecord),
  page,
  count: z.int(),
});

export type AcquisitionQuery = z.infer<typeof acquisitionQuery>;
export type AcquisitionCostWire = z.infer<typeof acquisitionCost>;
export type AcquisitionCostsWire = z.infer<typeof acquisitionCosts>;
export type AcquisitionRecordsQuery = z.infer<typeof acquisitionRecordsQuery>;
export type AcquisitionRecordsWire = z.infer<typeof acquisitionRecords>;
