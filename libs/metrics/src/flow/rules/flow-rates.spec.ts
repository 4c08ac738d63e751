import fc from 'fast-check';
import { day } from '../../../../../test/builders/some-log';
import { compareRatios, ratioText } from '../../rules/ratio';
import { chooseThreshold } from './choose-threshold';
import { judgeHandOff, type TimedHandOff } from './judge-hand-off';
import { rateAnswers } from './rate-answers';
import { rateWins, type WinCase, type WinFate } from './rate-wins';
import { sizeDeals } from './size-deals';
import { flowSliceKinds, isWithin, sliceFlow, type FlowCredit } from './slice-flow';
import { valueAmount } from '../../rules/value-amount';
import { sumWorth } from './sum-worth';
import { summariseSpans } from './summarise-spans';

const win = (fate: WinFate, valueMinor: bigint | null = 100n, sign: 1 | -1 = 1): WinCase => ({
  fate,
  valueMinor,
  sign,
});

describe('a win rate', () => {
  test('is by count and by value, and carries an interval below 30 cases', () => {
    const few = rateWins([win('won', 300n), win('lost', 100n), win('lost', 200n), win('outside')]);
    expect([few.rate, few.byValue.rate].map((rate) => rate && ratioText(rate))).toEqual(['0.333333', '0.5']);
    expect(few).toMatchObject({ won: 1, lost: 2, running: 0, outside: 1, unavailable: null });
    expect(few.interval && [ratioText(few.interval.low), ratioText(few.interval.high)]).toEqual([
      '0.061492',
      '0.79234',
    ]);
    expect(rateWins(Array.from({ length: 30 }, () => win('won'))).interval).toBeNull();
  });

  test('counts what is running below the line only', () => {
    expect(rateWins([win('won'), win('running'), win('running'), win('lost')]).rate).toEqual({
      numerator: 1n,
      denominator: 4n,
    });
  });

  test.each([
    ['nothing', []],
    ['only what was cancelled', [win('outside')]],
    ['what was taken back as often as it was won', [win('won'), win('won', 100n, -1)]],
    ['what was taken back in another period', [win('won', 100n, -1), win('lost'), win('lost')]],
  ])('of %s is n/a', (_, cases) => {
    expect(rateWins(cases)).toMatchObject({ rate: null, unavailable: { code: 'no_cases' }, interval: null });
  });

  test('by value leaves what has no amount out of both sides, and says nothing when all of the rest has none', () => {
    expect(rateWins([win('won', 100n), win('won', null), win('lost', 300n)]).byValue).toMatchObject({
      wonMinor: 100n,
      allMinor: 400n,
      withoutValue: 1,
      rate: { numerator: 100n, denominator: 400n },
    });
    expect(rateWins([win('won'), win('lost', null), win('lost', null)]).byValue).toMatchObject({
      rate: null,
      unavailable: { code: 'rest_without_value', facts: { count: 2 } },
    });
    expect(rateWins([win('lost', 0n)]).byValue).toMatchObject({ rate: null, unavailable: { code: 'no_value' } });
  });

  test('lies within 0 and 1, and is n/a exactly when it says why', () => {
    const cases = fc.array(
      fc.record({
        fate: fc.constantFrom<WinFate>('won', 'lost', 'running', 'outside'),
        valueMinor: fc.option(fc.bigInt({ min: 0n, max: 10_000n })),
        sign: fc.constantFrom<1 | -1>(1, 1, 1, -1),
      }),
    );
    fc.assert(
      fc.property(cases, (of) => {
        const { rate, unavailable, byValue } = rateWins(of);
        expect(rate === null).toBe(unavailable !== null);
        expect(byValue.rate === null).toBe(byValue.unavailable !== null);
        for (const one of [rate, byValue.rate]) {
          if (!one) continue;
          expect(compareRatios(one, { numerator: 0n, denominator: 1n })).toBeGreaterThanOrEqual(0);
          expect(compareRatios(one, { numerator: 1n, denominator: 1n })).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});

describe('the average deal size', () => {
  const closing = (isNewBusiness = true, sign: 1 | -1 = 1) => ({ isNewBusiness, sign });

  test('is new business ÷ closings, with the opportunity in the middle beside it', () => {
    const lines = [
      { opportunityId: 'one', valueMinor: 100n },
      { opportunityId: 'two', valueMinor: 301n },
      { opportunityId: 'three', valueMinor: 1_100n },
      { opportunityId: 'four', valueMinor: null },
    ];
    expect(sizeDeals(lines, [closing(), closing(), closing(), closing()])).toEqual({
      bookingsMinor: 1_501n,
      closings: 4,
      otherClosings: 0,
      averageMinor: 375n,
      unavailable: null,
      medianMinor: 301n,
      withoutValue: 1,
    });
  });

  test('says how many of its closings are no new business, and is n/a without any', () => {
    expect(sizeDeals([{ opportunityId: 'one', valueMinor: 100n }], [closing(), closing(false)])).toMatchObject({
      averageMinor: 50n,
      otherClosings: 1,
    });
    const taken = [
      { opportunityId: 'one', valueMinor: 100n },
      { opportunityId: 'one', valueMinor: -100n },
    ];
    expect(sizeDeals(taken, [closing(), closing(true, -1)])).toMatchObject({
      bookingsMinor: 0n,
      averageMinor: null,
      medianMinor: null,
      unavailable: { code: 'no_closings' },
    });
  });
});

describe('spans of time', () => {
  test('have a median and two percentiles', () => {
    expect(summariseSpans([5, 1, 4, 2, 3])).toEqual({ count: 5, median: 3, p75: 4, p90: 5 });
    expect(summariseSpans([1, 2])).toEqual({ count: 2, median: 1.5, p75: 2, p90: 2 });
    expect(summariseSpans([])).toEqual({ count: 0, median: null, p75: null, p90: null });
  });

  test('lie in order between the shortest and the longest', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9_999), { minLength: 1 }), (all) => {
        const { median, p75, p90 } = summariseSpans(all);
        const inOrder = [Math.min(...all), median ?? -1, p75 ?? -1, p90 ?? -1, Math.max(...all)];
        expect(inOrder).toEqual(inOrder.toSorted((one, other) => one - other));
      }),
    );
  });
});

describe('a threshold', () => {
  const stays = (many: number, days: number) => Array.from({ length: many }, () => days * day);

  test('is what was set, else twice the median of winners in whole days, else none for too few of them', () => {
    expect(chooseThreshold(21, stays(99, 4))).toEqual({ days: 21, learnedFrom: null });
    expect(chooseThreshold(null, stays(30, 4))).toEqual({ days: 8, learnedFrom: 30 });
    expect(chooseThreshold(null, stays(30, 4.3))).toEqual({ days: 9, learnedFrom: 30 });
    expect(chooseThreshold(null, stays(29, 4))).toEqual({ days: null, learnedFrom: 29 });
    expect(chooseThreshold(0, [])).toEqual({ days: 0, learnedFrom: null });
  });
});

describe('an offer', () => {
  const offer = (wishes: Partial<TimedHandOff> = {}): TimedHandOff => ({
    state: 'offered',
    reasonKey: null,
    dueAt: 100,
    answeredAt: null,
    touchedAt: null,
    ...wishes,
  });

  test.each<[string, Partial<TimedHandOff>, number, string]>([
    ['accepted in time', { state: 'accepted', answeredAt: 100 }, 200, 'met 100'],
    ['accepted too late', { state: 'accepted', answeredAt: 101 }, 200, 'breached 101'],
    ['rejected in time', { state: 'rejected', answeredAt: 50, reasonKey: 'duplicate' }, 200, 'met 50'],
    ['touched in time, accepted too late', { state: 'accepted', answeredAt: 150, touchedAt: 90 }, 200, 'met 90'],
    ['touched too late', { touchedAt: 101 }, 200, 'breached 101'],
    [
      'accepted in time and given back later',
      { state: 'returned', answeredAt: 60, reasonKey: 'duplicate' },
      200,
      'met 60',
    ],
    [
      'closed by somebody else before it was due',
      { state: 'returned', answeredAt: 60, reasonKey: 'closed' },
      200,
      'outside null',
    ],
    ['closed when it was overdue', { state: 'returned', answeredAt: 160, reasonKey: 'closed' }, 200, 'breached null'],
    [
      'touched by nobody before it ran out',
      { state: 'expired', answeredAt: 150, touchedAt: 170 },
      200,
      'breached null',
    ],
    ['run out before it was due', { state: 'expired', answeredAt: 90 }, 200, 'breached null'],
    ['not answered yet', {}, 100, 'running null'],
    ['overdue', {}, 101, 'breached null'],
    ['answered later than asked for', { state: 'accepted', answeredAt: 80 }, 70, 'running null'],
  ])('%s', (_, wishes, now, judged) => {
    const { fate, stoppedAt } = judgeHandOff(offer(wishes), now);
    expect(`${fate} ${stoppedAt}`).toBe(judged);
  });

  test('once breached stays breached, whatever comes later', () => {
    const any = fc.record({
      state: fc.constantFrom<TimedHandOff['state']>('offered', 'accepted', 'rejected', 'returned', 'expired'),
      reasonKey: fc.constantFrom('closed', 'duplicate', null),
      dueAt: fc.nat(300),
      answeredAt: fc.nat(300),
      touchedAt: fc.option(fc.nat(300)),
    });
    fc.assert(
      fc.property(any, fc.nat(300), fc.nat(300), (wishes, now, more) => {
        const handOff: TimedHandOff = { ...wishes, answeredAt: wishes.state === 'offered' ? null : wishes.answeredAt };
        const before = judgeHandOff(handOff, now).fate;
        if (before === 'breached') expect(judgeHandOff(handOff, now + more).fate).toBe('breached');
        if (before === 'met') expect(judgeHandOff(handOff, now + more).fate).toBe('met');
      }),
    );
  });

  test('complies by what is decided; running ones and those outside are said', () => {
    expect(rateAnswers(['met', 'met', 'breached', 'running', 'outside'])).toMatchObject({
      met: 2,
      breached: 1,
      running: 1,
      outside: 1,
      rate: { numerator: 2n, denominator: 3n },
      unavailable: null,
    });
    expect(rateAnswers(['running'])).toMatchObject({
      rate: null,
      unavailable: { code: 'nothing_due' },
      interval: null,
    });
  });
});

describe('slices', () => {
  const id = fc.constantFrom('x', 'y', null);
  const credit: fc.Arbitrary<FlowCredit> = fc.record({
    ownerId: id,
    teamId: id,
    officeId: id,
    sourceId: id,
    campaignId: id,
    segment: id,
    productId: id,
  });

  test('of one kind or two hold each case once, and each is what its filter would find', () => {
    const filterOf = {
      team: 'teamId',
      office: 'officeId',
      person: 'personId',
      source: 'sourceId',
      campaign: 'campaignId',
      segment: 'segment',
      product: 'productId',
    } as const;
    const kinds = fc.uniqueArray(fc.constantFrom(...flowSliceKinds), { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(credit), kinds, (cases, by) => {
        const slices = sliceFlow(cases, by);
        expect(slices.reduce((sum, slice) => sum + slice.cases.length, 0)).toBe(cases.length);
        for (const { places, cases: within } of slices) {
          const scope = Object.fromEntries(places.map((place) => [filterOf[place.kind], place.id]));
          expect(cases.filter((one) => isWithin(one, scope))).toEqual(within);
        }
      }),
    );
  });

  test('nobody asked for are none', () => {
    expect(sliceFlow([{ ...fc.sample(credit, 1)[0] } as FlowCredit], [])).toEqual([]);
  });
});

describe('worth', () => {
  const rates = { currency: 'USD', rates: new Map([['EUR', '1.1']]) };

  test('is at the plan rate, and unknown without an amount or a rate', () => {
    expect([
      valueAmount(100n, 'USD', rates),
      valueAmount(100n, 'EUR', rates),
      valueAmount(100n, 'TWD', rates),
      valueAmount(null, 'EUR', rates),
    ]).toEqual([100n, 110n, null, null]);
    expect(sumWorth([{ valueMinor: 5n }, { valueMinor: null }, { valueMinor: -2n }])).toEqual({
      valueMinor: 3n,
      withoutValue: 1,
    });
  });
});
