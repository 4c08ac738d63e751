import fc from 'fast-check';
import { readMoves, type CorrectableMove, type Correction } from './read-moves';

interface Row extends CorrectableMove {
  readonly stage: string;
  readonly corrected?: Correction;
}

const hour = 3_600_000;
const start = Date.UTC(2026, 3, 1);
const at = (hours: number) => new Date(start + hours * hour);

type Step = string | { readonly redate: number; readonly to: number } | { readonly withdraw: number };

/** A log of one row an hour: a stage it moves to, another date for an earlier row, or an earlier row taken back. */
function log(...steps: readonly Step[]): Row[] {
  let rows: Row[] = [];
  for (const [index, step] of steps.entries()) {
    const row = { seq: index + 1, at: at(index), isInferred: false, isWithdrawal: false };
    if (typeof step === 'string') rows = [...rows, { ...row, stage: step }];
    else if ('redate' in step) {
      const corrected = { seq: row.seq, correction: 'redate' as const, correctsSeq: step.redate, at: at(step.to) };
      rows = [...rows, { ...row, at: corrected.at, stage: rows.at(-1)?.stage ?? '', corrected }];
    } else {
      const corrected = { seq: row.seq, correction: 'withdraw' as const, correctsSeq: step.withdraw, at: row.at };
      const stage = read([...rows, { ...row, stage: '', corrected }], 'restated').at(-1)?.stage ?? '';
      rows = [...rows, { ...row, stage, corrected }];
    }
  }
  return rows;
}

const read = (rows: readonly Row[], reading: 'reported' | 'restated') =>
  readMoves(
    rows,
    rows.flatMap(({ corrected }) => corrected ?? []),
    reading,
  );

const told = (rows: readonly Row[], reading: 'reported' | 'restated') =>
  read(rows, reading).map(
    ({ at: then, stage, isWithdrawal }) => `${(then.getTime() - start) / hour} ${stage}${isWithdrawal ? ' again' : ''}`,
  );

test('a log that nothing corrects is the same in both readings', () => {
  const plain = log('a', 'b', 'c');
  expect(told(plain, 'reported')).toEqual(['0 a', '1 b', '2 c']);
  expect(told(plain, 'restated')).toEqual(told(plain, 'reported'));
});

test('a redated move counts at the corrected instant as restated, where it was recorded as reported; the last redate holds', () => {
  const redated = log('a', 'b', 'c', { redate: 3, to: 1.5 });
  expect(told(redated, 'restated')).toEqual(['0 a', '1 b', '1.5 c']);
  expect(told(redated, 'reported')).toEqual(['0 a', '1 b', '2 c']);
  expect(told(log('a', 'b', 'c', { redate: 3, to: 1.5 }, { redate: 3, to: 1.2 }), 'restated')).toEqual([
    '0 a',
    '1 b',
    '1.2 c',
  ]);
});

test('a withdrawn move is gone as restated; as reported its withdrawal is an event of the day it was recorded', () => {
  const withdrawn = log('a', 'b', { withdraw: 2 }, 'c');
  expect(told(withdrawn, 'restated')).toEqual(['0 a', '3 c']);
  expect(told(withdrawn, 'reported')).toEqual(['0 a', '1 b', '2 a again', '3 c']);
});

test('a move that was redated and then withdrawn is gone', () => {
  const both = log('a', 'b', { redate: 2, to: 0.5 }, { withdraw: 2 });
  expect(told(both, 'restated')).toEqual(['0 a']);
  expect(told(both, 'reported')).toEqual(['0 a', '1 b', '3 a again']);
});

test('a move whose day nobody knew has one once it is redated', () => {
  const found = log('a', 'b', { redate: 2, to: 0.5 }).map((row) => ({ ...row, isInferred: row.seq === 2 }));
  expect(read(found, 'restated').map(({ isInferred }) => isInferred)).toEqual([false, false]);
  expect(read(found, 'reported').map(({ isInferred }) => isInferred)).toEqual([false, true]);
});

/** Anybody moves it, gives any standing row another date, or takes the latest one that stands back. */
const anyLog = fc.array(fc.record({ does: fc.nat(5), pick: fc.nat(99) }), { maxLength: 16 }).map((deeds) => {
  const steps: Step[] = ['a'];
  for (const { does, pick } of deeds) {
    const standing = read(log(...steps), 'restated');
    const row = standing[pick % standing.length];
    const last = standing.at(-1);
    if (does < 3 || !row || !last) steps.push('abcd'[pick % 4] ?? 'a');
    else if (does === 3) steps.push({ redate: row.seq, to: pick % 7 });
    else if (last.seq > 1) steps.push({ withdraw: last.seq });
  }
  return log(...steps);
});

test('law: as restated, the log comes to the stage its last row stands in', () => {
  fc.assert(
    fc.property(anyLog, (rows) => expect(read(rows, 'restated').at(-1)?.stage).toBe(rows.at(-1)?.stage)),
    { numRuns: 1_000 },
  );
});

test('law: as reported, nothing that is recorded later changes what was told before', () => {
  fc.assert(
    fc.property(anyLog, fc.nat(), (rows, cut) => {
      const then = read(rows.slice(0, 1 + (cut % rows.length)), 'reported');
      expect(read(rows, 'reported').slice(0, then.length)).toEqual(then);
    }),
    { numRuns: 1_000 },
  );
});

test('law: as reported every move that was made counts once, as restated each that was not taken back', () => {
  fc.assert(
    fc.property(anyLog, (rows) => {
      const made = rows.filter(({ corrected }) => !corrected).map(({ seq }) => seq);
      const withdrawn = rows.flatMap(({ corrected }) =>
        corrected?.correction === 'withdraw' ? corrected.correctsSeq : [],
      );
      expect(
        read(rows, 'reported')
          .filter((move) => !move.isWithdrawal)
          .map(({ seq }) => seq),
      ).toEqual(made);
      expect(read(rows, 'restated').map(({ seq }) => seq)).toEqual(made.filter((seq) => !withdrawn.includes(seq)));
    }),
    { numRuns: 1_000 },
  );
});
