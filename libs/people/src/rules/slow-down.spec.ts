import { expect, test } from '@jest/globals';
import { waitAfter } from './slow-down';

test.each([
  [0, 0],
  [4, 0],
  [5, 1],
  [7, 4],
  [11, 60],
  [500, 60],
])('after %i failures an address waits %i seconds', (failures, seconds) => {
  expect(waitAfter(failures)).toBe(seconds);
});
