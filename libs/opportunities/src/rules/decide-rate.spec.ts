import { expect, test } from '@jest/globals';
import { isRefusal } from '@tandem/kernel';
import { decideRate } from './decide-rate';

const codeOf = (decision: unknown) => (isRefusal(decision) ? decision.code : 'allowed');

test.each(['1', '0.0000000001', '9999999999.9999999999', '32.5'])('%s is a rate', (rate) => {
  expect(decideRate('EUR', 'USD', rate)).toBe(rate);
});

test.each(['0', '0.0', '-1', '1e3', '1.', '.5', '10000000000', '1.00000000001', ''])('“%s” is none', (rate) => {
  expect(codeOf(decideRate('EUR', 'USD', rate))).toBe('exchange_rate.malformed');
});

test('the reporting currency has no rate', () => {
  expect(codeOf(decideRate('USD', 'USD', '1'))).toBe('exchange_rate.own_currency');
});
