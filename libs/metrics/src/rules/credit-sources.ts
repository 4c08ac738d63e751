import type { Outcome } from './read-closings';

/** What a row of the log, and what was written beside it, says of the source it closed with. */
export interface SourcedMove {
  readonly outcomeFrom: Outcome | null;
  readonly outcomeTo: Outcome;
  /** The line it booked, if any. */
  readonly lineId: string | null;
  /** The source that line was booked for. */
  readonly lineSourceId: string | null;
  /** The first audit line that says what was from then on, if the row opens what was lost and there is one. */
  readonly auditId: string | null;
  /** The source that line says the opportunity had. */
  readonly auditSourceId: string | null;
}

/**
 * The source each row of a log closed with, in the order of the log as it was written. A win has that of the line it booked, until
 * a correction books another. A loss books nothing, but what is closed keeps its source: it has the one the opportunity had when it
 * was opened again, as the first audit line from then on tells, or the one it has now.
 */
export function creditSources(log: readonly SourcedMove[], sourceNow: string | null): (string | null)[] {
  const sources: (string | null)[] = [];
  for (const [place, move] of log.entries()) {
    const source = move.outcomeTo === 'lost' ? untilOpened(log, place) : ofLine(move, sources.at(-1));
    sources.push(source === undefined ? sourceNow : source);
  }
  return sources;
}

function untilOpened(log: readonly SourcedMove[], place: number): string | null | undefined {
  const opened = log.find(({ outcomeFrom, outcomeTo }, later) => later > place && outcomeFrom !== outcomeTo);
  return opened && opened.auditId !== null ? opened.auditSourceId : undefined;
}

/** What moves between won stages books nothing and stays with the source it was won with. */
function ofLine({ lineId, lineSourceId, outcomeFrom }: SourcedMove, last: string | null | undefined) {
  if (lineId !== null) return lineSourceId;
  return outcomeFrom === 'won' ? last : undefined;
}
