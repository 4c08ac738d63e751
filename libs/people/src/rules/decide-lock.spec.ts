import { describe, expect, test } from '@jest/globals';
import { date, isRefusal } from '@tandem/kernel';
import { decideLock, decideOpenDay } from './decide-lock';

const codeOf = (decision: unknown) => (isRefusal(decision) ? decision.code : 'allowed');
const october = date('2026-10-01');

describe('a day', () => {
  test('before the lock is closed, and the refusal names the first open one', () => {
    expect(decideOpenDay(date('2026-09-30'), october, '/closeDate')).toMatchObject({
      code: 'period.locked',
      facts: { day: '2026-09-30', firstOpenDay: '2026-10-01', pointer: '/closeDate' },
    });
  });

  test('from the lock on is open, and without a lock every day is', () => {
    expect(decideOpenDay(october, october, '/closeDate')).toBe('2026-10-01');
    expect(decideOpenDay(date('1999-01-01'), null, '/closeDate')).toBe('1999-01-01');
  });
});

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
