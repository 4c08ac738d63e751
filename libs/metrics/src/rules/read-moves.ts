import type { Reading } from './facts';

/** What a row of the log says about an earlier one: that it was true at another time (`at`), or never. */
export interface Correction {
  readonly seq: number;
  readonly correction: 'redate' | 'withdraw';
  readonly correctsSeq: number;
  readonly at: Date;
}

/** What reading corrections into a log needs of its rows. */
export interface CorrectableMove {
  readonly seq: number;
  readonly at: Date;
  /** Nobody knows when it was true; `at` is only when it was found out. */
  readonly isInferred: boolean;
  /** It takes an earlier row back, and counts as an event of its own. */
  readonly isWithdrawal: boolean;
}

/**
 * The events of one opportunity as a reading has them, in the order of its log.
 *
 * *As restated*: a row that was withdrawn and the row that withdraws it are both gone; a redated row counts at the corrected
 * instant, of several redates at the last one.
 *
 * *As reported*: every row counts where it was first recorded. Redates are ignored. A withdrawal does not undo the past: it is an
 * event of its own, on the day it was recorded, that leads back to where the opportunity had stood. So whatever is recorded later
 * leaves untouched what was told before.
 */
export function readMoves<Move extends CorrectableMove>(
  log: readonly Move[],
  corrections: readonly Correction[],
  reading: Reading,
): Move[] {
  const of = (wished: Correction['correction']) => corrections.filter(({ correction }) => correction === wished);
  const redates = new Set(of('redate').map(({ seq }) => seq));
  const standing = log.filter(({ seq }) => !redates.has(seq));
  const withdrawals = new Set(of('withdraw').map(({ seq }) => seq));
  if (reading === 'reported') return standing.map((move) => ({ ...move, isWithdrawal: withdrawals.has(move.seq) }));
  const withdrawn = new Set(of('withdraw').map(({ correctsSeq }) => correctsSeq));
  const redated = new Map(of('redate').map(({ correctsSeq, at }) => [correctsSeq, at]));
  return standing
    .filter(({ seq }) => !withdrawals.has(seq) && !withdrawn.has(seq))
    .map((move) => {
      const at = redated.get(move.seq);
      return at ? { ...move, at, isInferred: false } : move;
    });
}
