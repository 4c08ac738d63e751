import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  addMonths,
  BeyondCalendar,
  date,
  daysBetween,
  isoWeekOf,
  mondayOf,
  weekdayOf,
  type PlainDate,
} from './plain-date';

const anyDay = fc
  .date({ min: new Date('1000-01-08T00:00:00Z'), max: new Date('9999-12-20T00:00:00Z'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10) as PlainDate);
const weekOf = (day: Temporal.PlainDate) => `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`;

describe('whole days', () => {
  it('are counted as the calendar counts them', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: -400, max: 400 }), (one, other, days) => {
        const known = Temporal.PlainDate.from(one);
        expect(daysBetween(one, other)).toBe(known.until(Temporal.PlainDate.from(other), { largestUnit: 'days' }).days);
        expect(weekdayOf(one)).toBe(known.dayOfWeek);
        expect(isoWeekOf(one)).toBe(weekOf(known));
        expect(mondayOf(isoWeekOf(one))).toBe(addDays(one, 1 - weekdayOf(one)));
        const moved = known.add({ days });
        if (moved.year <= 9999) expect(addDays(one, days)).toBe(moved.toString());
        else expect(() => addDays(one, days)).toThrow(BeyondCalendar);
      }),
      { numRuns: 1_000 },
    );
  });

  it('end where four digits of a year end, and say so', () => {
    expect([addDays(date('9999-12-30'), 1), addDays(date('1000-01-01'), -1)]).toEqual(['9999-12-31', '0999-12-31']);
    expect(() => addDays(date('9999-12-31'), 1)).toThrow(
      '9999-12-31 and 1 days is no day from 0001-01-01 to 9999-12-31',
    );
    expect(() => addDays(date('1000-01-01'), -400_000)).toThrow(BeyondCalendar);
    expect(() => addDays(date('2026-01-01'), NaN)).toThrow(BeyondCalendar);
    expect(() => addMonths(date('9999-12-01'), 1)).toThrow(BeyondCalendar);
  });

  it('know the weeks 53 and the turns of the years', () => {
    for (let year = 1990; year <= 2060; year++) {
      for (let day = date(`${year}-12-25`); day <= date(`${year + 1}-01-08`); day = addDays(day, 1))
        expect(isoWeekOf(day)).toBe(weekOf(Temporal.PlainDate.from(day)));
    }
    expect([mondayOf('2026-W53'), mondayOf('2025-W53'), mondayOf('2026-W00'), mondayOf('0000-W01')]).toEqual([
      '2026-12-28',
      null,
      null,
      null,
    ]);
  });
});
