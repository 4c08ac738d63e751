import type { PlainDate } from '@tandem/kernel';
import type { Reading } from './facts';

export type Outcome = 'open' | 'won' | 'lost' | 'cancelled';

/** A row of the log as far as closing goes; `on` is the day of `at` in the reporting zone. */
export interface OutcomeMove {
  readonly seq: number;
  readonly outcomeFrom: Outcome | null;
  readonly outcomeTo: Outcome;
  /** Null also where the outcome and this date stayed as they were: then the row says nothing about when it closed. */
  readonly closeDateTo: PlainDate | null;
  readonly on: PlainDate;
  readonly ownerToId: string;
  readonly teamToId: string;
  /** Of its moment; a row that leaves the outcome as it is has another one only where it corrects what was booked. */
  readonly sourceId: string | null;
  /** It takes an earlier row back: whatever it leads to counts on its own day, because the days before have been reported. */
  readonly isWithdrawal?: boolean;
}

export interface Closing {
  readonly outcome: 'won' | 'lost';
  readonly sign: 1 | -1;
  readonly date: PlainDate;
  readonly ownerId: string;
  readonly teamId: string;
  readonly sourceId: string | null;
}

/**
 * The entries into won and lost of one opportunity, oldest first, and their being taken back. An entry is dated by the
 * close date (a calendar date that no zone shifts), a taking back by the local day of the reopening, credited to whom the
 * entry was. Nothing is taken back before it closed: a reopening may be dated before the close date, and then both lie on that
 * day, as their bookings do. As restated, both halves of such a pair are gone. Moving between two won stages is no second closing.
 */
export function readClosings(log: readonly OutcomeMove[], reading: Reading): Closing[] {
  const closings: Closing[] = [];
  let standing: Closing | null = null;
  for (const move of [...log].sort((one, other) => one.seq - other.seq)) {
    if (move.outcomeFrom === move.outcomeTo) {
      if (!move.isWithdrawal) standing = corrected(closings, standing, move);
      continue;
    }
    if (standing) closings.push({ ...standing, sign: -1, date: move.on < standing.date ? standing.date : move.on });
    standing = isClosing(move.outcomeTo)
      ? {
          outcome: move.outcomeTo,
          sign: 1,
          date: move.isWithdrawal ? move.on : (move.closeDateTo ?? move.on),
          ownerId: move.ownerToId,
          teamId: move.teamToId,
          sourceId: move.sourceId,
        }
      : null;
    if (standing) closings.push(standing);
  }
  if (reading === 'reported') return closings;
  return standing ? [standing] : [];
}

const isClosing = (outcome: Outcome): outcome is 'won' | 'lost' => outcome === 'won' || outcome === 'lost';

/** A corrected close date or source of what stays closed changes the entry itself, because it never was true. */
function corrected(closings: Closing[], standing: Closing | null, move: OutcomeMove): Closing | null {
  if (!standing) return null;
  const now = { ...standing, date: move.closeDateTo ?? standing.date, sourceId: move.sourceId };
  closings[closings.indexOf(standing)] = now;
  return now;
}
