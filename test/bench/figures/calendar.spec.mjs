import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lastDayOf, momentOf, mondayOf, plusDays, quartersBefore, weekOf } from './calendar.mjs';

describe('the days that are asked about', () => {
  it('lie in quarters, across the turn of a year', () => {
    const quarters = quartersBefore('2026-02-14', 2);
    assert.deepEqual(quarters, [
      { key: '2025-Q4', from: '2025-10-01', until: '2026-01-01', months: ['2025-10', '2025-11', '2025-12'] },
      { key: '2026-Q1', from: '2026-01-01', until: '2026-04-01', months: ['2026-01', '2026-02', '2026-03'] },
    ]);
  });

  it('lie in ISO weeks, which belong to the year of their Thursday', () => {
    for (const [day, monday, week] of [
      ['2027-01-01', '2026-12-28', '2026-W53'],
      ['2026-01-01', '2025-12-29', '2026-W01'],
      ['2026-11-30', '2026-11-30', '2026-W49'],
    ]) {
      assert.equal(mondayOf(day), monday);
      assert.equal(weekOf(monday), week);
    }
  });

  it('know the length of a month and the step over its end', () => {
    assert.equal(lastDayOf('2024-02'), '2024-02-29');
    assert.equal(plusDays('2024-02-29', 1), '2024-03-01');
  });

  it('begin in Taipei eight hours earlier', () => assert.equal(momentOf('2026-03-01'), '2026-02-28 16:00:00.000'));
});
