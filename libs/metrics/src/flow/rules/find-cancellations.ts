import type { Reading } from '../../rules/facts';
import type { FlowMove } from './flow-move';

/** That an opportunity was cancelled, or (sign −1) its being taken back. */
export interface Cancellation {
  readonly sign: 1 | -1;
  /** The move that cancelled it, whose it is and what it was worth then. */
  readonly move: FlowMove;
  /** When it counts, in milliseconds. */
  readonly at: number;
  /** Its log up to the cancellation. */
  readonly road: readonly FlowMove[];
}

/**
 * What was cancelled in a span: on neither side of a win rate, and said beside it, because nothing vanishes. Counted like closings: as
 * reported each cancellation, and its being taken back when that happened but never before it; as restated only one that stands.
 * What nobody dated is in no span. Source: the log of moves, as a reading has it.
 */
export function findCancellations(
  log: readonly FlowMove[],
  { from, until }: { readonly from: number; readonly until: number },
  reading: Reading,
): Cancellation[] {
  const told: Cancellation[] = [];
  for (const [place, move] of log.entries()) {
    const [was, is] = [log[place - 1]?.outcome === 'cancelled', move.outcome === 'cancelled'];
    const last = told.at(-1);
    if (was && !is && last) told.push({ ...last, sign: -1, at: Math.max(last.at, move.at) });
    if (is && !was) told.push({ sign: 1, move, at: move.at, road: log.slice(0, place + 1) });
  }
  const counted = reading === 'reported' ? told : told.slice(-1).filter(({ sign }) => sign === 1);
  return counted.filter(({ move, at }) => !move.isInferred && at >= from && at < until);
}
