import { largestAmount, minorFrom, refusal, type Currency, type Refusal } from '@tandem/kernel';

/** An amount written as plain digits, such as `1234.50`, in minor units; empty is unknown and stays null. */
export function readAmount(text: string, column: string, currency: Currency): bigint | null | Refusal {
  const written = text.trim();
  if (written === '') return null;
  const minor = minorFrom(written, currency);
  if (minor === null || minor > largestAmount) {
    return refusal(
      'import.amount_unreadable',
      `“${written}” in ${column} is not an amount of ${currency}. Write plain digits with a point, such as 1234.50.`,
      { column, value: written, currency },
    );
  }
  if (minor < 0n) {
    return refusal(
      'import.amount_negative',
      `${column} is ${written}, and an opportunity cannot be worth less than nothing.`,
      {
        column,
        value: written,
      },
    );
  }
  return minor;
}
