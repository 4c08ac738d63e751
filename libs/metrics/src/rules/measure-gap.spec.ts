import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asMoney } from './figure-value';
import { measureGap } from './measure-gap';
import { ratio } from './ratio';

const parts = (bookings: bigint, quota: bigint | null) => ({
  parts: [
    { key: 'bookings', value: asMoney(bookings, 'TWD') },
    { key: 'quota', value: quota === null ? null : asMoney(quota, 'TWD') },
  ],
});
const half = ratio(1n, 2n);

describe('the gap to a quota', () => {
  test.each([
    ['what is still to be booked', 620n, 1_000n, [380n, 500n]],
    ['what was booked beyond it', 1_200n, 1_000n, [-200n, 500n]],
    ['a half of a minor unit, rounded half even', 0n, 5n, [5n, 2n]],
  ] as const)('%s', (_, bookings, quota, [toGo, paceAsks]) => {
    const gap = measureGap(parts(bookings, quota), half);
    expect([gap?.toGo.amountMinor, gap?.paceAsks.amountMinor]).toEqual([toGo, paceAsks]);
  });

  test('is unknown without a quota', () => {
    expect(measureGap(parts(620n, null), half)).toBeNull();
  });

  test('and what was booked add up to the quota, whatever was booked', () => {
    const amounts = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    fc.assert(
      fc.property(amounts, amounts, (bookings, quota) => {
        expect((measureGap(parts(bookings, quota), half)?.toGo.amountMinor ?? 0n) + bookings).toBe(quota);
      }),
    );
  });
});
