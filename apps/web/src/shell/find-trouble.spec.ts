import { describe, expect, test } from '@jest/globals';
import type { HealthWire, VerificationRunWire } from '@tandem/contracts';
import { findTrouble } from './find-trouble';

const now = Date.parse('2026-11-24T09:00:00Z');
const verdict = { check: 'I5', law: '', advice: '', looked: 9, violations: 0, examples: [] };
const run: VerificationRunWire = {
  id: '0199aaaa-0000-7000-a000-000000000001',
  state: 'done',
  startedAt: '2026-11-24T03:00:00Z',
  finishedAt: '2026-11-24T03:00:09Z',
  progress: null,
  violations: 0,
  looked: 9,
  seconds: 9,
  verdicts: [verdict, { ...verdict, check: 'I6' }],
};
const figures = {
  state: 'ready' as const,
  built: 9,
  total: 9,
  waiting: 12,
  waitsSince: '2026-05-04T09:00:00.000Z',
  isBehind: false,
};
const well: HealthWire = {
  running: null,
  latest: run,
  worker: { seenAt: '2026-11-24T08:59:50Z', isAlive: true },
  nextAt: '2026-11-25T03:00:00Z',
  figures,
};
const silent = { seenAt: '2026-11-24T07:00:00Z', isAlive: false };

describe('the red line', () => {
  test.each<[string, Partial<HealthWire>, object | null]>([
    ['is not there when all is well', {}, null],
    ['is not there before anything was verified', { latest: null, worker: { seenAt: null, isAlive: false } }, null],
    [
      'counts laws, not rows',
      { latest: { ...run, violations: 40, verdicts: [{ ...verdict, violations: 40 }, verdict] } },
      { kind: 'broken', laws: 1 },
    ],
    ['says that nobody knows', { latest: { ...run, state: 'failed', verdicts: null } }, { kind: 'failed' }],
    ['says that the worker died', { worker: silent }, { kind: 'silent', since: silent.seenAt }],
    [
      'says that figures are behind although the worker lives',
      { figures: { ...figures, waiting: 12_000, isBehind: true } },
      { kind: 'behind', waiting: 12_000 },
    ],
    [
      'tells of contradictions first',
      { worker: silent, latest: { ...run, verdicts: [{ ...verdict, violations: 1 }] } },
      { kind: 'broken', laws: 1 },
    ],
    [
      'says that two nights were missed',
      { latest: { ...run, finishedAt: '2026-11-22T03:00:00Z' } },
      { kind: 'overdue', since: '2026-11-22T03:00:00Z' },
    ],
  ])('%s', (_, change, expected) => {
    expect(findTrouble({ ...well, ...change }, now)).toEqual(expected);
  });
});
