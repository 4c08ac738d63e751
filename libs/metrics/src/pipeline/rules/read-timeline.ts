import type { Currency, PlainDate } from '@tandem/kernel';
import type { Outcome } from '../../rules/read-closings';
import { readMoves, type CorrectableMove, type Correction } from '../../rules/read-moves';
import type { Reading } from '../../rules/facts';
import { bookAgain } from './book-again';

/** What an opportunity was after a row of its log, and whose. */
export interface DealFacts {
  readonly outcome: Outcome;
  /** Expected while open, actual once closed. */
  readonly closeDate: PlainDate | null;
  /** In its own currency; null when nobody has said yet. */
  readonly amountMinor: bigint | null;
  readonly currency: Currency;
  readonly ownerId: string;
  readonly teamId: string;
  readonly stageId: string;
  /** The rep's own, in percent; null means the stage's. */
  readonly probability: number | null;
  /** What the win booked in the reporting currency; null when it booked nothing or no rate was known. */
  readonly bookedMinor: bigint | null;
}

/** A row of the log; one that booked nothing at all, as a move to another won stage, says nothing of what the win booked. */
export type LoggedDeal = Omit<DealFacts, 'bookedMinor'> &
  CorrectableMove & { readonly bookedMinor: DealFacts['bookedMinor'] | undefined };

/** The same from an instant on, until the next one begins. */
export interface DealState extends DealFacts {
  /** Milliseconds. */
  readonly at: number;
}

interface TimelineQuestion {
  readonly reading: Reading;
  /** The last millisecond of a calendar date in the reporting zone. */
  readonly endOf: (day: PlainDate) => number;
}

/**
 * An opportunity as a series of states, oldest first, by one reading of its log (see `readMoves`).
 *
 * - A closing counts on its close date (ADR 0004), so what was typed in on 1 April and signed on 31 March has left the pipeline on
 *   31 March, where its booking lies. A close date behind the row itself delays nothing: what is closed is not open. A withdrawal
 *   leads back on its own day.
 * - Rows that follow a closing and leave the outcome as it is correct the closing itself: date and amount are those of the last of
 *   them, the booking is that of the last that booked, person and team are those of the first, as with `readClosings`.
 * - No state begins before the one in front of it: what was told of that one stays.
 */
export function readTimeline(
  log: readonly LoggedDeal[],
  corrections: readonly Correction[],
  { reading, endOf }: TimelineQuestion,
): DealState[] {
  const booked = corrections.length > 0 && reading === 'restated' ? bookAgain(log, corrections) : log;
  const moves = corrections.length === 0 ? log : readMoves(booked, corrections, reading);
  const states: DealState[] = [];
  for (let place = 0; place < moves.length; place++) {
    const first = moves[place];
    if (!first) continue;
    let closing = first;
    for (let next = moves[place + 1]; isSameClosing(closing, next); next = moves[place + 1]) {
      if (!next.isWithdrawal) closing = corrected(closing, next);
      place++;
    }
    const wanted = first.isWithdrawal ? first.at.getTime() : trueAt(closing, endOf);
    states.push(stateFrom(closing, Math.max(states.at(-1)?.at ?? wanted, wanted)));
  }
  return states;
}

/** How it stood when an instant began; null when it had not been created. */
export function stateBefore(timeline: readonly DealState[], instant: number): DealState | null {
  for (let place = timeline.length - 1; place >= 0; place--) {
    const state = timeline[place];
    if (state && state.at < instant) return state;
  }
  return null;
}

const isSameClosing = (one: LoggedDeal, next: LoggedDeal | undefined): next is LoggedDeal =>
  next !== undefined && one.outcome !== 'open' && next.outcome === one.outcome;

const corrected = ({ ownerId, teamId, at, bookedMinor }: LoggedDeal, next: LoggedDeal): LoggedDeal => ({
  ...next,
  ownerId,
  teamId,
  at,
  bookedMinor: next.bookedMinor === undefined ? bookedMinor : next.bookedMinor,
});

function trueAt({ outcome, closeDate, at }: LoggedDeal, endOf: TimelineQuestion['endOf']): number {
  const told = at.getTime();
  // In no zone a day ends before it begins in UTC, so most closings need no zone arithmetic.
  if (outcome === 'open' || closeDate === null || Date.parse(closeDate) >= told) return told;
  return Math.min(told, endOf(closeDate));
}

const stateFrom = (move: LoggedDeal, at: number): DealState => ({
  at,
  outcome: move.outcome,
  closeDate: move.closeDate,
  amountMinor: move.amountMinor,
  currency: move.currency,
  ownerId: move.ownerId,
  teamId: move.teamId,
  stageId: move.stageId,
  probability: move.probability,
  bookedMinor: move.bookedMinor ?? null,
});
