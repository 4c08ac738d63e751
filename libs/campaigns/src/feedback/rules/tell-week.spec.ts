import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fewestTold, tellWeek, type Said } from './tell-week';

const nothing: Said = { count: 0, sum: 0 };

describe('a week of feedback', () => {
  test.each([
    [{ named: nothing, isOver: true }, null, 'nobody'],
    [{ named: { count: 2, sum: 9 }, isOver: true }, null, 'too_few'],
    [{ named: { count: 3, sum: 10 }, isOver: true }, '3.3', null],
    [{ named: { count: 4, sum: 20 }, isOver: true }, '5.0', null],
    [{ named: { count: 9, sum: 40 }, isOver: false }, null, 'week_not_over'],
    [{ named: nothing, isOver: false }, null, 'week_not_over'],
  ] as const)('of %j tells %s, or why not', (week, average, untold) => {
    expect(tellWeek({ ...week, unnamed: nothing })).toEqual({
      count: week.named.count,
      keptBack: 0,
      average,
      untold,
    });
  });

  test.each([
    [
      { named: { count: 4, sum: 12 }, unnamed: { count: 1, sum: 5 } },
      { count: 4, keptBack: 1, average: '3.0' },
    ],
    [
      { named: { count: 1, sum: 3 }, unnamed: { count: 2, sum: 2 } },
      { count: 1, keptBack: 2, untold: 'too_few' },
    ],
    [
      { named: nothing, unnamed: { count: 2, sum: 2 } },
      { count: 0, keptBack: 2, untold: 'too_few' },
    ],
    [
      { named: { count: 1, sum: 5 }, unnamed: { count: 3, sum: 3 } },
      { count: 4, keptBack: 0, average: '2.0' },
    ],
  ])('counts those without a name only where there are enough of them: %j', (week, told) => {
    expect(tellWeek({ ...week, isOver: true })).toMatchObject(told);
  });

  test('is told as a figure or as a reason, never both, and lies where the scores that count do', () => {
    const scores = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 40 });
    fc.assert(
      fc.property(scores, scores, fc.boolean(), (named, unnamed, isOver) => {
        const { average, untold } = tellWeek({ named: saidIn(named), unnamed: saidIn(unnamed), isOver });
        expect((average === null) === (untold !== null)).toBe(true);
        if (average === null) return;
        const counted = unnamed.length < fewestTold ? named : [...named, ...unnamed];
        expect(Number(average)).toBeGreaterThanOrEqual(Math.min(...counted));
        expect(Number(average)).toBeLessThanOrEqual(Math.max(...counted));
      }),
    );
  });
});

const saidIn = (scores: readonly number[]): Said => ({
  count: scores.length,
  sum: scores.reduce((all, one) => all + one, 0),
});
