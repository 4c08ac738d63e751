import { refusal, type Currency, type Refusal } from '@tandem/kernel';

interface Kept {
  readonly currency: Currency;
  readonly amountMinor: bigint | null;
  readonly costMinor: bigint | null;
}

/** Money that is kept in one currency is not the same number of another, whatever a file was said to be in. */
export const refuseOtherCurrency = (kept: Kept, wished: Currency): Refusal | null =>
  kept.currency === wished || (kept.amountMinor === null && kept.costMinor === null)
    ? null
    : refusal(
        'import.currency_fixed',
        `The opportunity is kept in ${kept.currency}, and the file is said to be in ${wished}: import it in ${kept.currency}.`,
        { present: kept.currency, wished },
      );
