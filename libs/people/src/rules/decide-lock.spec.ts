import { describe, expect, test } from '@jest/globals';
import { date, isRefusal } from '@tandem/kernel';
import { decideLock } from './decide-lock';

const codeOf = (decision: unknown) => (isRefusal(decision) ? decision.code : 'allowed');

describe('locking', () => {
  const lock = (wished: string, present: string | null) =>
    decideLock(date(wished), { present: present === null ? null : date(present), today: date('2026-11-23') });

  test('reaches to the end of yesterday at most, so that today can always be booked', () => {
    expect(codeOf(lock('2026-11-23', null))).toBe('allowed');
    expect(lock('2026-11-24', null)).toMatchObject({ code: 'period_lock.ahead', facts: { latest: '2026-11-23' } });
  });

  test('may move on and back, but says something new', () => {
    expect(codeOf(lock('2026-11-01', '2026-10-01'))).toBe('allowed');
    expect(codeOf(lock('2026-09-01', '2026-10-01'))).toBe('allowed');
    expect(codeOf(lock('2026-10-01', '2026-10-01'))).toBe('period_lock.unchanged');
  });
});
