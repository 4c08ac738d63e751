import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ratio } from '../../rules/ratio';
import { drawCount, simulateRange, type SimulatedDeal } from './simulate-range';
import { tossCoins, wordsFrom } from './toss-coins';

const deal = (worth: number, percent: number): SimulatedDeal => ({
  worthMinor: BigInt(worth),
  probability: ratio(BigInt(percent), 100n),
});
const someDeals = fc.array(fc.record({ worth: fc.nat(1_000_000), percent: fc.nat(100) }), { maxLength: 40 });

/** Exact chances of every sum, by convolution: the second opinion. */
function exactly(deals: readonly SimulatedDeal[]): Map<bigint, number> {
  let sums = new Map([[0n, 1]]);
  for (const { worthMinor, probability } of deals) {
    const chance = Number(probability.numerator) / Number(probability.denominator);
    const next = new Map<bigint, number>();
    for (const [sum, share] of sums) {
      next.set(sum, (next.get(sum) ?? 0) + share * (1 - chance));
      next.set(sum + worthMinor, (next.get(sum + worthMinor) ?? 0) + share * chance);
    }
    sums = next;
  }
  return sums;
}

describe('a coin', () => {
  test.each([0, 1, 10, 25, 50, 75, 99])('that shows heads in %i of 100 tosses does so', (percent) => {
    const next = wordsFrom(`coin of ${percent}`);
    const threshold = Math.floor((percent / 100) * 2 ** 32);
    let heads = 0;
    for (let toss = 0; toss < 20_000; toss++) {
      for (let word = tossCoins(threshold, next); word !== 0; word &= word - 1) heads += 1;
    }
    // Five standard errors of 640,000 tosses are 0.32 % at most.
    expect(Math.abs(heads / 640_000 - percent / 100)).toBeLessThan(0.0032);
  });

  test('of a word shows heads by itself: no place of a word is like another', () => {
    const next = wordsFrom('places');
    const together = Array.from({ length: 32 }, () => 0);
    const tosses = 40_000;
    for (let toss = 0; toss < tosses; toss++) {
      const word = tossCoins(2 ** 31, next);
      for (let place = 1; place < 32; place++) {
        if ((((word >>> place) & 1) ^ (word & 1)) === 0) together[place] = (together[place] ?? 0) + 1;
      }
    }
    for (const count of together.slice(1)) expect(Math.abs(count / tosses - 0.5)).toBeLessThan(0.0125);
  });
});

describe('the range of a period', () => {
  test('is what is won when nothing is open, and counts what is certain', () => {
    expect(simulateRange(700n, [], 'x')).toEqual({ p10Minor: 700n, p50Minor: 700n, p90Minor: 700n });
    expect(simulateRange(700n, [deal(50, 100), deal(90, 0)], 'x')).toEqual({
      p10Minor: 750n,
      p50Minor: 750n,
      p90Minor: 750n,
    });
    expect(simulateRange(-300n, [deal(50, 100)], 'x').p50Minor).toBe(-250n);
  });

  test('of one opportunity is all or nothing', () => {
    expect(simulateRange(0n, [deal(1_000, 40)], 'x')).toEqual({ p10Minor: 0n, p50Minor: 0n, p90Minor: 1_000n });
    expect(simulateRange(0n, [deal(1_000, 95)], 'x')).toEqual({ p10Minor: 1_000n, p50Minor: 1_000n, p90Minor: 1_000n });
  });

  test('is the same for the same opportunities in any order, and for the same seed alone', () => {
    fc.assert(
      fc.property(someDeals, fc.nat(), (wishes, turn) => {
        const deals = wishes.map(({ worth, percent }) => deal(worth, percent));
        const from = deals.length === 0 ? 0 : turn % deals.length;
        const turned = [...deals.slice(from), ...deals.slice(0, from)];
        expect(simulateRange(5n, turned, '2026-Q4')).toEqual(simulateRange(5n, deals, '2026-Q4'));
      }),
      { numRuns: 40 },
    );
    const many = Array.from({ length: 40 }, (_, place) => deal(1_000 + 37 * place, 30));
    expect(simulateRange(0n, many, 'one')).not.toEqual(simulateRange(0n, many, 'another'));
  });

  test('lies in order, between the worst and the best there can be, and moves with what is won', () => {
    fc.assert(
      fc.property(someDeals, fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), (wishes, won) => {
        const deals = wishes.map(({ worth, percent }) => deal(worth, percent));
        const { p10Minor, p50Minor, p90Minor } = simulateRange(won, deals, 'x');
        const best = deals.reduce((sum, { worthMinor }) => sum + worthMinor, won);
        expect(won <= p10Minor && p10Minor <= p50Minor && p50Minor <= p90Minor && p90Minor <= best).toBe(true);
        expect(simulateRange(0n, deals, 'x').p50Minor + won).toBe(p50Minor);
      }),
      { numRuns: 60 },
    );
  });

  test('agrees with the exact chances of every sum', () => {
    const deals = [10, 20, 30, 35, 50, 55, 60, 75, 80, 15, 45, 65].map((percent, place) =>
      deal((place + 1) * 100, percent),
    );
    const sums = [...exactly(deals)].toSorted(([one], [other]) => Number(one - other));
    const below = (limit: bigint) => sums.reduce((share, [sum, chance]) => (sum <= limit ? share + chance : share), 0);
    const { p10Minor, p50Minor, p90Minor } = simulateRange(0n, deals, 'exact');
    // Five standard errors of a share over 2,048 draws, and the width of one sum.
    const reach = 5 * Math.sqrt(0.25 / drawCount) + 0.03;
    expect(Math.abs(below(p10Minor) - 0.1)).toBeLessThan(reach);
    expect(Math.abs(below(p50Minor) - 0.5)).toBeLessThan(reach);
    expect(Math.abs(below(p90Minor) - 0.9)).toBeLessThan(reach);
  });
});
