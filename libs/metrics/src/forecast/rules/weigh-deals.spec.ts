import { describe, expect, test } from '@jest/globals';
import { date } from '@tandem/kernel';
import fc from 'fast-check';
import { compareRatios, ratio, ratioText } from '../../rules/ratio';
import { categoriseDeal } from './categorise-deal';
import { chooseProbability, stageProbability } from './choose-probability';
import { learnChances } from './learn-chances';
import { openCategories, type OpenDeal } from './open-deal';
import { sumForecast } from './sum-forecast';
import { weighDeals, type WeighingQuestion } from './weigh-deals';

const stages = [
  { id: 'a', mandatory: true },
  { id: 'b', mandatory: true },
  { id: 'won', mandatory: true },
];
const log = (...stageIds: string[]) =>
  stageIds.map((stageId, at) => ({ at, stageId, outcome: 'open' as const, ownerId: 'amy', teamId: 'team' }));

const deal = (wishes: Partial<OpenDeal> = {}): OpenDeal => ({
  opportunityId: 'deal',
  stageId: 'a',
  closeDate: date('2026-11-20'),
  worthMinor: 1_000n,
  ownProbability: null,
  ownCategory: null,
  accountId: null,
  ownerId: 'amy',
  teamId: 'team',
  officeId: null,
  sourceId: null,
  ...wishes,
});

const question: WeighingQuestion = {
  period: { from: date('2026-10-01'), until: date('2027-01-01') },
  today: date('2026-11-15'),
  stages: new Map([
    ['a', { probability: 15, chance: null }],
    ['b', { probability: 50, chance: { decided: 30, won: 7 } }],
  ]),
};

describe('what is learned of a stage', () => {
  test.each([
    ['each once, however often it was there', [{ isWon: true, log: log('a', 'b', 'a', 'b', 'won') }], '1/1', '1/1'],
    ['a mandatory stage that was jumped over, too', [{ isWon: true, log: log('a', 'won') }], '1/1', '1/1'],
    ['a loss where it got to, not beyond', [{ isWon: false, log: log('a') }], '0/1', undefined],
    [
      'won among decided',
      [
        { isWon: true, log: log('b', 'won') },
        { isWon: false, log: log('a', 'b') },
      ],
      '1/2',
      '1/2',
    ],
  ])('counts %s', (_, deals, a, b) => {
    const chances = learnChances(deals, stages);
    const told = (stage: string) => {
      const chance = chances.get(stage);
      return chance && `${chance.won}/${chance.decided}`;
    };
    expect([told('a'), told('b')]).toEqual([a, b]);
  });
});

describe('the probability of an opportunity', () => {
  test.each([
    ['its own before what is learned', 20, { probability: 50, chance: { decided: 400, won: 100 } }, '0.2', 'own'],
    ['its own of 0, which is one', 0, { probability: 50, chance: null }, '0', 'own'],
    ['what 30 cases teach', null, { probability: 50, chance: { decided: 30, won: 7 } }, '0.233333', 'learned'],
    ['that nobody ever won from there', null, { probability: 50, chance: { decided: 30, won: 0 } }, '0', 'learned'],
    ['that of the stage with 29 cases', null, { probability: 50, chance: { decided: 29, won: 7 } }, '0.5', 'default'],
    ['that of the stage without a case', null, { probability: 15, chance: null }, '0.15', 'default'],
  ] as const)('is %s', (_, own, stage, probability, basis) => {
    const chosen = chooseProbability(own, stage);
    expect([ratioText(chosen.probability), chosen.basis]).toEqual([probability, basis]);
    if (own === null) expect(stageProbability(stage)).toEqual(chosen);
  });
});

describe('the category of an opportunity', () => {
  test.each([
    [null, 100, 'commit'],
    [null, 75, 'commit'],
    [null, 74, 'best_case'],
    [null, 50, 'best_case'],
    [null, 49, 'pipeline'],
    [null, 1, 'pipeline'],
    [null, 0, 'omitted'],
    ['omitted', 90, 'omitted'],
    ['commit', 5, 'commit'],
  ] as const)('called %s at %i %% is %s%s', (own, percent, category) => {
    expect(categoriseDeal(own, ratio(BigInt(percent), 100n))).toBe(category);
  });
});

describe('an open opportunity in the forecast of a period', () => {
  test.each([
    ['closing today', { closeDate: '2026-11-15' }, 'open'],
    ['closing on the last day', { closeDate: '2026-12-31' }, 'open'],
    ['closing a day later', { closeDate: '2027-01-01' }, undefined],
    ['that should have closed yesterday', { closeDate: '2026-11-14' }, 'overdue'],
    ['that should have closed in an earlier period', { closeDate: '2026-09-30' }, 'overdue'],
    ['without an amount or a rate', { closeDate: '2026-12-31', worthMinor: null }, 'unvalued'],
    ['overdue and without an amount', { closeDate: '2026-11-14', worthMinor: null }, 'overdue'],
    ['in a stage that is none', { stageId: 'gone' }, undefined],
  ])('%s', (_, { closeDate = '2026-11-20', ...wishes }: object & { closeDate?: string }, place) => {
    const [weighed] = weighDeals([deal({ ...wishes, closeDate: date(closeDate) })], question);
    expect(weighed?.place).toBe(place);
  });

  test('of another period than that of today is listed where it was to close', () => {
    const past = { ...question, period: { from: date('2026-07-01'), until: date('2026-10-01') } };
    const places = ['2026-06-30', '2026-09-30', '2026-11-20'].map(
      (day) => weighDeals([deal({ closeDate: date(day) })], past)[0]?.place,
    );
    expect(places).toEqual([undefined, 'overdue', undefined]);
  });

  test('is rounded half even by itself', () => {
    const minors = [1n, 3n, 5n, 10n].map(
      (worthMinor) => weighDeals([deal({ worthMinor, ownProbability: 50 })], question)[0]?.weightedMinor,
    );
    expect(minors).toEqual([0n, 2n, 2n, 5n]);
  });
});

const anyDeal = fc
  .record({
    stageId: fc.constantFrom('a', 'b'),
    day: fc.integer({ min: 1, max: 30 }),
    worthMinor: fc.option(fc.bigInt({ min: 0n, max: 10n ** 15n })),
    ownProbability: fc.option(fc.nat(100)),
    ownCategory: fc.option(fc.constantFrom(...openCategories)),
    teamId: fc.constantFrom('one', 'two', 'three'),
  })
  .map(({ day, ...wishes }) => deal({ ...wishes, closeDate: date(`2026-11-${String(day).padStart(2, '0')}`) }));

describe('a forecast', () => {
  test('is the sum of its records, of its categories, of its stages and of its teams, to the minor unit', () => {
    fc.assert(
      fc.property(fc.array(anyDeal, { maxLength: 60 }), (deals) => {
        const weighed = weighDeals(deals, question);
        const all = sumForecast(weighed);
        const records = weighed.filter(({ place }) => place === 'open');
        const sum = (parts: Iterable<{ weightedMinor: bigint | null }>) =>
          [...parts].reduce((total, part) => total + (part.weightedMinor ?? 0n), 0n);
        const teams = ['one', 'two', 'three'].map((team) =>
          sumForecast(weighed.filter(({ teamId }) => teamId === team)),
        );
        expect(sum(records)).toBe(all.open.weightedMinor);
        expect(sum(all.categories.values())).toBe(all.open.weightedMinor);
        expect(sum(all.stages.values())).toBe(all.open.weightedMinor);
        expect(sum(teams.map(({ open }) => open))).toBe(all.open.weightedMinor);
        expect(all.open.count + all.overdue.count + all.unvalued).toBe(deals.length);
      }),
    );
  });

  test('weighs each opportunity between nothing and its amount, within half a minor unit of the exact product', () => {
    fc.assert(
      fc.property(anyDeal, (one) => {
        const [weighed] = weighDeals([one], question);
        if (!weighed || weighed.worthMinor === null || weighed.weightedMinor === null) return;
        const { weightedMinor, worthMinor, probability } = weighed;
        expect(weightedMinor >= 0n && weightedMinor <= worthMinor).toBe(true);
        const off = ratio(
          2n * (weightedMinor * probability.denominator - worthMinor * probability.numerator),
          probability.denominator,
        );
        expect(
          compareRatios({ ...off, numerator: off.numerator < 0n ? -off.numerator : off.numerator }, ratio(1n, 1n)),
        ).toBeLessThanOrEqual(0);
      }),
    );
  });
});
