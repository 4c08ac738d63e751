import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findUneven, type SliceSum } from './find-uneven';

const slices = ['all', 'team', 'source'];
const grains = ['day', 'month'];
const even = (place: string, sums: readonly bigint[]): SliceSum[] =>
  slices.flatMap((slice) => grains.map((grain) => ({ slice, grain, place, sums })));

test('sums that agree are even, and a row that is missing is zeros', () => {
  expect(findUneven([...even('2026-01', [3n, -1n]), ...even('2026-02', [0n, 0n]).slice(2)], slices, grains)).toEqual(
    [],
  );
});

test('a sum that was changed anywhere is found where it is, and one of the whole by day wherever it is not', () => {
  fc.assert(
    fc.property(fc.nat(5), fc.nat(1), fc.bigInt({ min: 1n, max: 9n }), (at, measure, more) => {
      const sums = even('2026-01', [3n, -1n]).map((sum, place) =>
        place === at ? { ...sum, sums: sum.sums.map((value, each) => (each === measure ? value + more : value)) } : sum,
      );
      const found = findUneven([...sums, ...even('2026-02', [7n, 7n])], slices, grains);
      expect(found.length).toBe(at === 0 ? 5 : 1);
      expect(new Set(found.map(({ place }) => place))).toEqual(new Set(['2026-01']));
      if (at > 0) expect(found[0]).toMatchObject({ slice: sums[at]?.slice, grain: sums[at]?.grain });
    }),
  );
});
