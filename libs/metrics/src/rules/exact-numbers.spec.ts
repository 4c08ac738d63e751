import fc from 'fast-check';
import { chooseWindow } from './choose-window';
import { median, medianMinor, percentile } from './percentile';
import { compareRatios, divideHalfEven, ratio, ratioText } from './ratio';
import { wilsonInterval } from './wilson-interval';

import { day } from '../../../../test/builders/some-log';

describe('a ratio', () => {
  test.each([
    [1n, 3n, '0.333333'],
    [2n, 3n, '0.666667'],
    [-1n, 2n, '-0.5'],
    [12n, 10n, '1.2'],
    [0n, 7n, '0'],
    [1n, 2_000_000n, '0'],
    [3n, 2_000_000n, '0.000002'],
    [-7n, -1n, '7'],
  ])('%s ÷ %s reads %s', (numerator, denominator, text) => {
    expect(ratioText(ratio(numerator, denominator))).toBe(text);
  });

  test('is rounded half to even on either side of zero', () => {
    expect([5n, 15n, -5n, -15n, 25n].map((numerator) => divideHalfEven(numerator, 10n))).toEqual([
      0n,
      2n,
      -0n,
      -2n,
      2n,
    ]);
  });

  test('is never further from the truth than half a millionth', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        (numerator, denominator) => {
          const text = ratioText(ratio(numerator, denominator));
          const [whole = '', fraction = ''] = text.replace('-', '').split('.');
          const size = BigInt(whole + fraction.padEnd(6, '0'));
          const shown = text.startsWith('-') ? -size : size;
          const off = shown * denominator - numerator * 1_000_000n;
          expect((off < 0n ? -off : off) * 2n <= denominator).toBe(true);
        },
      ),
    );
  });
});

describe('the Wilson interval', () => {
  test('of 3 in 10 is 11 % to 60 %', () => {
    const interval = wilsonInterval(3, 10);
    expect(interval && [ratioText(interval.low, 3), ratioText(interval.high, 3)]).toEqual(['0.108', '0.603']);
  });

  test('holds the share and lies within 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(), (cases, draw) => {
        const hits = draw % (cases + 1);
        const interval = wilsonInterval(hits, cases);
        const share = ratio(BigInt(hits), BigInt(cases));
        expect(interval && compareRatios(interval.low, share) <= 0 && compareRatios(share, interval.high) <= 0).toBe(
          true,
        );
        expect(interval && interval.low.numerator >= 0n && compareRatios(interval.high, ratio(1n, 1n)) <= 0).toBe(true);
      }),
    );
  });

  test('of no case does not exist', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});

describe('percentiles', () => {
  test('take the nearest rank, and the middle of two for a median', () => {
    expect([
      percentile([5, 1, 3, 2, 4], 90),
      percentile([], 90),
      median([1, 2, 4, 9]),
      median([]),
      medianMinor([1n, 2n]),
    ]).toEqual([5, null, 3, null, 2n]);
  });

  test('make the window of a transition: set, learned from 30 winners on, else 90 days', () => {
    const took = Array.from({ length: 30 }, (_, index) => (index + 0.5) * day);
    expect([
      chooseWindow(14, took),
      chooseWindow(null, took),
      chooseWindow(null, took.slice(1)),
      chooseWindow(
        null,
        took.map(() => 0),
      ),
    ]).toEqual([14, 27, 90, 1]);
  });
});
