import { localDate, type Zone } from '@tandem/kernel';
import { creditSources, type SourcedMove } from './credit-sources';
import type { Reading } from './facts';
import { readClosings, type Closing, type OutcomeMove } from './read-closings';
import { readMoves, type Correction } from './read-moves';

/** A row of the log that opens or closes, with what was written beside it of its source. */
export interface ClosingMove extends Omit<OutcomeMove, 'sourceId' | 'isWithdrawal'>, SourcedMove {
  readonly at: Date;
}

/** The closings of one opportunity as a reading has them, each with the source of its moment. */
export function closingsOf(
  log: readonly ClosingMove[],
  {
    corrections,
    reading,
    zone,
    sourceNow,
  }: {
    readonly corrections: readonly Correction[];
    readonly reading: Reading;
    readonly zone: Zone;
    readonly sourceNow: string | null;
  },
): Closing[] {
  const sources = creditSources(log, sourceNow);
  const written = log.map((move, place) => ({ ...move, sourceId: sources[place] ?? null }));
  if (corrections.length === 0) return readClosings(written, reading);
  const moves = readMoves(
    written.map((move) => ({ ...move, isInferred: false, isWithdrawal: false })),
    corrections,
    reading,
  );
  return readClosings(
    moves.map((move) => ({ ...move, on: localDate(move.at, zone) })),
    reading,
  );
}
