import type { FlowMove } from './flow-move';

/** A stage as far as moves between stages go, in the order of the funnel. */
export interface FlowStage {
  readonly id: string;
  readonly class: 'open' | 'won';
  readonly mandatory: boolean;
}

/** What a move from one place to another means. */
export const transitionKinds = [
  'created',
  'forward',
  'regression',
  'win',
  'loss',
  'cancellation',
  'reopening',
  'after_win',
] as const;

export type TransitionKind = (typeof transitionKinds)[number];

/** One move from a place to another one. */
export interface Transition {
  readonly move: FlowMove;
  /** The id of a stage, `created` before there was any, `lost` or `cancelled`. */
  readonly from: string;
  readonly to: string;
  readonly kind: TransitionKind;
  /** It jumped over a mandatory stage on its way forward. */
  readonly isSkip: boolean;
}

/**
 * The moves of one opportunity from place to place. A place is a stage, or having been lost or cancelled, whatever the stage; what
 * changes neither (an amount, an owner) is no move. Created: from nothing. Win: into a won stage. Loss and cancellation: out of
 * anything. Reopening: from lost, cancelled or a won stage back to an open one. After a win: between two won stages, which is
 * no second closing. Regression: to an earlier open stage. All else is forward; forward and wins that jump over a mandatory stage
 * are skips, whatever the opportunity had entered before. Source: the log of moves, as a reading has it.
 */
export function findTransitions(log: readonly FlowMove[], stages: readonly FlowStage[]): Transition[] {
  const places = new Map(stages.map((stage, place) => [stage.id, place]));
  const transitions: Transition[] = [];
  let from = 'created';
  for (const move of log) {
    const to = placeOf(move);
    if (to !== from) {
      const [start, end] = [places.get(from), places.get(to)];
      const kind = kindOf(from, to, { start, end, stages });
      const isForward = (kind === 'forward' || kind === 'win') && start !== undefined && end !== undefined;
      const isSkip = isForward && stages.slice(start + 1, end).some(({ mandatory }) => mandatory);
      transitions.push({ move, from, to, kind, isSkip });
    }
    from = to;
  }
  return transitions;
}

/** Where an opportunity stands after a move. */
export const placeOf = ({ outcome, stageId }: Pick<FlowMove, 'outcome' | 'stageId'>): string =>
  outcome === 'lost' || outcome === 'cancelled' ? outcome : stageId;

interface Ends {
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly stages: readonly FlowStage[];
}

function kindOf(from: string, to: string, { start, end, stages }: Ends): TransitionKind {
  if (from === 'created') return 'created';
  if (to === 'lost') return 'loss';
  if (to === 'cancelled') return 'cancellation';
  const [was, is] = [start === undefined ? null : stages[start]?.class, end === undefined ? null : stages[end]?.class];
  if (is === 'won') return was === 'won' ? 'after_win' : 'win';
  if (was !== 'open') return 'reopening';
  return (end ?? 0) < (start ?? 0) ? 'regression' : 'forward';
}
