import type { PlainDate } from '@tandem/kernel';
import { readTimeline, type DealState } from '../../pipeline/rules/read-timeline';
import type { Reading } from '../../rules/facts';
import type { HistoryMove, OpportunityHistory } from './opportunity-history';
import { correctionsIn } from './sales-of';

export interface StatesSetting {
  /** The last millisecond of a calendar date in the reporting zone. */
  readonly endOf: (day: PlainDate) => number;
}

/** An opportunity as a series of states, as a reading has it; a win says what it booked, as restated by what was learned last. */
export const statesOf = (history: OpportunityHistory, reading: Reading, { endOf }: StatesSetting): DealState[] =>
  readTimeline(
    history.moves.map((move) => ({
      seq: move.seq,
      at: move.at,
      isInferred: move.isInferred,
      isWithdrawal: false,
      outcome: move.outcomeTo,
      closeDate: move.closeDate,
      amountMinor: move.amountMinor,
      currency: move.currency,
      ownerId: move.ownerToId,
      teamId: move.teamToId,
      stageId: move.stageToId,
      probability: move.probability,
      bookedMinor: move.lineId === null ? undefined : bookedBy(move, history, reading),
    })),
    correctionsIn(history.moves),
    { reading, endOf },
  );

function bookedBy(
  { lineId }: HistoryMove,
  { lines, restatements }: OpportunityHistory,
  reading: Reading,
): bigint | null {
  const restated = reading === 'reported' ? undefined : restatements.findLast((one) => one.lineId === lineId);
  return restated?.reportingMinor ?? lines.find(({ id }) => id === lineId)?.reportingMinor ?? null;
}

/**
 * Whether the states that are known by a day are the first of all states, if the log is in order: no row behind a closing corrects it.
 * A move from one won stage to another says nothing new of it.
 */
export const isSettled = (moves: readonly HistoryMove[]): boolean =>
  moves.every((move, place) => {
    const before = moves[place - 1];
    return (
      before === undefined ||
      !isSameClosing(before, move) ||
      (move.lineId === null &&
        move.amountMinor === before.amountMinor &&
        move.currency === before.currency &&
        move.closeDate === before.closeDate)
    );
  });

/** The rows of a log that states begin with, one a state. */
export const beginningsIn = (moves: readonly HistoryMove[]): HistoryMove[] =>
  moves.filter((move, place) => {
    const before = moves[place - 1];
    return before === undefined || !isSameClosing(before, move);
  });

const isSameClosing = (one: HistoryMove, next: HistoryMove): boolean =>
  one.outcomeTo !== 'open' && next.outcomeTo === one.outcomeTo;
