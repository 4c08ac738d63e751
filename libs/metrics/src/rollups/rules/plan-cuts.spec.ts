import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, date, daysBetween, type PlainDate } from '@tandem/kernel';
import { planCuts } from './plan-cuts';

const plan = (from: string, until: string, ...cuts: string[]): string[] =>
  planCuts(date(from), date(until), cuts.map(date)).map((span) => `${span.grain} ${span.from} to ${span.until}`);

test('a quarter is its months, and days where a cut goes through one', () => {
  expect(plan('2026-04-01', '2026-07-01')).toEqual(['month 2026-04-01 to 2026-07-01']);
  expect(plan('2026-04-01', '2026-07-01', '2026-05-01')).toEqual(['month 2026-04-01 to 2026-07-01']);
  expect(plan('2026-04-01', '2026-07-01', '2026-05-02')).toEqual([
    'month 2026-04-01 to 2026-05-01',
    'day 2026-05-01 to 2026-06-01',
    'month 2026-06-01 to 2026-07-01',
  ]);
});

test('a week, and a span that begins and ends within months', () => {
  expect(plan('2026-04-27', '2026-05-04')).toEqual(['day 2026-04-27 to 2026-05-04']);
  expect(plan('2026-04-27', '2026-06-04')).toEqual([
    'day 2026-04-27 to 2026-05-01',
    'month 2026-05-01 to 2026-06-01',
    'day 2026-06-01 to 2026-06-04',
  ]);
  expect(plan('2026-04-27', '2026-04-27')).toEqual([]);
});

test('spans follow each other from the first day to the last, months are whole, and no cut goes through one', () => {
  const day = fc.nat(900).map((days) => addDays(date('2025-01-01'), days));
  fc.assert(
    fc.property(day, fc.nat(200), fc.array(day, { maxLength: 4 }), (from, length, cuts) => {
      const until = addDays(from, length);
      const spans = planCuts(from, until, cuts);
      let at: PlainDate = from;
      for (const span of spans) {
        expect([span.from, span.until > span.from]).toEqual([at, true]);
        at = span.until;
        if (span.grain === 'day') continue;
        expect([span.from.slice(8), span.until.slice(8)]).toEqual(['01', '01']);
        for (const cut of cuts) {
          const isInside = cut > span.from && cut < span.until && !cut.endsWith('-01');
          expect(isInside).toBe(false);
        }
      }
      expect(at).toBe(length === 0 ? from : until);
      expect(daysBetween(from, at)).toBe(length);
    }),
  );
});
