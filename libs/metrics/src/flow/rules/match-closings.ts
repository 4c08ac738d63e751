import type { Reading } from '../../rules/facts';
import type { FlowMove } from './flow-move';

/** What the log tells of the move that closed an opportunity. */
export interface ClosedBy {
  readonly move: FlowMove;
  /** The log up to it, that move included. */
  readonly road: readonly FlowMove[];
}

/**
 * Which move each closing of one opportunity came from, and its being taken back likewise; null where the log knows none. Closings
 * are given in the order of the log: as reported every move into won or lost is one, as restated only the last of them stands.
 */
export function matchClosings(
  closings: readonly { readonly sign: 1 | -1 }[],
  log: readonly FlowMove[],
  reading: Reading,
): (ClosedBy | null)[] {
  const closed = log.flatMap((move, place) =>
    isClosing(move) && move.outcome !== log[place - 1]?.outcome ? [{ move, road: log.slice(0, place + 1) }] : [],
  );
  if (reading === 'restated') return closings.map(() => closed.at(-1) ?? null);
  let met = -1;
  return closings.map(({ sign }) => {
    if (sign === 1) met++;
    return closed[met] ?? null;
  });
}

const isClosing = ({ outcome }: FlowMove): boolean => outcome === 'won' || outcome === 'lost';
