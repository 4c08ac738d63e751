import type { FiscalCalendar } from './fiscal-quarter';
import { keyAway, keyHolding, kindOf } from './period-key';

const months = (fiscalYearStart: number): FiscalCalendar => ({
  fiscalYearStart,
  fiscalCalendar: 'months',
  fiscalYearRule: 'containing',
  weekStart: 1,
});

describe('period keys', () => {
  it.each([
    ['year', '2026-11-23', 1, '2026'],
    ['year', '2026-11-23', 4, '2027'],
    ['year', '2026-03-31', 4, '2026'],
    ['quarter', '2026-11-23', 1, '2026-Q4'],
    ['quarter', '2026-11-23', 4, '2027-Q3'],
    ['quarter', '2026-01-01', 1, '2026-Q1'],
    ['month', '2026-11-23', 4, '2026-11'],
    ['week', '2026-11-23', 1, '2026-W48'],
    ['week', '2027-01-01', 1, '2026-W53'],
    ['week', '2024-12-30', 1, '2025-W01'],
  ] as const)('the %s that holds %s when the fiscal year starts in month %s is %s', (kind, day, start, key) => {
    expect(keyHolding(kind, day, months(start))).toBe(key);
  });

  it.each([
    ['2025-12-29', 'nearest', 1, 1, '2026-Q1'],
    ['2027-01-03', 'nearest', 1, 1, '2026-Q4'],
    ['2027-01-04', 'nearest', 1, 1, '2027-Q1'],
    ['2024-02-03', 'nearest', 2, 7, '2024-Q4'],
    ['2024-02-04', 'nearest', 2, 7, '2025-Q1'],
    ['2022-09-25', 'containing', 10, 7, '2023-Q1'],
  ] as const)('%s by weeks (%s) from month %s, weekday %s, lies in %s', (day, rule, start, weekStart, key) => {
    expect(
      keyHolding('quarter', day, {
        fiscalYearStart: start,
        fiscalCalendar: 'weeks_445',
        fiscalYearRule: rule,
        weekStart,
      }),
    ).toBe(key);
  });

  it.each([
    ['2026', -1, '2025'],
    ['2026-Q1', -1, '2025-Q4'],
    ['2026-Q4', 1, '2027-Q1'],
    ['2026-01', -1, '2025-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-P01', -1, '2025-P12'],
    ['2026-W53', 1, '2027-W01'],
    ['2026-W01', -1, '2025-W52'],
    ['2017-04-01..2017-04-30', -1, '2017-03-02..2017-03-31'],
  ])('from %s, %s step leads to %s', (key, by, expected) => {
    expect(keyAway(key, by)).toBe(expected);
  });

  it('knows what is no period', () => {
    expect(kindOf('2026-Q5')).toBeNull();
    expect(kindOf('2026-13')).toBeNull();
    expect(kindOf('last quarter')).toBeNull();
  });
});
