import { fraction, nearest, total } from '../exact';
import type { History } from '../history/history';
import { standingBefore, type Followed, type State } from './follow-states';
import type { Pipe } from './pipe';

/** A deal that is open at a moment. */
export interface Held {
  readonly deal: Followed;
  readonly state: State;
  /** At the plan rate of the period; null without an amount or a rate. */
  readonly minor: bigint | null;
}

/** What is open the moment before an instant. */
export const heldBefore = (pipe: Pipe, instant: number): Held[] =>
  pipe.deals.flatMap((deal) => {
    const state = standingBefore(deal, instant);
    return pipe.isHeld(state) ? [{ deal, state, minor: valued(state, pipe) }] : [];
  });

/** What is unknown adds nothing. */
const valued = (state: State, pipe: Pipe): bigint | null =>
  state.move.amountToMinor === null ? null : pipe.worth(state);

export interface Pile {
  readonly count: number;
  readonly minor: bigint;
  readonly withoutAmount: number;
  readonly withoutRate: number;
}

export function pileOf(held: readonly Held[]): Pile {
  const unknown = held.filter(({ minor }) => minor === null);
  const withoutAmount = unknown.filter(({ state }) => state.move.amountToMinor === null).length;
  return {
    count: held.length,
    minor: total(held.map(({ minor }) => minor ?? 0n)),
    withoutAmount,
    withoutRate: unknown.length - withoutAmount,
  };
}

/** Σ amount × probability, the rep's own or that of the stage, each rounded by itself. */
export const weightedOf = (held: readonly Held[], { stages }: History): bigint =>
  total(
    held.map(({ minor, state: { move } }) => {
      const ofStage = stages.find(({ id }) => id === move.stageToId)?.probability ?? 0;
      return nearest(fraction((minor ?? 0n) * BigInt(move.probabilityTo ?? ofStage), 100n));
    }),
  );
