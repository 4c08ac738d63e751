import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarOfMonths, fiscalYearOf } from './fiscal-year';
import { holds, instantsOf, periodFrom, previousPeriod, quarterOf } from './period';
import { addDays, date, daysBetween } from './plain-date';

const calendarYear = calendarOfMonths(1);
const aprilYear = calendarOfMonths(4);

describe('a period', () => {
  test.each([
    ['2017', '2017-01-01', '2018-01-01'],
    ['2017-Q2', '2017-04-01', '2017-07-01'],
    ['2017-12', '2017-12-01', '2018-01-01'],
    ['2020-W53', '2020-12-28', '2021-01-04'],
    ['2024-02-29..2024-02-29', '2024-02-29', '2024-03-01'],
  ])('%s is [%s, %s)', (key, from, until) => {
    expect(periodFrom(key, calendarYear)).toEqual({ key, from, until });
  });

  test('a fiscal year is named after the year it ends in', () => {
    expect(periodFrom('2027', aprilYear)).toMatchObject({ from: '2026-04-01', until: '2027-04-01' });
    expect(periodFrom('2027-Q3', aprilYear)).toMatchObject({ from: '2026-10-01', until: '2027-01-01' });
    expect(fiscalYearOf(date('2026-04-01'), aprilYear)).toBe(2027);
    expect(fiscalYearOf(date('2026-03-31'), aprilYear)).toBe(2026);
  });

  test.each(['2017-Q5', '2017-13', '2021-W53', '2017-02-30..2017-03-01', '2017-03-02..2017-03-01', 'soon', ''])(
    '%p is none',
    (key) => {
      expect(periodFrom(key, calendarYear)).toBeNull();
    },
  );

  test('every day lies in the quarter that is named after it, and in no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 12 }), (offset, fiscalYearStart) => {
        const day = addDays(date('1990-01-01'), offset);
        const calendar = calendarOfMonths(fiscalYearStart);
        const quarter = periodFrom(quarterOf(day, calendar), calendar);
        if (!quarter) return false;
        const before = previousPeriod(quarter, calendar);
        return holds(quarter, day) && !holds(before, day) && before.until === quarter.from;
      }),
    );
  });

  test.each([
    ['2017-Q1', '2016-Q4'],
    ['2017-01', '2016-12'],
    ['2017', '2016'],
    ['2021-W01', '2020-W53'],
    ['2017-P01', '2016-P12'],
    ['2017-04-08..2017-04-14', '2017-04-01..2017-04-07'],
  ])('before %s comes %s', (key, before) => {
    const period = periodFrom(key, calendarYear);
    expect(period && previousPeriod(period, calendarYear).key).toBe(before);
  });

  test('a week of clock change in Berlin is an hour shorter or longer, and no day is lost', () => {
    const hours = (key: string) => {
      const period = periodFrom(key, calendarYear);
      if (!period) throw new Error(key);
      const { from, until } = instantsOf(period, 'Europe/Berlin');
      expect(daysBetween(period.from, period.until)).toBe(7);
      return (until.getTime() - from.getTime()) / 3_600_000;
    };
    expect(hours('2026-W13')).toBe(167);
    expect(hours('2026-W43')).toBe(169);
  });
});
