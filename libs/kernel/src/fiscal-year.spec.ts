import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  calendarOfMonths,
  fiscalCalendars,
  fiscalMonthOf,
  fiscalYearOf,
  fiscalYearRules,
  type FiscalCalendar,
} from './fiscal-year';
import {
  fiscalMonthKeyOf,
  holds,
  periodFrom,
  periodYearBefore,
  previousPeriod,
  quarterOf,
  type Period,
} from './period';
import { addDays, date, dateFrom, daysBetween, isoWeekOf, weekdayOf } from './plain-date';

const isoYears: FiscalCalendar = {
  fiscalYearStart: 1,
  fiscalCalendar: 'weeks_445',
  fiscalYearRule: 'nearest',
  weekStart: 1,
};
/** The year of American retail: Sundays, from the one nearest to 1 February. */
const retail: FiscalCalendar = {
  fiscalYearStart: 2,
  fiscalCalendar: 'weeks_454',
  fiscalYearRule: 'nearest',
  weekStart: 7,
};
/** Ends with the last Saturday of September, so it begins with the week that holds 1 October. */
const lastSaturday: FiscalCalendar = {
  fiscalYearStart: 10,
  fiscalCalendar: 'weeks_544',
  fiscalYearRule: 'containing',
  weekStart: 7,
};

const calendars = fc.record({
  fiscalYearStart: fc.integer({ min: 1, max: 12 }),
  fiscalCalendar: fc.constantFrom(...fiscalCalendars),
  fiscalYearRule: fc.constantFrom(...fiscalYearRules),
  weekStart: fc.integer({ min: 1, max: 7 }),
});
const years = fc.integer({ min: 1901, max: 2300 });
const days = fc.integer({ min: 0, max: 146_000 }).map((offset) => addDays(date('1901-06-01'), offset));

function period(key: string, calendar: FiscalCalendar): Period {
  const found = periodFrom(key, calendar);
  if (!found) throw new Error(`no period: ${key}`);
  return found;
}

const months = Array.from({ length: 12 }, (_, place) => `P${String(place + 1).padStart(2, '0')}`);
const quarters = ['Q1', 'Q2', 'Q3', 'Q4'];
const weeksIn = ({ from, until }: Pick<Period, 'from' | 'until'>): number => daysBetween(from, until) / 7;

/** Each begins where the one before ends, from the first day of the whole to its last. */
const tiles = (parts: readonly Period[], whole: Period): boolean =>
  [whole.from, ...parts.map(({ until }) => until)].join() === [...parts.map(({ from }) => from), whole.until].join();

describe('a fiscal calendar of weeks', () => {
  test.each([
    ['2026', isoYears, '2025-12-29', '2027-01-04'],
    ['2026-Q1', isoYears, '2025-12-29', '2026-03-30'],
    ['2026-Q4', isoYears, '2026-09-28', '2027-01-04'],
    ['2026-P03', isoYears, '2026-02-23', '2026-03-30'],
    ['2026-P12', isoYears, '2026-11-23', '2027-01-04'],
    ['2024', retail, '2023-01-29', '2024-02-04'],
    ['2024-P12', retail, '2023-12-31', '2024-02-04'],
    ['2025', retail, '2024-02-04', '2025-02-02'],
    ['2025-P02', retail, '2024-03-03', '2024-04-07'],
    ['2023', lastSaturday, '2022-09-25', '2023-10-01'],
    ['2024', lastSaturday, '2023-10-01', '2024-09-29'],
    ['2024-P01', lastSaturday, '2023-10-01', '2023-11-05'],
    ['2026-02', isoYears, '2026-02-01', '2026-03-01'],
    ['2026-W53', isoYears, '2026-12-28', '2027-01-04'],
  ])('%s is the days it is known by', (key, calendar, from, until) => {
    expect(period(key, calendar)).toEqual({ key, from, until });
  });

  test('months and quarters tile every year of 400 without gap or overlap, and every quarter is 13 weeks, the last of a long year 14', () => {
    fc.assert(
      fc.property(calendars, (calendar) => {
        for (let year = 1901; year <= 2300; year += 1) {
          const whole = period(String(year), calendar);
          const parts = quarters.map((quarter) => period(`${year}-${quarter}`, calendar));
          const thirds = months.map((month) => period(`${year}-${month}`, calendar));
          expect([tiles(parts, whole), tiles(thirds, whole)]).toEqual([true, true]);
          expect(parts.every((part, place) => tiles(thirds.slice(place * 3, place * 3 + 3), part))).toBe(true);
          expect(period(String(year + 1), calendar).from).toBe(whole.until);
          if (calendar.fiscalCalendar === 'months') continue;
          expect(weekdayOf(whole.from)).toBe(calendar.weekStart);
          expect([52, 53]).toContain(weeksIn(whole));
          expect(parts.map(weeksIn)).toEqual([13, 13, 13, weeksIn(whole) - 39]);
        }
      }),
      { numRuns: 5 },
    );
  });

  test('every day lies in the year, quarter and month that are named after it', () => {
    fc.assert(
      fc.property(days, calendars, (day, calendar) =>
        [String(fiscalYearOf(day, calendar)), quarterOf(day, calendar), fiscalMonthKeyOf(day, calendar)].every((key) =>
          holds(period(key, calendar), day),
        ),
      ),
      { numRuns: 2_000 },
    );
  });

  test('a year of weeks begins within a week of its first month', () => {
    fc.assert(
      fc.property(years, calendars, (year, calendar) => {
        const { from } = period(String(year), calendar);
        const nominal = period(String(year), calendarOfMonths(calendar.fiscalYearStart)).from;
        const late = daysBetween(nominal, from);
        if (calendar.fiscalCalendar === 'months') return late === 0;
        return calendar.fiscalYearRule === 'nearest' ? Math.abs(late) <= 3 : late <= 0 && late >= -6;
      }),
    );
  });

  test('weeks from Monday nearest to January are the years of ISO 8601', () => {
    fc.assert(
      fc.property(days, (day) => isoWeekOf(day).slice(0, 4) === String(fiscalYearOf(day, isoYears))),
      { numRuns: 1_000 },
    );
  });

  test('in a year of calendar months, the fifth month is a month of everybody’s', () => {
    expect(period('2027-P05', calendarOfMonths(4))).toMatchObject({ from: '2026-08-01', until: '2026-09-01' });
    expect(fiscalMonthOf(date('2026-08-31'), calendarOfMonths(4))).toBe(5);
  });
});

describe('before a period', () => {
  const kinds = ['2026', '2026-Q1', '2026-Q3', '2026-P01', '2026-P08', '2026-03', '2026-W01', '2026-W31'];

  test('the one of its kind ends where it begins', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), years, calendars, (key, year, calendar) => {
        const asked = period(`${year}${key.slice(4)}`, calendar);
        return previousPeriod(asked, calendar).until === asked.from;
      }),
    );
  });

  test('lies the same one of the year before, a year of months or 52 or 53 weeks earlier', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), years, calendars, (key, year, calendar) => {
        const before = periodYearBefore(period(`${year}${key.slice(4)}`, calendar), calendar);
        const away = daysBetween(before.from, period(`${year}${key.slice(4)}`, calendar).from);
        return before.key === `${year - 1}${key.slice(4)}` && away >= 364 && away <= 371;
      }),
    );
  });

  test.each([
    ['2020-W53', '2019-W52'],
    ['2021-W53', null],
    ['2024-02-29..2024-02-29', '2023-02-28..2023-02-28'],
    ['2024-02-28..2024-02-28', '2023-02-28..2023-02-28'],
    ['2024-01-15..2024-03-31', '2023-01-15..2023-03-31'],
    ['2025-02-01..2025-02-28', '2024-02-01..2024-02-29'],
  ])('the year before %s is %s', (key, before) => {
    const asked = periodFrom(key, isoYears);
    expect(asked && periodYearBefore(asked, isoYears).key).toBe(before);
  });

  test('other days of a year before are days that there were, in order', () => {
    fc.assert(
      fc.property(days, fc.nat(800), (first, length) => {
        const key = `${first}..${addDays(first, length)}`;
        const { from, until } = periodYearBefore(period(key, isoYears), isoYears);
        return dateFrom(from) === from && until > from && Math.abs(daysBetween(from, until) - length - 1) <= 1;
      }),
    );
  });
});
