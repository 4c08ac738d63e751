import { describe, expect, test } from '@jest/globals';
import { addDays, date, daysBetween, localDate, weekdayOf } from '@tandem/kernel';
import fc from 'fast-check';
import { compareRatios, ratio, ratioText } from '../../rules/ratio';
import { dueWeeks, weeksBack } from './due-weeks';
import { judgeForecasts } from './judge-forecasts';

const judged = (...cases: [forecast: bigint, actual: bigint][]) => {
  const { accuracy, bias, unavailable } = judgeForecasts(
    cases.map(([forecastMinor, actualMinor]) => ({ forecastMinor, actualMinor })),
  );
  return [accuracy && ratioText(accuracy), bias && ratioText(bias), unavailable?.code];
};

describe('forecasts of periods that are over', () => {
  test.each([
    ['exact', [[100n, 100n]], ['1', '0', undefined]],
    ['too high by a tenth', [[110n, 100n]], ['0.9', '0.1', undefined]],
    ['too low by a tenth', [[90n, 100n]], ['0.9', '-0.1', undefined]],
    [
      'once too high, once too low: no bias, and no accuracy either',
      [
        [150n, 100n],
        [50n, 100n],
      ],
      ['0.5', '0', undefined],
    ],
    [
      'a small period weighs little',
      [
        [1_000n, 1_000n],
        [20n, 10n],
      ],
      ['0.990099', '0.009901', undefined],
    ],
    ['off by more than it all', [[350n, 100n]], ['-1.5', '2.5', undefined]],
    ['nothing was booked', [[350n, 0n]], [null, null, 'nothing_booked']],
    ['more was given back than booked', [[350n, -5n]], [null, null, 'nothing_booked']],
  ] as [string, [bigint, bigint][], unknown[]][])('%s', (_, cases, expected) => {
    expect(judged(...cases)).toEqual(expected);
  });

  test('are never better than exact, and biased by no more than they are inaccurate', () => {
    const minor = fc.bigInt({ min: 0n, max: 10n ** 12n });
    const cases = fc.array(fc.record({ forecastMinor: minor, actualMinor: minor }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(cases, (some) => {
        const { accuracy, bias } = judgeForecasts(some);
        if (!accuracy || !bias) return;
        expect(compareRatios(accuracy, ratio(1n, 1n))).toBeLessThanOrEqual(0);
        const missed = accuracy.denominator - accuracy.numerator;
        expect(bias.numerator <= missed && -bias.numerator <= missed).toBe(true);
      }),
    );
  });
});

describe('the weeks that are due', () => {
  test('are the last eight that are over, each known to the end of its last day in the zone', () => {
    const due = dueWeeks(new Date('2026-11-23T09:00:00Z'), { zone: 'Asia/Taipei', weekStart: 1 });
    expect(due).toHaveLength(weeksBack);
    expect(due.at(-1)).toEqual({
      from: '2026-11-16',
      last: '2026-11-22',
      knownBy: new Date('2026-11-22T15:59:59.999Z'),
    });
    expect(due[0]?.from).toBe('2026-09-28');
  });

  test.each([
    ['2026-11-22T15:59:59.999Z', 1, '2026-11-09'],
    ['2026-11-22T16:00:00Z', 1, '2026-11-16'],
    ['2026-11-22T16:00:00Z', 7, '2026-11-15'],
    ['2026-11-21T16:00:00Z', 7, '2026-11-15'],
    ['2026-11-21T15:59:59Z', 7, '2026-11-08'],
  ])('at %s, with weeks from day %i, end with that of %s', (now, weekStart, from) => {
    expect(dueWeeks(new Date(now), { zone: 'Asia/Taipei', weekStart }).at(-1)?.from).toBe(from);
  });

  test('follow one another without a gap, are over, and begin on the day weeks begin with', () => {
    const moments = fc.date({ min: new Date('2001-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    const zones = fc.constantFrom('UTC', 'Asia/Taipei', 'America/Santiago', 'Pacific/Apia', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(moments, zones, fc.integer({ min: 1, max: 7 }), (now, zone, weekStart) => {
        const due = dueWeeks(now, { zone, weekStart });
        due.forEach(({ from, last, knownBy }, place) => {
          expect([weekdayOf(from), last, knownBy <= now]).toEqual([weekStart, addDays(from, 6), true]);
          expect(from).toBe(addDays(due[0]?.from ?? date('2000-01-01'), place * 7));
        });
        expect(daysBetween(due.at(-1)?.last ?? from2000, localDate(now, zone))).toBeLessThanOrEqual(7);
      }),
      { numRuns: 200 },
    );
  });
});

const from2000 = date('2000-01-01');
