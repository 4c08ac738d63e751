import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tellWeek } from './tell-week';

describe('a week of feedback', () => {
  test.each([
    [{ count: 0, sum: 0, isOver: true }, null, 'nobody'],
    [{ count: 2, sum: 9, isOver: true }, null, 'too_few'],
    [{ count: 3, sum: 10, isOver: true }, '3.3', null],
    [{ count: 4, sum: 20, isOver: true }, '5.0', null],
    [{ count: 9, sum: 40, isOver: false }, null, 'week_not_over'],
    [{ count: 0, sum: 0, isOver: false }, null, 'week_not_over'],
  ] as const)('of %j tells %s, or why not', (week, average, untold) => {
    expect(tellWeek(week)).toEqual({ count: week.count, average, untold });
  });

  test('is told as a figure or as a reason, never both, and lies where its scores do', () => {
    const score = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(fc.array(score, { maxLength: 40 }), fc.boolean(), (scores, isOver) => {
        const sum = scores.reduce((all, one) => all + one, 0);
        const { average, untold } = tellWeek({ count: scores.length, sum, isOver });
        expect((average === null) === (untold !== null)).toBe(true);
        if (average === null) return;
        expect(Number(average)).toBeGreaterThanOrEqual(Math.min(...scores));
        expect(Number(average)).toBeLessThanOrEqual(Math.max(...scores));
      }),
    );
  });
});
