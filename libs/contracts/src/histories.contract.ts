import { z } from 'zod';
import { handOff } from './hand-offs.contract';
import { outcome } from './opportunities.contract';
import { bilingual, day, id, instant, money, total, version } from './shapes.contract';

const named = z.object({ id, name: bilingual });

/** One row of the append-only log. */
export const move = z.object({
  id,
  seq: z.int(),
  version,
  at: instant,
  recordedAt: instant,
  precision: z.enum(['second', 'day', 'inferred']),
  origin: z.enum(['native', 'import_event', 'import_first_entry', 'import_last_entry', 'import_snapshot']),
  actor: z.object({ id, name: bilingual }).nullable(),
  stageFromId: id.nullable(),
  stageToId: id,
  outcomeFrom: outcome.nullable(),
  outcomeTo: outcome,
  amountFrom: money.nullable(),
  amountTo: money.nullable(),
  closeDateFrom: day.nullable(),
  closeDateTo: day.nullable(),
  ownerFrom: named.nullable(),
  ownerTo: named,
  reason: z.string().nullable(),
  note: z.string().nullable(),
  /** This row corrects row `correctsSeq`: gives it the date `at`, or takes it back. */
  correction: z.enum(['redate', 'withdraw']).nullable(),
  correctsSeq: z.int().nullable(),
  /** A later row took this one back: as restated neither happened. */
  withdrawn: z.boolean(),
  /** When it was true as restated, where a later row gives it another date than `at`. */
  redatedTo: instant.nullable(),
});

/** A value in the reporting currency by a rate that was known later. */
export const restatement = z.object({
  revision: z.int(),
  /** Units of the reporting currency for one unit, as decimal text. */
  rate: z.string(),
  rateDate: day,
  amount: total,
  cost: total.nullable(),
  reason: z.string(),
  recordedAt: instant,
  by: named.nullable(),
});

/** A signed money line posted when the opportunity was won, reopened or credited. */
export const booking = z.object({
  id,
  /** `booking` is posted by a win, `reversal` takes another line back, `credit` and `adjustment` are posted by hand. */
  kind: z.enum(['booking', 'reversal', 'credit', 'adjustment']),
  bookingType: z.enum(['new_business', 'expansion', 'renewal', 'win_back', 'credit']),
  amount: money,
  cost: money.nullable(),
  /** The amount in the reporting currency at the frozen rate; null when no rate was known. */
  reportingAmount: total.nullable(),
  /** Units of the reporting currency for one unit, as decimal text; frozen. */
  rate: z.string().nullable(),
  rateDate: day.nullable(),
  /** The day it counts on as reported. */
  bookingDate: day,
  /** The day it counts on as restated, where that is another. */
  adjustsDate: day.nullable(),
  recordedAt: instant,
  /** The row of the log that posted it; null when it was posted by hand. */
  moveId: id.nullable(),
  reversesId: id.nullable(),
  /** Another line takes this one back. */
  reversed: z.boolean(),
  creditOfId: id.nullable(),
  note: z.string().nullable(),
  /** Oldest first; the last is what it is worth as restated. */
  restatements: z.array(restatement),
});

export const history = z.object({ moves: z.array(move), handOffs: z.array(handOff), bookings: z.array(booking) });

export type MoveWire = z.infer<typeof move>;
export type BookingWire = z.infer<typeof booking>;
export type RestatementWire = z.infer<typeof restatement>;
export type HistoryWire = z.infer<typeof history>;
