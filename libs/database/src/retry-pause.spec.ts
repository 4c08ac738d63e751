import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pauseAfter } from './retry-pause';

test('whoever has to try again waits 10 to 500 ms, whatever the chance', () => {
  const attempts = fc.integer({ min: 1, max: 100 });
  const chance = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(attempts, chance, (attempt, drawn) => {
      expect(pauseAfter(attempt, drawn)).toBeGreaterThanOrEqual(10);
      expect(pauseAfter(attempt, drawn)).toBeLessThanOrEqual(500);
    }),
  );
});

test.each([
  [1, 50],
  [2, 90],
  [3, 170],
  [4, 330],
  [5, 500],
  [9, 500],
])('after %i tries the longest wait is %i ms, and the shortest stays 10', (attempt, longest) => {
  expect(pauseAfter(attempt, 1)).toBe(longest);
  expect(pauseAfter(attempt, 0)).toBe(10);
});
