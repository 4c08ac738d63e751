import { aLog, endOf, type DealStep } from '../../../../../test/builders/some-deals';
import type { Reading } from '../../rules/facts';
import type { Correction } from '../../rules/read-moves';
import { readTimeline, stateBefore } from './read-timeline';

const began: DealStep = ['2026-03-20T09:00:00Z', { amount: 100n, closes: '2026-05-10' }];

/** Each state as in `2026-03-20T09:00 open 100`. */
const told = (steps: readonly DealStep[], corrections: readonly Correction[] = [], reading: Reading = 'restated') =>
  readTimeline(aLog(...steps), corrections, { reading, endOf }).map(
    ({ at, outcome, amountMinor }) => `${new Date(at).toISOString().slice(0, 16)} ${outcome} ${amountMinor}`,
  );

test('a closing counts on its close date, never before what was true in front of it, and no later than it was told', () => {
  const signed = (closes: string): DealStep => ['2026-04-02T10:00:00Z', { outcome: 'won', closes }];
  expect(told([began, signed('2026-03-31')])).toEqual(['2026-03-20T09:00 open 100', '2026-03-31T23:59 won 100']);
  expect(told([began, signed('2026-04-02')])[1]).toBe('2026-04-02T10:00 won 100');
  expect(told([began, signed('2026-04-20')])[1]).toBe('2026-04-02T10:00 won 100');
  expect(told([began, ['2026-04-01T08:00:00Z', { amount: 90n }], signed('2026-03-31')])).toEqual([
    '2026-03-20T09:00 open 100',
    '2026-04-01T08:00 open 90',
    '2026-04-01T08:00 won 90',
  ]);
});

test('what corrects a closing without changing the outcome corrects the closing itself', () => {
  const won: DealStep = ['2026-04-10T10:00:00Z', { outcome: 'won', closes: '2026-04-10' }];
  expect(told([began, won, ['2026-05-01T10:00:00Z', { amount: 80n, closes: '2026-04-08' }]])).toEqual([
    '2026-03-20T09:00 open 100',
    '2026-04-08T23:59 won 80',
  ]);
});

test('a move from one won stage to another leaves what the win booked; what books anew says it, also without a rate', () => {
  const won: DealStep = ['2026-04-10T10:00:00Z', { outcome: 'won', closes: '2026-04-10', currency: 'EUR' }];
  const booked = (...further: DealStep[]) =>
    readTimeline(aLog(began, won, ...further), [], { reading: 'restated', endOf }).at(-1)?.bookedMinor;
  const kept: DealStep = ['2026-05-01T10:00:00Z', { stageId: 'retain', bookedMinor: undefined }];
  expect(booked(kept)).toBe(120n);
  expect(booked(kept, ['2026-05-02T10:00:00Z', { amount: 200n }])).toBe(240n);
  expect(booked(['2026-05-02T10:00:00Z', { amount: 200n, bookedMinor: null }], kept)).toBeNull();
});

test('a withdrawn change never was as restated; as reported it was until the day of the withdrawal', () => {
  const raised: DealStep = ['2026-04-05T10:00:00Z', { amount: 150n }];
  const back: DealStep = ['2026-04-09T10:00:00Z', { amount: 100n }];
  const corrections = [
    { seq: 3, correction: 'withdraw', correctsSeq: 2, at: new Date('2026-04-09T10:00:00Z') },
  ] as const;
  expect(told([began, raised, back], corrections)).toEqual(['2026-03-20T09:00 open 100']);
  expect(told([began, raised, back], corrections, 'reported')).toEqual([
    '2026-03-20T09:00 open 100',
    '2026-04-05T10:00 open 150',
    '2026-04-09T10:00 open 100',
  ]);
});

test('a withdrawal that leads back to a win does so on its own day as reported, and the win stands where it was as restated', () => {
  const won: DealStep = ['2026-04-10T10:00:00Z', { outcome: 'won', closes: '2026-04-10' }];
  const reopened: DealStep = ['2026-05-01T10:00:00Z', { outcome: 'open', closes: null }];
  const back: DealStep = ['2026-05-20T10:00:00Z', { outcome: 'won', closes: '2026-04-10' }];
  const corrections = [
    { seq: 4, correction: 'withdraw', correctsSeq: 3, at: new Date('2026-05-20T10:00:00Z') },
  ] as const;
  expect(told([began, won, reopened, back], corrections)).toEqual([
    '2026-03-20T09:00 open 100',
    '2026-04-10T10:00 won 100',
  ]);
  expect(told([began, won, reopened, back], corrections, 'reported').slice(1)).toEqual([
    '2026-04-10T10:00 won 100',
    '2026-05-01T10:00 open 100',
    '2026-05-20T10:00 won 100',
  ]);
});

test('as restated a win says the line that stands for it: the one posted by whoever withdrew what had followed it', () => {
  const won: DealStep = ['2026-04-10T10:00:00Z', { outcome: 'won', closes: '2026-04-10', bookedMinor: 100n }];
  const kept: DealStep = ['2026-04-11T10:00:00Z', { stageId: 'retain', bookedMinor: undefined }];
  const reopened: DealStep = ['2026-05-01T10:00:00Z', { outcome: 'open', closes: null }];
  const back: DealStep = ['2026-05-20T10:00:00Z', { outcome: 'won', closes: '2026-04-10', bookedMinor: 130n }];
  const withdraws = (seq: number, correctsSeq: number) =>
    ({ seq, correction: 'withdraw', correctsSeq, at: new Date('2026-05-20T10:00:00Z') }) as const;
  const booked = (steps: readonly DealStep[], corrections: readonly Correction[], reading: Reading = 'restated') =>
    readTimeline(aLog(began, won, ...steps), corrections, { reading, endOf }).map(({ bookedMinor }) => bookedMinor);
  expect(booked([reopened, back], [withdraws(4, 3)])).toEqual([null, 130n]);
  expect(booked([reopened, back], [withdraws(4, 3)], 'reported')).toEqual([null, 100n, null, 130n]);
  expect(booked([kept, reopened, back], [withdraws(5, 4)])).toEqual([null, 130n]);
  const stageBack: DealStep = ['2026-05-21T10:00:00Z', { stageId: 'implement', bookedMinor: undefined }];
  expect(booked([kept, reopened, back, stageBack], [withdraws(5, 4), withdraws(6, 3)])).toEqual([null, 130n]);
  expect(booked([['2026-04-12T10:00:00Z', { bookedMinor: 80n }], back], [withdraws(4, 3)])).toEqual([null, 130n]);
});

test('a redated change counts at the corrected instant as restated, where it was first recorded as reported', () => {
  const raised: DealStep = ['2026-04-05T10:00:00Z', { amount: 150n }];
  const redate: DealStep = ['2026-03-28T10:00:00Z', {}];
  const corrections = [{ seq: 3, correction: 'redate', correctsSeq: 2, at: new Date('2026-03-28T10:00:00Z') }] as const;
  expect(told([began, raised, redate], corrections)[1]).toBe('2026-03-28T10:00 open 150');
  expect(told([began, raised, redate], corrections, 'reported')[1]).toBe('2026-04-05T10:00 open 150');
});

test('a change exactly at an instant is not before it', () => {
  const timeline = readTimeline(aLog(began, ['2026-04-01T00:00:00Z', { amount: 7n }]), [], {
    reading: 'restated',
    endOf,
  });
  expect(stateBefore(timeline, Date.parse('2026-03-20T09:00:00Z'))).toBeNull();
  expect(stateBefore(timeline, Date.parse('2026-04-01T00:00:00Z'))?.amountMinor).toBe(100n);
  expect(stateBefore(timeline, Date.parse('2026-04-01T00:00:00.001Z'))?.amountMinor).toBe(7n);
});
