import { refusal, type Currency, type Refusal } from '@tandem/kernel';

/** Only other currencies are converted. */
export const refuseOwnCurrency = (from: Currency, reportingCurrency: Currency): Refusal | null =>
  from === reportingCurrency
    ? refusal('exchange_rate.own_currency', `${from} is the reporting currency itself: it needs no rate.`, {
        pointer: '/from',
        currency: from,
      })
    : null;

/** May this be the rate of a currency? Above 0, with ten digits before and after the point at most; the reporting currency has none. */
export function decideRate(from: Currency, to: Currency, rate: string): string | Refusal {
  const refused = refuseOwnCurrency(from, to);
  if (refused) return refused;
  if (!/^\d{1,10}(\.\d{1,10})?$/.test(rate) || !/[1-9]/.test(rate)) {
    return refusal(
      'exchange_rate.malformed',
      'A rate is a number above 0, such as 1.0834, with at most ten digits before and after the point.',
      { pointer: '/rate' },
    );
  }
  return rate;
}
