import { isRefusal, refusal, type Refusal } from '@tandem/kernel';
import { nameKey } from '../rules/map-lists';
import { withRefusal, type Report } from '../rules/tally';
import type { ExportFile } from './read-export';
import type { TableRow } from './read-table';

/** Rows of a list that can be understood; a name that came before is refused, because nobody could say which is meant. */
export function readList<Column extends string, Row extends { readonly name: string }>(
  before: Report,
  file: ExportFile,
  table: readonly TableRow<Column>[],
  map: (cells: Readonly<Record<Column, string>>) => Row | Refusal,
): { report: Report; rows: Row[] } {
  let report = before;
  const rows = new Map<string, Row>();
  for (const { number, cells } of table) {
    const row = cells ? map(cells) : unevenRow();
    const key = isRefusal(row) ? '' : nameKey(row.name);
    const decided = !isRefusal(row) && rows.has(key) ? duplicateRow(row.name) : row;
    if (isRefusal(decided)) report = withRefusal(report, file, number, decided);
    else rows.set(key, decided);
  }
  return { report, rows: [...rows.values()] };
}

export const unevenRow = (): Refusal => refusal('import.row_shape', 'The row has more or fewer cells than the header.');

export const duplicateRow = (name: string): Refusal =>
  refusal('import.duplicate_row', `“${name}” stands in the file already, in a row above.`, { value: name });
