import { describe, expect, test } from '@jest/globals';
import type { BookingWire, HandOffWire, MoveWire, TouchWire } from '@tandem/contracts';
import { tellHistory, whatHappened, type Entry, type Happened } from './tell-history';

const move = (seq: number, over: Partial<MoveWire> = {}): MoveWire =>
  ({
    seq,
    id: `m${seq}`,
    at: `2026-03-0${seq}T04:00:00.000Z`,
    recordedAt: `2026-03-0${seq}T04:00:00.000Z`,
    stageFromId: 'a',
    stageToId: 'a',
    outcomeFrom: 'open',
    outcomeTo: 'open',
    correction: null,
    correctsSeq: null,
    withdrawn: false,
    redatedTo: null,
    ...over,
  }) as MoveWire;
const line = (id: string, bookingDate: string, over: Partial<BookingWire> = {}): BookingWire =>
  ({ id, bookingDate, moveId: null, reversesId: null, creditOfId: null, restatements: [], ...over }) as BookingWire;
const dayOf = (instant: string) => instant.slice(0, 10);
const told = (history: Partial<Happened>): Entry[] =>
  tellHistory({ moves: [], handOffs: [], bookings: [], touches: [], ...history }, dayOf);
const of = <Kind extends Entry['kind']>(entries: readonly Entry[], kind: Kind): Extract<Entry, { kind: Kind }>[] =>
  entries.filter((entry): entry is Extract<Entry, { kind: Kind }> => entry.kind === kind);

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
    const entries = told({
      moves: [move(1, { stageFromId: null }), move(3, { outcomeTo: 'won' })],
      handOffs: [handOff],
      bookings: [line('b', '2026-03-03')],
    });
    expect(entries.map(({ kind }) => kind)).toEqual(['booking', 'move', 'answered', 'offered', 'move']);
  });

  test('a call and what marketing did stand among the moves, each when it happened', () => {
    const touch = (id: string, at: string) => ({ id, at, recordedAt: '2026-03-09T04:00:00.000Z' }) as TouchWire;
    const entries = told({
      moves: [move(1, { stageFromId: null }), move(3, { stageToId: 'b' })],
      touches: [touch('call', '2026-03-04T09:00:00.000Z'), touch('event', '2026-03-02T09:00:00.000Z')],
    });
    expect(entries.map(({ kind }) => kind)).toEqual(['touched', 'move', 'touched', 'move']);
    expect(of(entries, 'touched').map((entry) => entry.touch.id)).toEqual(['call', 'event']);
  });

  test('rows of one instant keep the order of the log', () => {
    const at = '2026-03-01T04:00:00.000Z';
    const moves = [
      move(1, { at, stageFromId: null }),
      move(2, { at, stageToId: 'b' }),
      move(10, { at, stageFromId: 'b', stageToId: 'c' }),
    ];
    expect(of(told({ moves }), 'move').map((entry) => entry.move.seq)).toEqual([10, 2, 1]);
  });
});

describe('what was learned later', () => {
  test('a row that was taken back stands where it stood and names the row that did so, which stands where it was learned', () => {
    const moves = [
      move(1, { stageFromId: null }),
      move(2, { stageToId: 'b', withdrawn: true }),
      move(3, { stageFromId: 'b', correction: 'withdraw', correctsSeq: 2 }),
    ];
    const [last, taken, first] = told({ moves });
    expect(last).toMatchObject({ kind: 'correction', corrected: { seq: 2 }, superseded: false });
    expect(taken).toMatchObject({ kind: 'move', what: 'moved', move: { seq: 2 }, corrector: { seq: 3 } });
    expect(first).toMatchObject({ kind: 'move', what: 'opened', corrector: null });
  });

  test('a row that was given another date stands on that one; of several corrections the last is in force', () => {
    const [early, earlier] = ['2026-03-01T12:00:00.000Z', '2026-03-01T06:00:00.000Z'];
    const moves = [
      move(1, { stageFromId: null }),
      move(2, { stageToId: 'b', redatedTo: earlier }),
      move(3, { at: '2026-03-01T20:00:00.000Z' }),
      move(4, { at: early, correction: 'redate', correctsSeq: 2 }),
      move(5, { at: earlier, correction: 'redate', correctsSeq: 2 }),
    ];
    const entries = told({ moves });
    expect(of(entries, 'move').map((entry) => entry.move.seq)).toEqual([3, 2, 1]);
    expect(of(entries, 'move')[1]?.corrector?.seq).toBe(5);
    expect(
      of(entries, 'correction').map(({ correction, before, superseded }) => [correction.seq, before.at, superseded]),
    ).toEqual([
      [5, early, false],
      [4, moves[1]?.at, true],
    ]);
  });

  test('money names the row that posted it, the line it is about, and the line that takes it back', () => {
    const moves = [move(1, { stageFromId: null }), move(2, { outcomeTo: 'won' }), move(4, { outcomeFrom: 'won' })];
    const bookings = [
      line('b', '2026-03-02', { moveId: 'm2' }),
      line('c', '2026-03-03', { creditOfId: 'b' }),
      line('r', '2026-03-04', { moveId: 'm4', reversesId: 'b' }),
    ];
    const [reversal, credit, booked] = of(told({ moves, bookings }), 'booking');
    expect(booked).toMatchObject({
      postedBy: { seq: 2 },
      original: null,
      reversal: { id: 'r' },
      credits: [{ id: 'c' }],
    });
    expect(credit).toMatchObject({ postedBy: null, original: { id: 'b' }, reversal: null });
    expect(reversal).toMatchObject({ postedBy: { seq: 4 }, original: { id: 'b' }, reversal: null });
  });

  test('each restatement stands where it was learned and tells what the line was worth before', () => {
    const worth = (amountMinor: string) => ({ amountMinor, currency: 'USD' });
    const restatements = ['2026-03-05', '2026-03-06'].map((day, place) => ({
      revision: place + 1,
      recordedAt: `${day}T09:00:00.000Z`,
      amount: worth(`${place + 1}00`),
    })) as BookingWire['restatements'];
    const bookings = [line('b', '2026-03-02', { reportingAmount: null, restatements })];
    const entries = told({ bookings });
    expect(entries.map(({ kind }) => kind)).toEqual(['restatement', 'restatement', 'booking']);
    expect(of(entries, 'restatement').map(({ before }) => before)).toEqual([worth('100'), null]);
  });
});
