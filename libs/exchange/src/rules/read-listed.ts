import { isRefusal, refusal, type Currency, type PlainDate, type Refusal } from '@tandem/kernel';
import { readDay } from './read-day';
import { readEntries, type Entry } from './read-entries';

/** What a list of opportunities says besides the columns of the export with four files. */
export interface ListedCells {
  readonly name?: string;
  readonly team?: string;
  readonly stage_key?: string;
  readonly created_date?: string;
  readonly stage_date?: string;
  readonly expected_date?: string;
  readonly currency?: string;
  /** JSON of the entries into stages. */
  readonly entries?: string;
}

/** The same understood. */
export interface Listed {
  readonly name: string;
  /** The key of the open stage it stands in, or stood in before it was won or lost; null where the list does not say. */
  readonly stage: string | null;
  readonly createdOn: PlainDate | null;
  readonly stageSince: PlainDate | null;
  /** When an open one is expected to close. */
  readonly expectedOn: PlainDate | null;
  /** When it entered which stage, earliest first. */
  readonly entries: readonly Entry[];
}

/** Understands what only a list says; null when the row is of the export with four files, which names no opportunity. */
export function readListed(cells: ListedCells, currency: Currency): Listed | null | Refusal {
  if (cells.name === undefined) return null;
  const name = cells.name.trim();
  if (name === '') return refusal('import.name_missing', 'name is empty.', { column: 'name' });
  const createdOn = readDay(cells.created_date ?? '', 'created_date');
  if (isRefusal(createdOn)) return createdOn;
  const stageSince = readDay(cells.stage_date ?? '', 'stage_date');
  if (isRefusal(stageSince)) return stageSince;
  const expectedOn = readDay(cells.expected_date ?? '', 'expected_date');
  if (isRefusal(expectedOn)) return expectedOn;
  const entries = readEntries(cells.entries ?? '');
  if (isRefusal(entries)) return entries;
  const written = cells.currency?.trim().toUpperCase() ?? '';
  if (written !== '' && written !== currency) {
    return refusal(
      'import.other_currency',
      `The amount is in ${written}, and the list is read in ${currency}: import the rows in ${written} as a list of their own.`,
      { column: 'currency', value: written, currency },
    );
  }
  const stage = cells.stage_key?.trim() ?? '';
  return { name, stage: stage === '' ? null : stage, createdOn, stageSince, expectedOn, entries };
}
