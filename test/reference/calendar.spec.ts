import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  calendarOfMonths,
  convert,
  date,
  fiscalCalendars,
  fiscalYearRules,
  localDate,
  money,
  periodFrom,
  periodYearBefore,
  previousPeriod,
  startOfDay,
} from '@tandem/kernel';
import { workingDays } from '@tandem/people';
import { beginOf, dayIn, plusDays, plusMonths, spanBefore, spanOf, spanYearBefore, workingDaysIn } from './calendar';
import { decimal, fraction, nearest, wilson } from './exact';

const day = fc.integer({ min: 0, max: 30_000 }).map((offset) => addDays(date('1980-01-01'), offset));
const zone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'America/Santiago',
  'Asia/Tokyo',
);

describe('the calendar of the reference', () => {
  test('counts days and months as the product does, though it is another one', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -900, max: 900 }), fc.integer({ min: -30, max: 30 }), (from, days, months) => {
        expect(plusDays(from, days)).toBe(addDays(from, days));
        expect(plusMonths(from, months)).toBe(addMonths(from, months));
      }),
    );
  });

  test('knows when a day begins in a zone, and which day it is at an instant', () => {
    fc.assert(
      fc.property(day, zone, fc.integer({ min: -100_000_000, max: 100_000_000 }), (on, where, later) => {
        const begin = startOfDay(on, where).getTime();
        expect(beginOf(where, on)).toBe(begin);
        expect(dayIn(where, begin + later)).toBe(localDate(new Date(begin + later), where));
      }),
      { numRuns: 300 },
    );
  });

  test.each(['2027', '2027-Q1', '2027-Q4', '2026-02', '2026-12', '2026-W01', '2026-W53', '2026-10-25..2026-11-03'])(
    'knows which days %s is, and which lie before it and a year before',
    (key) => {
      for (const fiscalYearStart of [1, 4, 12]) {
        const calendar = calendarOfMonths(fiscalYearStart);
        const period = periodFrom(key, calendar);
        if (!period) throw new Error(key);
        const { from, until } = previousPeriod(period, calendar);
        const yearBefore = periodYearBefore(period, calendar);
        expect(spanOf(key, fiscalYearStart)).toEqual({ from: period.from, until: period.until });
        expect(spanBefore(key, fiscalYearStart)).toEqual({ from, until });
        expect(spanYearBefore(key, fiscalYearStart)).toEqual({ from: yearBefore.from, until: yearBefore.until });
      }
    },
  );

  test('knows every fiscal calendar, with the periods before and a year before', () => {
    const calendar = fc.record({
      fiscalYearStart: fc.integer({ min: 1, max: 12 }),
      fiscalCalendar: fc.constantFrom(...fiscalCalendars),
      fiscalYearRule: fc.constantFrom(...fiscalYearRules),
      weekStart: fc.integer({ min: 1, max: 7 }),
    });
    const keys = ['', '-Q1', '-Q2', '-Q4', '-P01', '-P03', '-P08', '-P12', '-01', '-12', '-W01', '-W52'];
    fc.assert(
      fc.property(calendar, fc.integer({ min: 1990, max: 2060 }), fc.constantFrom(...keys), (years, year, rest) => {
        const key = `${year}${rest}`;
        const period = periodFrom(key, years);
        if (!period) throw new Error(key);
        const [before, yearBefore] = [previousPeriod(period, years), periodYearBefore(period, years)];
        expect(spanOf(key, years)).toEqual({ from: period.from, until: period.until });
        expect(spanBefore(key, years)).toEqual({ from: before.from, until: before.until });
        expect(spanYearBefore(key, years)).toEqual({ from: yearBefore.from, until: yearBefore.until });
      }),
      { numRuns: 800 },
    );
  });

  test('counts the days people work on', () => {
    const weekdays = { zone: 'UTC', opens: '09:00', closes: '18:00', weekdays: [1, 2, 3, 4, 5], holidays: [] };
    fc.assert(
      fc.property(day, fc.nat(200), (from, days) => {
        const until = addDays(from, days);
        expect(workingDaysIn({ from, until })).toBe(workingDays(weekdays, from, until));
      }),
    );
  });
});

describe('the arithmetic of the reference', () => {
  test.each([
    [5n, 2n, 2n],
    [7n, 2n, 4n],
    [-5n, 2n, -2n],
    [-7n, 2n, -4n],
    [-1n, 3n, 0n],
    [10n, -4n, -2n],
    [8n, 3n, 3n],
  ])('%s ÷ %s is %s, a half to even', (over, under, whole) => {
    expect(nearest(fraction(over, under))).toBe(whole);
  });

  test.each([
    [1n, 3n, '0.333333'],
    [-1n, 4n, '-0.25'],
    [6n, 3n, '2'],
    [0n, 7n, '0'],
    [1n, 2_000_000n, '0'],
  ])('%s/%s is told as %s', (over, under, told) => {
    expect(decimal(fraction(over, under))).toBe(told);
  });

  test('rounds converted money as the product does', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.integer({ min: 1, max: 99_999 }),
        (minor, rate) => {
          const converted = nearest(fraction(minor * BigInt(rate), 10_000n));
          const told = `${Math.floor(rate / 10_000)}.${String(rate % 10_000).padStart(4, '0')}`;
          expect(convert(money(minor, 'EUR'), 'USD', told).amountMinor).toBe(converted);
        },
      ),
    );
  });

  test('has the Wilson interval of the textbooks', () => {
    expect(wilson(5, 10)).toEqual({ low: '0.236593', high: '0.763407' });
    expect(wilson(0, 4)).toMatchObject({ low: '0' });
    expect(wilson(4, 4)).toMatchObject({ high: '1' });
  });
});
