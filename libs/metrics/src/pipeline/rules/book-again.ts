import type { Correction } from '../../rules/read-moves';
import type { Outcome } from '../../rules/read-closings';

/** A row of the log with what it booked; undefined when it booked nothing. */
interface BookedRow {
  readonly seq: number;
  readonly outcome: Outcome;
  readonly bookedMinor: bigint | null | undefined;
}

/**
 * A log as restated, in which a win says the booking that stands for it now. Withdrawing what followed a win (a reopening, a correction)
 * cannot lift a reversal, so the row that withdraws posts the booking again (ADR 0013); that line is restated from then on, not the
 * first one. It goes with the row that stands again, and from there with the one before when that row is withdrawn too.
 * Source: the log of moves and the booking lines of its rows.
 */
export function bookAgain<Row extends BookedRow>(log: readonly Row[], corrections: readonly Correction[]): Row[] {
  const kinds = new Map(corrections.map(({ seq, correction }) => [seq, correction]));
  const standing: Row[] = [];
  const booked = new Map<number, BookedRow['bookedMinor']>();
  for (const row of log) {
    const kind = kinds.get(row.seq);
    if (kind === undefined) standing.push(row);
    if (kind !== 'withdraw') continue;
    const gone = standing.pop();
    const last = standing.at(-1);
    if (!gone || last?.outcome !== 'won') continue;
    const carried = gone.outcome === 'won' ? booked.get(gone.seq) : undefined;
    if (row.bookedMinor !== undefined) booked.set(last.seq, row.bookedMinor);
    else if (carried !== undefined) booked.set(last.seq, carried);
  }
  return log.map((row) => (booked.has(row.seq) ? { ...row, bookedMinor: booked.get(row.seq) } : row));
}
