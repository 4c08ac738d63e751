import { describe, expect, test } from '@jest/globals';
import { addDays, date } from '@tandem/kernel';
import fc from 'fast-check';
import {
  addWorkingMinutes,
  isWorkingDay,
  workAt,
  workingDays,
  workingMinutes,
  workingSecondsLeft,
  workingSpans,
  type WorkingCalendar,
} from './working-time';

const office: WorkingCalendar = {
  zone: 'UTC',
  opens: '09:00',
  closes: '18:00',
  weekdays: [1, 2, 3, 4, 5],
  holidays: [],
};
const at = (text: string) => new Date(text);

describe('working time', () => {
  test('case 11: offered Friday 17:50, touched Monday 09:05: 15 minutes of a one-hour promise are used', () => {
    const used = workingMinutes(office, at('2026-11-20T17:50:00Z'), at('2026-11-23T09:05:00Z'));
    expect(used).toBe(15);
    expect(used).toBeLessThanOrEqual(60);
  });

  test('an hour promised on Friday at 17:50 ends on Monday at 09:50', () => {
    expect(addWorkingMinutes(office, at('2026-11-20T17:50:00Z'), 60)).toEqual(at('2026-11-23T09:50:00Z'));
  });

  test('the hours ahead are told span by span, from within a day and without what is closed', () => {
    const closed = { ...office, holidays: [date('2026-11-23')] };
    expect(workingSpans(closed, at('2026-11-20T17:50:00Z'), at('2026-11-24T12:00:00Z'))).toEqual([
      { from: at('2026-11-20T17:50:00Z'), until: at('2026-11-20T18:00:00Z') },
      { from: at('2026-11-24T09:00:00Z'), until: at('2026-11-24T12:00:00Z') },
    ]);
    expect(workingSpans(office, at('2026-11-21T09:00:00Z'), at('2026-11-22T18:00:00Z'))).toEqual([]);
  });

  test.each([
    ['an hour and a half of one day', '2026-11-23T09:30:00Z', '2026-11-23T11:00:00Z', 5_400],
    ['over a week-end', '2026-11-20T17:59:30Z', '2026-11-23T09:00:30Z', 60],
    ['late by ten minutes', '2026-11-23T11:10:00Z', '2026-11-23T11:00:00Z', -600],
    ['late since closing time, asked at night', '2026-11-23T22:00:00Z', '2026-11-23T18:00:00Z', 0],
  ])('what is left of a promise: %s', (_, now, due, seconds) => {
    expect(workingSecondsLeft(office, at(now), at(due))).toBe(seconds);
  });

  test('a holiday does not count', () => {
    const closed = { ...office, holidays: [date('2026-11-23')] };
    expect(addWorkingMinutes(closed, at('2026-11-20T17:50:00Z'), 60)).toEqual(at('2026-11-24T09:50:00Z'));
    expect(workingDays(closed, date('2026-11-20'), date('2026-11-25'))).toBe(2);
  });

  test('a promise that is used up exactly at closing time ends then', () => {
    expect(addWorkingMinutes(office, at('2026-11-23T17:00:00Z'), 60)).toEqual(at('2026-11-23T18:00:00Z'));
  });

  test('somebody is at work from opening until closing, and back on the next working day', () => {
    const closed = { ...office, holidays: [date('2026-11-23')] };
    const monday = [at('2026-11-20T18:00:00Z'), false, at('2026-11-24T09:00:00Z')] as const;
    for (const [when, isAtWork, changesAt] of [
      [at('2026-11-20T08:59:59Z'), false, at('2026-11-20T09:00:00Z')],
      [at('2026-11-20T09:00:00Z'), true, at('2026-11-20T18:00:00Z')],
      [at('2026-11-20T17:59:59Z'), true, at('2026-11-20T18:00:00Z')],
      monday,
    ] as const)
      expect(workAt(closed, when)).toEqual({ isAtWork, changesAt });
    expect(workAt({ ...office, weekdays: [] }, at('2026-11-20T10:00:00Z'))).toEqual({
      isAtWork: false,
      changesAt: null,
    });
  });

  test('the working day across the clock change in Berlin still has nine hours', () => {
    const berlin = { ...office, zone: 'Europe/Berlin', weekdays: [1, 2, 3, 4, 5, 6, 7] };
    expect(workingMinutes(berlin, at('2026-10-24T22:00:00Z'), at('2026-10-25T23:00:00Z'))).toBe(540);
  });

  test('days of work are those that a look at each of them finds', () => {
    const days = fc.integer({ min: 0, max: 60 }).map((after) => addDays(date('2026-02-20'), after));
    const calendars = fc.record({
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
      holidays: fc.array(days, { maxLength: 6 }),
    });
    fc.assert(
      fc.property(calendars, days, days, (kept, from, until) => {
        const calendar = { ...office, ...kept };
        let found = 0;
        for (let day = from; day < until; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) found++;
        return workingDays(calendar, from, until) === found;
      }),
    );
  });

  test('what is added can be measured again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 10_000 }), (offset, minutes) => {
        const from = new Date(at('2026-03-20T00:00:00Z').getTime() + offset * 60_000);
        const until = addWorkingMinutes(office, from, minutes);
        return workingMinutes(office, from, until) === minutes;
      }),
    );
  });
});
