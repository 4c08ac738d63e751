import { dateFrom, refusal, type PlainDate, type Refusal } from '@tandem/kernel';

/** A calendar date written as `YYYY-MM-DD`; empty is unknown and stays null. */
export function readDay(text: string, column: string): PlainDate | null | Refusal {
  const written = text.trim();
  if (written === '') return null;
  return (
    dateFrom(written) ??
    refusal('import.date_unreadable', `“${written}” in ${column} is no date that exists. Write it as 2017-05-31.`, {
      column,
      value: written,
    })
  );
}
