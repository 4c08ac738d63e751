import { z } from 'zod';
import { definitionKey, figureNote } from './figures.contract';
import { flowAnswerOf, flowAsked, flowBy, spans } from './flow.contract';
import { recordsPaging, ratio, total } from './shapes.contract';

export const winRateVariant = z.enum(['broad', 'narrow', 'qualified', 'created']);
/** Won ÷ (won + lost + running); only the cohort of created ones has running ones. */
export const winRate = z.object({
  won: z.int(),
  lost: z.int(),
  running: z.int(),
  /** Those cancelled in the period (of the created cohort: by now), which are in no rate. */
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
export const winRatesQuery = z.strictObject({ ...flowAsked, by: flowBy });
/** `definition` is the variant the organisation goes by. */
export const winRatesAnswer = z.object({ ...flowAnswerOf(winRates), definition: definitionKey });
export const winRatesRecordsQuery = z.strictObject({
  ...recordsPaging,
  ...flowAsked,
  variant: winRateVariant.default('broad'),
});

export const dealSizeQuery = z.strictObject({ ...flowAsked, by: flowBy });
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
/** `definition` is what the organisation goes by: `mean` or `median`. */
export const dealSizeAnswer = z.object({ ...flowAnswerOf(dealSize), definition: definitionKey });
export const dealSizeRecordsQuery = z.strictObject({
  ...recordsPaging,
  ...flowAsked,
  of: z.enum(['booking', 'closing']).optional(),
});

export const handOffFiguresQuery = z.strictObject({ ...flowAsked, by: flowBy });
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
export const handOffFiguresAnswer = z.object(flowAnswerOf(handOffFigures));
export const handOffFiguresRecordsQuery = z.strictObject({
  ...recordsPaging,
  ...flowAsked,
  clock: z.enum(['response', 'speed']).default('response'),
  fate: z.enum(['met', 'breached', 'running', 'outside', 'touched', 'waiting', 'untouched']).optional(),
});

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
