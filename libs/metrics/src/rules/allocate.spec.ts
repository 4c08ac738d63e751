import fc from 'fast-check';
import { allocate, roundTo } from './allocate';
import { ratio } from './ratio';

const sum = (parts: readonly bigint[]) => parts.reduce((total, part) => total + part, 0n);
const weights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 12 })
  .filter((some) => some.some((weight) => weight > 0n));
const whole = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });

describe('a whole split by weights', () => {
  it.each([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [-100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
    [1n, [1n, 1n], [1n, 0n]],
    [101n, [40n, 20n, 40n], [41n, 20n, 40n]],
    [7n, [0n, 5n], [0n, 7n]],
    [0n, [3n, 4n], [0n, 0n]],
  ])('of %s by %s gives %s', (amount, by, parts) => {
    expect(allocate(amount, by)).toEqual(parts);
  });

  it('adds up to the unit, whatever the sign', () => {
    fc.assert(fc.property(whole, weights, (amount, by) => sum(allocate(amount, by)) === amount));
  });

  it('gives nobody more than one unit beside the exact share, and nothing for no weight', () => {
    fc.assert(
      fc.property(whole, weights, (amount, by) => {
        const total = sum(by);
        allocate(amount, by).forEach((part, place) => {
          const off = part * total - amount * (by[place] ?? 0n);
          expect(off < total && off > -total).toBe(true);
          if (by[place] === 0n) expect(part).toBe(0n);
        });
      }),
    );
  });

  it('takes back by the negative what the positive gave', () => {
    fc.assert(
      fc.property(whole, weights, (amount, by) => {
        expect(allocate(-amount, by)).toEqual(allocate(amount, by).map((part) => -part));
      }),
    );
  });
});

describe('exact parts of any sign', () => {
  it('are rounded to what they add up to', () => {
    const part = fc.record({
      numerator: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      denominator: fc.bigInt({ min: 1n, max: 1000n }),
    });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (some) => {
        // The last part makes the sum whole.
        const denominator = some.reduce((product, one) => product * one.denominator, 1n);
        const exact = some.reduce((total, one) => total + (one.numerator * denominator) / one.denominator, 0n);
        const parts = [...some, ratio(5n * denominator - exact, denominator)];
        const rounded = roundTo(5n, parts);
        expect(sum(rounded)).toBe(5n);
        rounded.forEach((value, place) => {
          const { numerator, denominator: below } = parts[place] ?? ratio(0n, 1n);
          const off = value * below - numerator;
          expect(off < below && off > -below).toBe(true);
        });
      }),
    );
  });
});
