import type { FigureValue, FigureWire } from '@tandem/contracts';
import { findGoal } from './find-goal';

const usd = (amountMinor: string): FigureValue => ({ unit: 'money', money: { amountMinor, currency: 'USD' } });

const figures = (
  quota: FigureValue | null,
  target: FigureValue | null,
): Pick<FigureWire, 'key' | 'parts' | 'target'>[] => [
  { key: 'quota_attainment', parts: [{ key: 'quota', value: quota }], target: { unit: 'ratio', ratio: '1' } },
  { key: 'net_revenue', parts: [], target },
];

describe('what a forecast is held against', () => {
  it('is the quota, else the target for net revenue', () => {
    expect(findGoal(figures(usd('500'), usd('700')))).toEqual({
      of: 'quota',
      money: { amountMinor: '500', currency: 'USD' },
    });
    expect(findGoal(figures(null, usd('700')))).toMatchObject({ of: 'target', money: { amountMinor: '700' } });
  });

  it('is nothing without either; a quota of 0 asks for nothing', () => {
    expect(findGoal(figures(usd('0'), null))).toBeNull();
    expect(findGoal([])).toBeNull();
  });
});
