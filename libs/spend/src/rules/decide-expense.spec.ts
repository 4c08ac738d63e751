import { date, isRefusal, money } from '@tandem/kernel';
import { decideExpense } from './decide-expense';

describe('an expense line', () => {
  it('is kept in the reporting currency at the rate of its day', () => {
    expect(decideExpense(money(10_000n, 'USD'), 'TWD', { rate: '31.5', rateDate: date('2026-11-02') })).toEqual({
      reportingAmountMinor: 3_150n,
      reportingCurrency: 'TWD',
      rate: '31.5',
      rateDate: '2026-11-02',
    });
  });

  it('without a rate is not convertible, never taken at 1', () => {
    expect(decideExpense(money(10_000n, 'EUR'), 'USD', null)).toEqual({
      reportingAmountMinor: null,
      reportingCurrency: 'USD',
      rate: null,
      rateDate: null,
    });
  });

  it('of nothing is refused', () => {
    expect(isRefusal(decideExpense(money(0n, 'USD'), 'USD', { rate: '1', rateDate: date('2026-11-02') }))).toBe(true);
  });
});
