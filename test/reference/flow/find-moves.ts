import { inOrder } from '../exact';
import type { History, Outcome, StageRow } from '../history/history';
import { readLog, logsOf, type Event, type Reading } from '../history/read-log';

export type Kind = 'created' | 'forward' | 'regression' | 'win' | 'loss' | 'cancellation' | 'reopening' | 'after_win';

export const kindsOfMoves: readonly Kind[] = [
  'created',
  'forward',
  'regression',
  'win',
  'loss',
  'cancellation',
  'reopening',
  'after_win',
];

/** A change of the place something stands in: a stage, or lost or cancelled whatever the stage. */
export interface Moved {
  readonly event: Event;
  readonly from: string;
  readonly to: string;
  readonly kind: Kind;
  /** A mandatory stage lies between. */
  readonly isSkip: boolean;
}

/** All moves from place to place, of every opportunity, as a reading has them. */
export function findMoves({ moves, stages }: Pick<History, 'moves' | 'stages'>, reading: Reading): Moved[] {
  const order = inOrder(stages, (one, other) => one.position < other.position);
  return [...logsOf(moves).values()].flatMap((log) =>
    readLog(log, reading).flatMap((event) => {
      const { stageFromId, stageToId, outcomeFrom, outcomeTo } = event.move;
      const [from, to] = [placeOf(order, stageFromId, outcomeFrom), placeOf(order, stageToId, outcomeTo)];
      return from === to ? [] : [{ event, from, to, ...meaningOf(order, event) }];
    }),
  );
}

function placeOf(order: readonly StageRow[], stageId: string | null, outcome: Outcome | null): string {
  if (stageId === null) return 'created';
  if (outcome === 'lost' || outcome === 'cancelled') return outcome;
  return order.find(({ id }) => id === stageId)?.stageKey ?? '';
}

function meaningOf(order: readonly StageRow[], { move }: Event): Pick<Moved, 'kind' | 'isSkip'> {
  const [before, after] = [move.stageFromId, move.stageToId].map((stage) => order.findIndex(({ id }) => id === stage));
  // What was lost or cancelled stands in no stage, so nothing lies between.
  const isOnTheRoad = move.outcomeFrom === 'open' || move.outcomeFrom === 'won';
  const jumped = order.some(({ mandatory }, at) => mandatory === 1 && at > (before ?? 0) && at < (after ?? 0));
  const kind = kindOf(move, (after ?? 0) > (before ?? 0));
  return { kind, isSkip: jumped && isOnTheRoad && (kind === 'forward' || kind === 'win') };
}

function kindOf({ stageFromId, outcomeFrom, outcomeTo }: Event['move'], isAhead: boolean): Kind {
  if (stageFromId === null) return 'created';
  if (outcomeTo === 'lost') return 'loss';
  if (outcomeTo === 'cancelled') return 'cancellation';
  if (outcomeTo === 'won') return outcomeFrom === 'won' ? 'after_win' : 'win';
  if (outcomeFrom !== 'open') return 'reopening';
  return isAhead ? 'forward' : 'regression';
}
