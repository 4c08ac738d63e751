import type { FigureValue } from '@tandem/contracts';
import { compareValues } from './compare-values';

const ratio = (value: string): FigureValue => ({ unit: 'ratio', ratio: value });
const count = (value: number): FigureValue => ({ unit: 'count', count: value });
const twd = (amountMinor: string): FigureValue => ({ unit: 'money', money: { amountMinor, currency: 'TWD' } });
const higher = { betterWhen: 'higher', interval: null } as const;

describe('the change from the period before', () => {
  it('tells ratios in percentage points', () => {
    expect(compareValues({ value: ratio('0.62'), previous: ratio('0.585'), ...higher })).toEqual({
      direction: 'up',
      by: { unit: 'points', amount: 3.5 },
      good: true,
    });
  });

  it('calls a falling cost ratio good', () => {
    const change = compareValues({
      value: ratio('0.17'),
      previous: ratio('0.19'),
      betterWhen: 'lower',
      interval: null,
    });
    expect(change).toMatchObject({ direction: 'down', good: true });
  });

  it('does not call a difference inside the interval of a small sample a change', () => {
    const change = compareValues({
      value: ratio('0.5'),
      previous: ratio('0.45'),
      betterWhen: 'higher',
      interval: { low: '0.31', high: '0.69' },
    });
    expect(change).toMatchObject({ direction: 'unclear', good: null });
  });

  it('tells amounts in per cent, exactly beyond 2^53', () => {
    const change = compareValues({ value: twd('1100000000000000'), previous: twd('1000000000000000'), ...higher });
    expect(change?.by).toEqual({ unit: 'percent', amount: 10 });
  });

  it('gives no percentage of nothing or of a loss', () => {
    expect(compareValues({ value: twd('100'), previous: twd('0'), ...higher })).toMatchObject({
      direction: 'up',
      by: null,
    });
    expect(compareValues({ value: twd('100'), previous: twd('-50'), ...higher })?.by).toBeNull();
  });

  it('says when nothing moved, and nothing when currencies differ', () => {
    expect(compareValues({ value: count(4), previous: count(4), ...higher })?.direction).toBe('same');
    const usd: FigureValue = { unit: 'money', money: { amountMinor: '100', currency: 'USD' } };
    expect(compareValues({ value: twd('100'), previous: usd, ...higher })).toBeNull();
  });
});
