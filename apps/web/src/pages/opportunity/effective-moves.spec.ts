import { describe, expect, test } from '@jest/globals';
import type { MoveWire } from '@tandem/contracts';
import { visitsOf } from './effective-moves';

const move = (seq: number, stageFromId: string | null, stageToId: string, over: Partial<MoveWire> = {}): MoveWire =>
  ({
    seq,
    at: `2026-03-0${seq}T04:00:00.000Z`,
    stageFromId,
    stageToId,
    correction: null,
    correctsSeq: null,
    withdrawn: false,
    redatedTo: null,
    ...over,
  }) as MoveWire;

describe('the stages an opportunity stood in', () => {
  test('a stage entered twice keeps its first and its last entry', () => {
    const moves = [move(1, null, 'a'), move(2, 'a', 'b'), move(3, 'b', 'a'), move(4, 'a', 'a')];
    expect(visitsOf(moves).get('a')).toEqual({ first: moves[0]?.at, last: moves[2]?.at, times: 2 });
  });

  test('an entry that was taken back never was, and taking it back is no entry either', () => {
    const moves = [
      move(1, null, 'a'),
      move(2, 'a', 'b', { withdrawn: true }),
      move(3, 'b', 'a', { correction: 'withdraw', correctsSeq: 2 }),
    ];
    expect([...visitsOf(moves)]).toEqual([['a', { first: moves[0]?.at, last: moves[0]?.at, times: 1 }]]);
  });

  test('an entry that was given another date is entered on that one, and giving it enters nothing', () => {
    const redatedTo = '2026-02-20T04:00:00.000Z';
    const moves = [
      move(1, null, 'a', { redatedTo }),
      move(2, 'a', 'b'),
      move(3, 'b', 'b', { correction: 'redate', correctsSeq: 1, at: redatedTo }),
    ];
    expect(visitsOf(moves).get('a')).toEqual({ first: redatedTo, last: redatedTo, times: 1 });
    expect(visitsOf(moves).get('b')?.times).toBe(1);
  });
});
