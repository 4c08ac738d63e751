import type { Told } from '../subjects/subject';
import { tellSlices, type Cut, type Whose } from './case';
import { kindsOfMoves, type Moved } from './find-moves';
import { wordsOfWorth } from './worth';

/** A move of the period, whose it is after it and what it is worth then. */
export interface Counted extends Moved {
  readonly whose: Whose;
  readonly minor: bigint | null;
}

/** The moves of a period by where they came from and where they led to, with their sums. What nobody dated is counted apart. */
export const drawMatrix = (moves: readonly Counted[], cut: Cut): Told => tellSlices(moves, cut, tellMoves);

function* tellMoves(all: readonly Counted[]): Generator<[string, string]> {
  const dated = all.filter(({ event }) => !event.isInferred);
  yield ['total', wordsOfWorth(dated)];
  yield ['undated', String(all.length - dated.length)];
  yield ['skips', wordsOfWorth(dated.filter(({ isSkip }) => isSkip))];
  for (const kind of kindsOfMoves) yield [`kind ${kind}`, wordsOfWorth(dated.filter((move) => move.kind === kind))];
  yield* tellGroups(dated, ({ from }) => `out of ${from}`);
  yield* tellGroups(dated, ({ to }) => `into ${to}`);
  yield* tellGroups(dated, nameOfCell);
}

export const nameOfCell = ({ from, to, kind, isSkip }: Pick<Counted, 'from' | 'to' | 'kind' | 'isSkip'>): string =>
  `${from} > ${to}, ${kind}${isSkip ? ', skipped' : ''}`;

function* tellGroups(all: readonly Counted[], nameOf: (move: Counted) => string): Generator<[string, string]> {
  for (const name of new Set(all.map(nameOf))) yield [name, wordsOfWorth(all.filter((move) => nameOf(move) === name))];
}
