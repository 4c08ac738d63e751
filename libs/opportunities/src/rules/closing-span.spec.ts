import { expect, test } from '@jest/globals';
import { calendarOfMonths, date } from '@tandem/kernel';
import { closingSpan } from './closing-span';

test.each([
  ['this_quarter', '2026-11-23', 1, '2026-10-01', '2027-01-01'],
  ['next_quarter', '2026-11-23', 1, '2027-01-01', '2027-04-01'],
  ['this_quarter', '2026-12-31', 1, '2026-10-01', '2027-01-01'],
  ['this_quarter', '2026-11-23', 2, '2026-11-01', '2027-02-01'],
  ['next_quarter', '2026-11-23', 12, '2026-12-01', '2027-03-01'],
] as const)('%s, seen on %s in years from month %s, is from %s to before %s', (closes, today, month, from, until) => {
  expect(closingSpan(closes, date(today), calendarOfMonths(month))).toEqual({ from, until });
});
