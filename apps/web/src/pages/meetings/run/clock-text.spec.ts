import { expect, it } from '@jest/globals';
import { clockText } from './clock-text';

it.each([
  [0, '0:00'],
  [59.9, '0:59'],
  [760, '12:40'],
  [-70, '1:10'],
  [3725, '1:02:05'],
])('%s seconds are shown as %s', (seconds, shown) => {
  expect(clockText(seconds)).toBe(shown);
});
