import { expect, test } from '@jest/globals';
import { shownRate } from './numbers';

test.each([
  ['1.1000000000', '1.1'],
  ['31.4200000010', '31.420000001'],
  ['100.0000000000', '100'],
  ['100', '100'],
])('a rate of %s is shown as %s', (rate, shown) => {
  expect(shownRate(rate)).toBe(shown);
});
