import {
  convert,
  largestAmount,
  money,
  refusal,
  type Currency,
  type Money,
  type PlainDate,
  type Refusal,
} from '@tandem/kernel';

/** What a line says beside its amount: the same in the reporting currency, at a rate that stays as it is. */
export interface ReportedAmount {
  readonly reportingAmountMinor: bigint | null;
  readonly reportingCurrency: Currency;
  readonly rate: string | null;
  readonly rateDate: PlainDate | null;
}

/** The amount of an expense line in the reporting currency, frozen; without a rate it is not convertible, never taken at 1. */
export function decideExpense(
  amount: Money,
  reportingCurrency: Currency,
  frozen: { readonly rate: string; readonly rateDate: PlainDate } | null,
): ReportedAmount | Refusal {
  if (amount.amountMinor === 0n)
    return refusal('expense.amount_zero', 'An expense of 0 says nothing: give an amount.', { pointer: '/amount' });
  if (amount.amountMinor > largestAmount || amount.amountMinor < -largestAmount) {
    return refusal('expense.amount_too_large', 'This amount is too large.', {
      pointer: '/amount',
      largest: largestAmount.toString(),
    });
  }
  if (!frozen) return { reportingAmountMinor: null, reportingCurrency, rate: null, rateDate: null };
  const { rate, rateDate } = frozen;
  const reported = convert(money(amount.amountMinor, amount.currency), reportingCurrency, rate);
  return { reportingAmountMinor: reported.amountMinor, reportingCurrency, rate, rateDate };
}
