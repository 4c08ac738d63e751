import { z } from 'zod';
import { bilingual, currencyCode, day, id, instant, listOf, paging, reason, version } from './shapes.contract';

/** Nothing is dated before `lockedBefore` any more; a locked period changes by adjustment lines only. */
export const periodLock = z.object({
  id,
  lockedBefore: day,
  lockedAt: instant,
  lockedBy: z.object({ id, name: bilingual }).nullable(),
  note: z.string().nullable(),
});
/** The newest lock first: it is the one in force. */
export const periodLockList = listOf(periodLock);
export const periodLockQuery = z.strictObject(paging);
export const newPeriodLock = z.strictObject({ lockedBefore: day, note: reason(500) });

/** Units of the reporting currency for one unit of `from`, as decimal text, since `rateDate`. */
export const exchangeRate = z.object({
  from: currencyCode,
  to: currencyCode,
  date: day,
  rate: z.string(),
  rateDate: day,
  /** Of the rate that is set for `date` itself; null while that day goes by an earlier one. */
  version: version.nullable(),
});
export const exchangeRateChange = z.strictObject({ rate: z.string().max(40) });

/** Values bookings in a currency anew by the rates known now: those counting from `since` on, before `until`. */
export const currencyRestatement = z
  .strictObject({ from: currencyCode, since: day, until: day, reason: reason(500) })
  .refine(({ since, until }) => since < until, { path: ['until'], error: 'must lie after since' });

/** One call restates 2,000 lines at most; while some remain, send it again with a new key. */
export const currencyRestatementResult = z.object({
  restated: z.int(),
  remaining: z.int(),
  /** Worth something else by now, but in a locked period. */
  skippedLocked: z.int(),
  /** Still not convertible: there is no rate for their day. */
  withoutRate: z.int(),
});

export type PeriodLockWire = z.infer<typeof periodLock>;
export type PeriodLockQuery = z.infer<typeof periodLockQuery>;
export type NewPeriodLock = z.infer<typeof newPeriodLock>;
export type ExchangeRateWire = z.infer<typeof exchangeRate>;
export type ExchangeRateChange = z.infer<typeof exchangeRateChange>;
export type CurrencyRestatement = z.infer<typeof currencyRestatement>;
export type CurrencyRestatementResult = z.infer<typeof currencyRestatementResult>;
