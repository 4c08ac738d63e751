import { z } from 'zod';
import { day, id, instant, money, reason } from './shapes.contract';

/** What an earlier row of the log should have said; the log itself is never changed. */
export const correction = z.discriminatedUnion('kind', [
  /** It was true at another instant, between the rows around it. */
  z.strictObject({ kind: z.literal('redate'), correctsSeq: z.int().min(1), at: instant, note: reason(500) }),
  /** It never was; only the latest row that still stands. What the log follows is as before it, and its bookings are taken back. */
  z.strictObject({ kind: z.literal('withdraw'), correctsSeq: z.int().min(1), note: reason(500) }),
]);

/** Gives back part of a booking; amounts are above 0. */
export const credit = z.strictObject({
  /** Default: what the win booked. */
  bookingId: id.optional(),
  amount: money,
  /** The part of the direct cost that comes back; default none. */
  cost: money.optional(),
  /** Default today. */
  grantedOn: day.optional(),
  note: reason(500),
});

/** Changes a locked period: booked today, it counts on `adjustsDate` as restated. Amounts are signed. */
export const adjustment = z.strictObject({
  amount: money,
  cost: money.optional(),
  adjustsDate: day,
  note: reason(500),
});

export type Correction = z.infer<typeof correction>;
export type Credit = z.infer<typeof credit>;
export type Adjustment = z.infer<typeof adjustment>;
