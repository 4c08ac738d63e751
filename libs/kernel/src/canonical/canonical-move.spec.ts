import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hashOfMove, moveForm } from './canonical-move';

const move = {
  id: '0199ab00-0000-7000-8000-000000000001',
  opportunityId: '0199ab00-0000-7000-8000-000000000002',
  seq: 2,
  version: 3,
  stageFromId: '0199ab00-0000-7000-8000-00000000000a',
  stageToId: '0199ab00-0000-7000-8000-00000000000b',
  outcomeFrom: 'open',
  outcomeTo: 'open',
  amountFromMinor: 1_000n,
  amountToMinor: null,
  currency: 'TWD',
  closeDateFrom: null,
  closeDateTo: '2026-12-31',
  ownerFromId: '0199ab00-0000-7000-8000-00000000000c',
  ownerToId: '0199ab00-0000-7000-8000-00000000000c',
  teamFromId: '0199ab00-0000-7000-8000-00000000000d',
  teamToId: '0199ab00-0000-7000-8000-00000000000d',
  probabilityFrom: null,
  probabilityTo: 0,
  reasonKey: null,
  note: '客戶要求 | 延後',
  at: new Date('2026-11-23T09:00:00.005Z'),
  recordedAt: new Date('2026-11-23T09:00:00.005Z'),
  actorId: null,
  origin: 'native',
  atPrecision: 'second',
  correction: null,
  correctsSeq: null,
};
function otherThan(value: unknown): unknown {
  if (value instanceof Date) return new Date(value.getTime() + 1);
  return value === null ? '1' : null;
}

const before = Buffer.alloc(32, 7);
const hash = hashOfMove(move, before).toString('hex');

describe('the seal of a move', () => {
  test('stays what it was for every row that is kept already', () => {
    expect(hash).toBe('3dd433f10a17c4b5fba025d10009a0c1c6edab7cd9cc98b7833e7502a2f0ce78');
  });

  test('changes with any single value of the row', () => {
    const fields = Object.keys(moveForm.columns).map((column) =>
      column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    );
    const others = fields.map((field) => {
      const value = (move as Readonly<Record<string, unknown>>)[field];
      return hashOfMove({ ...move, [field]: otherThan(value) }, before).toString('hex');
    });
    expect(new Set([hash, ...others]).size).toBe(fields.length + 1);
  });

  test('changes with the row before it', () => {
    expect(hashOfMove(move, null).toString('hex')).not.toBe(hash);
  });

  test('no note reads as another column', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        fc.pre(Buffer.from(one).compare(Buffer.from(other)) !== 0);
        return !hashOfMove({ ...move, note: one }, before).equals(hashOfMove({ ...move, note: other }, before));
      }),
    );
  });
});
