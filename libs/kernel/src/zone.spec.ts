import { describe, expect, test } from '@jest/globals';
import { date, dateFrom, isoWeekOf, mondayOf } from './plain-date';
import { instantAt, isZone, localDate, localTime, startOfDay } from './zone';

describe('time zones', () => {
  test('00:30 local on the first day of a period belongs to that day', () => {
    const early = new Date('2026-03-31T22:30:00Z');
    expect(localDate(early, 'Europe/Berlin')).toBe('2026-04-01');
    expect(localTime(early, 'Europe/Berlin')).toBe('00:30');
  });

  test('a time that spring skips is moved on by the gap, of a time shown twice the first is meant', () => {
    expect(instantAt(date('2026-03-08'), '02:30', 'America/New_York').toISOString()).toBe('2026-03-08T07:30:00.000Z');
    expect(instantAt(date('2026-11-01'), '01:30', 'America/New_York').toISOString()).toBe('2026-11-01T05:30:00.000Z');
  });

  test('a day that begins after midnight begins then', () => {
    expect(startOfDay(date('2026-09-06'), 'America/Santiago').toISOString()).toBe('2026-09-06T04:00:00.000Z');
  });

  test('zones are told from other words', () => {
    expect(isZone('Asia/Kathmandu')).toBe(true);
    expect(isZone('Mars/Olympus')).toBe(false);
  });

  test.each(['2026-02-30', '2025-02-29', '0000-00-00', '2026-1-1', '20260101', '2026-01-01T00:00'])(
    '%s is no date',
    (text) => {
      expect(dateFrom(text)).toBeNull();
    },
  );

  test('weeks are numbered as ISO 8601 does', () => {
    expect(isoWeekOf(date('2021-01-03'))).toBe('2020-W53');
    expect(mondayOf('2026-W01')).toBe('2025-12-29');
    expect(mondayOf('2021-W53')).toBeNull();
  });
});
