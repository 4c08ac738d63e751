import { describe, expect, test } from '@jest/globals';
import { decideOpenDay } from './open-day';
import { date } from './plain-date';

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
