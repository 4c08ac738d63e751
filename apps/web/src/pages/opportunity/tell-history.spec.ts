import { describe, expect, test } from '@jest/globals';
import type { BookingWire, HandOffWire, MoveWire } from '@tandem/contracts';
import { tellHistory, visitsOf, whatHappened } from './tell-history';

const move = (seq: number, over: Partial<MoveWire>): MoveWire =>
  ({
    seq,
    at: `2026-03-0${seq}T04:00:00.000Z`,
    stageFromId: 'a',
    stageToId: 'a',
    outcomeFrom: 'open',
    outcomeTo: 'open',
    ...over,
  }) as MoveWire;
const dayOf = (instant: string) => instant.slice(0, 10);

describe('the story of an opportunity', () => {
  test.each([
    ['opened', { stageFromId: null, outcomeFrom: null }],
    ['moved', { stageToId: 'b' }],
    ['won', { stageToId: 'c', outcomeTo: 'won' }],
    ['lost', { outcomeTo: 'lost' }],
    ['cancelled', { outcomeTo: 'cancelled' }],
    ['reopened', { outcomeFrom: 'won', stageFromId: 'c', stageToId: 'b' }],
    ['reopened', { outcomeFrom: 'lost' }],
    ['changed', { closeDateTo: '2026-04-01' }],
    ['moved', { outcomeFrom: 'won', outcomeTo: 'won', stageFromId: 'c', stageToId: 'd' }],
  ] as const)('is %s', (what, over) => {
    expect(whatHappened(move(1, over as Partial<MoveWire>))).toBe(what);
  });

  test('an import that begins with a won opportunity says it was won', () => {
    expect(whatHappened(move(1, { stageFromId: null, outcomeFrom: null, outcomeTo: 'won' }))).toBe('won');
  });

  test('stands newest first; a booking above the rest of its day, an answer apart from its offer', () => {
    const handOff = {
      id: 'h',
      state: 'accepted',
      offeredAt: '2026-03-01T09:00:00.000Z',
      answeredAt: '2026-03-02T09:00:00.000Z',
    } as HandOffWire;
    const booking = { id: 'b', bookingDate: '2026-03-03' } as BookingWire;
    const history = {
      moves: [move(1, { stageFromId: null }), move(3, { outcomeTo: 'won' })],
      handOffs: [handOff],
      bookings: [booking],
    };
    expect(tellHistory(history, dayOf).map(({ kind }) => kind)).toEqual([
      'booking',
      'move',
      'answered',
      'offered',
      'move',
    ]);
  });

  test('rows of one instant keep the order of the log', () => {
    const at = '2026-03-01T04:00:00.000Z';
    const moves = [
      move(1, { at, stageFromId: null }),
      move(2, { at, stageToId: 'b' }),
      move(10, { at, stageFromId: 'b', stageToId: 'c' }),
    ];
    const told = tellHistory({ moves, handOffs: [], bookings: [] }, dayOf);
    expect(told.map((entry) => entry.kind === 'move' && entry.move.seq)).toEqual([10, 2, 1]);
  });

  test('a stage entered twice keeps its first and its last entry', () => {
    const moves = [
      move(1, { stageFromId: null }),
      move(2, { stageToId: 'b' }),
      move(3, { stageFromId: 'b' }),
      move(4, {}),
    ];
    expect(visitsOf(moves).get('a')).toEqual({ first: moves[0]?.at, last: moves[2]?.at, times: 2 });
  });
});
