import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addAll, addTo, firstOf, secondOf, isNothing, newPairSums, numberOf, sumOf, sumsOf } from './pair-sums';

const told = fc.record({
  first: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.maxSafeInteger()),
  second: fc.oneof(fc.nat(3), fc.maxSafeInteger()),
  measure: fc.nat(1),
  more: fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.maxSafeInteger(),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.constantFrom(2n ** 53n - 1n, 2n ** 53n, 2n ** 53n + 1n, -(2n ** 53n) - 1n),
  ),
});

test('every pair has the exact sum of what was told of it, however large that becomes', () => {
  fc.assert(
    fc.property(fc.array(told, { maxLength: 200 }), (all) => {
      const sums = newPairSums(2);
      const expected = new Map<string, bigint[]>();
      for (const { first, second, measure, more } of all) {
        addTo(sums, numberOf(sums, first, second), measure, more);
        const key = `${first} ${second}`;
        const known = expected.get(key) ?? [0n, 0n];
        expected.set(
          key,
          known.map((sum, at) => sum + (at === measure ? BigInt(more) : 0n)),
        );
      }
      const keys = Array.from({ length: sums.size }, (_, pair) => `${firstOf(sums, pair)} ${secondOf(sums, pair)}`);
      expect(keys).toEqual([...expected.keys()]);
      const doubled = newPairSums(2);
      for (let pair = 0; pair < sums.size; pair++) {
        const is = expected.get(keys[pair] ?? '') ?? [];
        expect(sumsOf(sums, pair).map(BigInt)).toEqual(is);
        expect(isNothing(sums, pair)).toBe(is.every((sum) => sum === 0n));
        for (let time = 0; time < 2; time++) addAll(doubled, numberOf(doubled, 0, pair), sums, pair);
        expect(BigInt(sumOf(doubled, pair, 1))).toBe(2n * (is[1] ?? 0n));
      }
    }),
  );
});

test('a pair is found again among thousands', () => {
  const sums = newPairSums(0);
  const all = Array.from({ length: 5_000 }, (_, at) => [at % 70, Math.floor(at / 70) * 2 ** 33] as const);
  for (const [first, second] of all) numberOf(sums, first, second);
  expect(all.map(([first, second]) => numberOf(sums, first, second))).toEqual(all.map((_, at) => at));
});
