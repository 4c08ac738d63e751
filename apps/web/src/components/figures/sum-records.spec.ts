import type { FigureValue } from '@tandem/contracts';
import { equals, sumRecords } from './sum-records';

const twd = (amountMinor: string): FigureValue => ({ unit: 'money', money: { amountMinor, currency: 'TWD' } });

describe('the sum under the records of a figure', () => {
  it('adds each part by itself, exactly beyond 2^53, refunds included', () => {
    const sums = sumRecords([
      { of: 'bookings', contribution: twd('9007199254740993') },
      { of: 'quota', contribution: twd('5') },
      { of: 'bookings', contribution: twd('-2') },
    ]);
    expect(sums.get('bookings')).toEqual(twd('9007199254740991'));
    expect(sums.get('quota')).toEqual(twd('5'));
  });

  it('never adds two currencies', () => {
    const usd: FigureValue = { unit: 'money', money: { amountMinor: '1', currency: 'USD' } };
    expect(() =>
      sumRecords([
        { of: 'bookings', contribution: usd },
        { of: 'bookings', contribution: twd('1') },
      ]),
    ).toThrow();
  });

  it('knows equal values from unequal and from absent ones', () => {
    expect(equals(twd('1'), twd('1'))).toBe(true);
    expect(equals(twd('1'), { unit: 'count', count: 1 })).toBe(false);
    expect(equals(twd('1'), null)).toBe(false);
  });
});
