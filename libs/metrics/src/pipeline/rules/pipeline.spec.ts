import { date } from '@tandem/kernel';
import fc from 'fast-check';
import { anyLog } from '../../../../../test/builders/any-deals';
import { aDeal, endOf, secondQuarterPipeline, type DealStep } from '../../../../../test/builders/some-deals';
import { ratioText } from '../../rules/ratio';
import { coverQuota } from './cover-quota';
import { heldAt, sumHeld } from './follow-pipeline';
import { measureSlippage } from './measure-slippage';
import { isPointOf, planPoints } from './plan-points';
import { readTimeline } from './read-timeline';
import { compareEnds } from './compare-ends';
import { sumWaterfall } from './sum-waterfall';

const april = (day: string) => date(`2026-04-${day}`);
const scope = {
  ...secondQuarterPipeline(),
  probability: ({ probability }: { probability: number | null }) => probability ?? 50,
};
const began: DealStep = ['2026-03-20T09:00:00Z', { amount: 100n, closes: '2026-05-10' }];

describe('the points of a trend', () => {
  const quarter = { from: april('01'), until: date('2026-07-01') };
  const [over, running] = [date('2026-11-23'), april('16')];

  test('begin with the eve of the period and end with its last day, or with today', () => {
    expect(planPoints(quarter, 'month', over)).toEqual(['2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30']);
    expect(planPoints(quarter, 'week', running)).toEqual(['2026-03-31', '2026-04-07', '2026-04-14', '2026-04-16']);
    expect(planPoints(quarter, 'week', over)).toHaveLength(14);
    expect(planPoints({ from: april('01'), until: april('04') }, 'day', over)).toEqual([
      '2026-03-31',
      '2026-04-01',
      '2026-04-02',
      '2026-04-03',
    ]);
  });

  test('are among the days of the period and its eve, none to come', () => {
    const among = (day: string, today = over) => isPointOf(quarter, date(day), today);
    expect(['2026-03-30', '2026-03-31', '2026-06-30', '2026-07-01'].map((day) => among(day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([among('2026-04-16', running), among('2026-04-17', running)]).toEqual([true, false]);
    expect([among('2026-02-01', date('2026-02-01')), among('2026-01-31', date('2026-02-01'))]).toEqual([true, false]);
    for (const day of planPoints(quarter, 'week', running)) expect(among(day, running)).toBe(true);
  });

  test('of a period to come are today alone', () => {
    expect(planPoints(quarter, 'week', date('2026-02-01'))).toEqual(['2026-02-01']);
    expect(planPoints(quarter, 'week', date('2026-03-31'))).toEqual(['2026-03-31']);
  });
});

describe('the pipeline at a point', () => {
  test('is weighted by the rep’s own probability, else by the stage’s, opportunity by opportunity', () => {
    const deals = [
      aDeal('stage', began),
      aDeal('own', ['2026-03-20T09:00:00Z', { amount: 101n, closes: '2026-05-10', probability: 30 }]),
      aDeal('half', ['2026-03-20T09:00:00Z', { amount: 25n, closes: '2026-05-10' }]),
      aDeal('lost', began, ['2026-03-22T09:00:00Z', { outcome: 'lost', closes: '2026-03-22' }]),
    ];
    const held = heldAt(deals, scope.from, scope);
    expect(held.map(({ opportunityId, minor, weightedMinor }) => [opportunityId, minor, weightedMinor])).toEqual([
      ['stage', 100n, 50n],
      ['own', 101n, 30n],
      ['half', 25n, 12n],
    ]);
    expect(sumHeld(held)).toEqual({ count: 3, minor: 226n, weightedMinor: 92n, withoutRate: 0, withoutAmount: 0 });
  });

  test('counts what has no amount or no rate, and adds it to nothing', () => {
    const deals = [
      aDeal('unpriced', ['2026-03-20T09:00:00Z', { closes: '2026-05-10' }]),
      aDeal('yen', ['2026-03-20T09:00:00Z', { amount: 9n, currency: 'JPY', closes: '2026-05-10' }]),
      aDeal('euros', ['2026-03-20T09:00:00Z', { amount: 10n, currency: 'EUR', closes: '2026-05-10' }]),
    ];
    expect(sumHeld(heldAt(deals, scope.from, scope))).toEqual({
      count: 3,
      minor: 11n,
      weightedMinor: 6n,
      withoutRate: 1,
      withoutAmount: 1,
    });
  });

  test('law: is the start of the waterfall that begins there', () => {
    fc.assert(
      fc.property(fc.array(anyLog, { maxLength: 6 }), fc.nat(200), (logs, days) => {
        const from = Date.parse('2026-01-10') + days * 86_400_000;
        const deals = logs.map(({ log, corrections }, place) => ({
          opportunityId: `deal ${place}`,
          timeline: readTimeline(log, corrections, { reading: 'restated', endOf }),
        }));
        const waterfall = sumWaterfall(deals.map((deal) => compareEnds(deal, { ...scope, from, until: from })));
        const { minor, withoutRate } = sumHeld(heldAt(deals, from, scope));
        expect([waterfall.lines[0]?.minor, waterfall.withoutRate]).toEqual([minor, withoutRate]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('slippage', () => {
  const told = (...deals: readonly (readonly DealStep[])[]) =>
    measureSlippage(
      deals.map((steps, place) => aDeal(String(place), ...steps)),
      scope,
    );

  test('is what was due in the period and is still open at its end, by count and by value, and where it went', () => {
    const { due, slipped, share, shareOfValue, went, interval } = told(
      [began],
      [began, ['2026-06-20T09:00:00Z', { closes: '2026-08-15', amount: 300n }]],
      [began, ['2026-06-20T09:00:00Z', { closes: null }]],
      [
        ['2026-03-20T09:00:00Z', { amount: 500n, closes: '2026-05-10' }],
        ['2026-05-04T09:00:00Z', { outcome: 'won', closes: '2026-05-04' }],
      ],
      [['2026-04-20T09:00:00Z', { amount: 70n, closes: '2026-05-10' }]],
    );
    expect([due.count, due.minor, slipped.count, slipped.minor]).toEqual([4, 800n, 3, 300n]);
    expect([share && ratioText(share), shareOfValue && ratioText(shareOfValue)]).toEqual(['0.75', '0.375']);
    expect(went).toEqual([
      { to: '2026-08', count: 1, minor: 100n },
      { to: 'no_date', count: 1, minor: 100n },
      { to: 'still_due', count: 1, minor: 100n },
    ]);
    expect(interval).not.toBeNull();
  });

  test('of a quarter in which nothing was due has no share', () => {
    expect(told()).toMatchObject({ share: null, shareOfValue: null, interval: null, went: [] });
  });

  test('stays with whose it was at the start', () => {
    const handed = aDeal('one', began, ['2026-05-01T09:00:00Z', { teamId: 'south' }]);
    const of = (team: string) => measureSlippage([handed], { ...scope, isInScope: ({ teamId }) => teamId === team });
    expect([of('north').slipped.count, of('south').due.count]).toEqual([1, 0]);
  });
});

describe('coverage', () => {
  const cover = (pipelineMinor: bigint, wonMinor: bigint, quotaMinor: bigint | null) => {
    const { coverage, isMet, unavailable } = coverQuota({ pipelineMinor, wonMinor, quotaMinor, unavailable: null });
    return unavailable?.code ?? (isMet ? 'met' : coverage && ratioText(coverage));
  };

  test.each([
    ['three times the quota at the start', 300n, 0n, 100n, '3'],
    ['of what is left to go', 90n, 40n, 100n, '1.5'],
    ['nothing in the pipeline', 0n, 40n, 100n, '0'],
    ['reached to the unit', 90n, 100n, 100n, 'met'],
    ['passed', 90n, 130n, 100n, 'met'],
    ['more refunds than sales', 300n, -50n, 100n, '2'],
    ['case 9: a quota of 0', 90n, 0n, 0n, 'quota_zero'],
    ['no quota', 90n, 0n, null, 'quota_missing'],
  ])('%s', (_, pipeline, won, quota, told) => {
    expect(cover(pipeline, won, quota)).toBe(told);
  });

  test('where there can be no quota says why', () => {
    const why = { code: 'quota_not_by_source', facts: {} };
    expect(coverQuota({ pipelineMinor: 1n, wonMinor: 0n, quotaMinor: 5n, unavailable: why })).toMatchObject({
      coverage: null,
      unavailable: why,
    });
  });
});
