import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { daysInStage, isStale } from './stale';
import { sumColumn, type AmountGroup } from './sum-column';

const group = (currency: string, amountMinor: bigint, more: Partial<AmountGroup> = {}): AmountGroup => ({
  currency,
  count: 1,
  known: 1,
  amountMinor,
  weightedHundredfold: amountMinor * 50n,
  ...more,
});
const rates = (currency: string) => ({ USD: '1', EUR: '1.25' })[currency] ?? null;

describe('the sum of a column', () => {
  test('case 7: what has no rate is counted, left out and said', () => {
    expect(sumColumn([group('EUR', 200n), group('CHF', 999n)], 'USD', rates)).toEqual({
      count: 2,
      total: { amountMinor: 250n, currency: 'USD' },
      weighted: { amountMinor: 125n, currency: 'USD' },
      withoutAmount: 1,
    });
  });

  test('nothing in it is 0, nothing known about it is unknown', () => {
    expect(sumColumn([], 'USD', rates)).toMatchObject({ count: 0, total: { amountMinor: 0n }, withoutAmount: 0 });
    expect(sumColumn([group('USD', 0n, { known: 0 })], 'USD', rates)).toMatchObject({
      total: null,
      weighted: null,
      withoutAmount: 1,
    });
    expect(sumColumn([group('USD', 0n)], 'USD', rates)).toMatchObject({ total: { amountMinor: 0n }, withoutAmount: 0 });
  });

  test('the weighted sum never exceeds the total', () => {
    const some = fc.record({
      amount: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      percent: fc.bigInt({ min: 0n, max: 100n }),
      currency: fc.constantFrom('USD', 'EUR', 'CHF'),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 5 }), (all) => {
        const { total, weighted } = sumColumn(
          all.map(({ amount, percent, currency }) =>
            group(currency, amount, { weightedHundredfold: amount * percent }),
          ),
          'USD',
          rates,
        );
        return total === null ? weighted === null : weighted !== null && weighted.amountMinor <= total.amountMinor;
      }),
    );
  });
});

describe('stale', () => {
  const entered = new Date('2026-11-01T10:00:00.000Z');

  test('only whole days count, and a clock that ran ahead makes no negative ones', () => {
    expect(daysInStage(entered, new Date('2026-11-03T09:59:59.999Z'))).toBe(1);
    expect(daysInStage(entered, new Date('2026-11-03T10:00:00.000Z'))).toBe(2);
    expect(daysInStage(entered, new Date('2026-10-31T10:00:00.000Z'))).toBe(0);
  });

  test('the threshold itself is not too long, and a stage without one lets nothing grow stale', () => {
    expect([isStale(21, 21), isStale(22, 21), isStale(9_999, null)]).toEqual([false, true, false]);
  });
});
