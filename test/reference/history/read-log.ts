import { inOrder } from '../exact';
import type { MoveRow } from './history';

/** By the corrections that are known, or as each row was first recorded. */
export type Reading = 'restated' | 'reported';

/** A row of the log of one opportunity, as a reading has it. */
export interface Event {
  readonly move: MoveRow;
  /** Milliseconds of when it was true. */
  readonly at: number;
  /** Nobody knows when it was true; `at` is when it was found out. */
  readonly isInferred: boolean;
  /** It takes an earlier row back, and counts on the day it was recorded. */
  readonly takesBack: boolean;
}

/**
 * What happened to one opportunity, in the order it was written. As restated what was withdrawn never was, and what was redated
 * happened when the last correction says. As reported nobody knew better: a redate tells nothing, a withdrawal happens when it is
 * recorded.
 */
export function readLog(moves: readonly MoveRow[], reading: Reading): Event[] {
  const log = inOrder(moves, (one, other) => one.seq < other.seq);
  const events = log.filter(({ correction }) => correction !== 'redate');
  if (reading === 'reported') {
    return events.map((move) => {
      const takesBack = move.correction === 'withdraw';
      const at = (takesBack ? move.recordedAt : move.at).getTime();
      return { move, at, isInferred: move.atPrecision === 'inferred', takesBack };
    });
  }
  const withdrawn = log.filter(({ correction }) => correction === 'withdraw').map(({ correctsSeq }) => correctsSeq);
  return events
    .filter(({ seq, correction }) => correction === null && !withdrawn.includes(seq))
    .map((move) => {
      const redate = log.findLast(({ correction, correctsSeq }) => correction === 'redate' && correctsSeq === move.seq);
      const at = (redate ?? move).at.getTime();
      return { move, at, isInferred: !redate && move.atPrecision === 'inferred', takesBack: false };
    });
}

/** The logs of all opportunities. */
export function logsOf(moves: readonly MoveRow[]): Map<string, MoveRow[]> {
  const logs = new Map<string, MoveRow[]>();
  for (const move of moves) logs.set(move.opportunityId, [...(logs.get(move.opportunityId) ?? []), move]);
  return logs;
}
