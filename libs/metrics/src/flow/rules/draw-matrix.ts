import { transitionKinds, type Transition, type TransitionKind } from './find-transitions';
import { sumWorth, type Worth } from './sum-worth';

/** What the matrix needs of a move, with its worth. */
export type MatrixMove = Pick<Transition, 'from' | 'to' | 'kind' | 'isSkip'> & {
  /** In minor units of the reporting currency; null without an amount or a rate. */
  readonly valueMinor: bigint | null;
};

/** How many moves, and what they were worth. */
export interface MatrixSum extends Worth {
  readonly count: number;
}

export interface MatrixCell extends MatrixSum {
  readonly from: string;
  readonly to: string;
  readonly kind: TransitionKind;
  readonly isSkip: boolean;
}

export interface Matrix {
  /** Every pair of places that has a move. */
  readonly cells: readonly MatrixCell[];
  /** Moves out of each place; each is the sum of its row. */
  readonly out: readonly (MatrixSum & { readonly place: string })[];
  /** Moves into each place; each is the sum of its column. */
  readonly into: readonly (MatrixSum & { readonly place: string })[];
  readonly kinds: readonly (MatrixSum & { readonly kind: TransitionKind })[];
  readonly skips: MatrixSum;
  readonly total: MatrixSum;
}

/**
 * The from→to matrix of moves: how many and what they were worth, by where they came from and where they led to. Unit: moves and
 * minor units of the reporting currency; a move without an amount or a rate is counted and left out of the value. Each row
 * adds up to the moves out of its place, each column to those into it, and the kinds to all. A place nothing left is absent.
 * All stand in the order of the places given.
 */
export function drawMatrix(moves: readonly MatrixMove[], places: readonly string[]): Matrix {
  const ranks = new Map(places.map((place, rank) => [place, rank]));
  const rankOf = (place: string): number => ranks.get(place) ?? places.length;
  const pairs = groupBy(moves, ({ from, to }) => `${from} ${to}`);
  const sumsOf = (placeOf: (move: MatrixMove) => string) =>
    [...groupBy(moves, placeOf)]
      .map(([place, of]) => ({ place, ...sum(of) }))
      .sort((one, other) => rankOf(one.place) - rankOf(other.place));
  return {
    cells: [...pairs.values()]
      .flatMap((of) => {
        const [first] = of;
        return first ? [{ from: first.from, to: first.to, kind: first.kind, isSkip: first.isSkip, ...sum(of) }] : [];
      })
      .sort((one, other) => rankOf(one.from) - rankOf(other.from) || rankOf(one.to) - rankOf(other.to)),
    out: sumsOf(({ from }) => from),
    into: sumsOf(({ to }) => to),
    kinds: transitionKinds.map((kind) => ({ kind, ...sum(moves.filter((move) => move.kind === kind)) })),
    skips: sum(moves.filter(({ isSkip }) => isSkip)),
    total: sum(moves),
  };
}

const sum = (moves: readonly MatrixMove[]): MatrixSum => ({ count: moves.length, ...sumWorth(moves) });

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
