import { createHash } from 'node:crypto';
import { linesOf } from '../crm-sales/read-table';
import { exportColumns, listedColumns, type ExportContents } from '../crm-sales/read-export';
import { columnGone, emptyFile, unmatchedColumns } from '../import.errors';
import { arrangeRow } from '../rules/arrange-row';
import { csvHead, csvLine } from '../rules/write-csv';
import { listFields, type ListField } from '../rules/suggest-columns';
import { columnKey, type ListMapping } from './list-mapping';

const head = [...exportColumns['sales_pipeline.csv'], ...listedColumns];

/** Without these a row says nothing that could be kept. */
const needed: readonly ListField[] = ['name', 'owner', 'stage'];

/** The names of a list's columns, as an address for how it was read before. */
export const headerKey = (columns: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(columns.map(columnKey)))
    .digest('hex');

/**
 * Makes a list of opportunities into the pipeline that imports read, line by line and each where it stood, so that a refused row
 * has the number it has in the list.
 */
export async function arrangeList(
  file: string,
  content: Uint8Array,
  mapping: ListMapping,
): Promise<{ contents: ExportContents; rows: number; header: string }> {
  const unmatched = needed.filter((field) => mapping.columns[field] === null);
  if (unmatched.length > 0) throw unmatchedColumns(unmatched);
  const parts = [Buffer.from(csvHead(head))];
  let header: Header | null = null;
  let [rows, at] = [0, 1];
  for await (const [first, ...others] of linesOf(file, content, mapping)) {
    if (!first) continue;
    const lines = header ? [first, ...others] : others;
    header ??= headerOf(file, first.cells, mapping);
    const { names, places, dated } = header;
    if (lines.length === 0) continue;
    const text = lines.map(({ number, cells }) => {
      const blanks = '\r\n'.repeat(Math.max(0, number - at - 1));
      at = number;
      // A row of another length stays one, and is refused for it.
      const arranged =
        cells.length === names.length
          ? arrangeRow(
              cellAt(cells, places),
              mapping,
              dated.map((entry) => ({ ...entry, text: cells[entry.place] ?? '' })),
            )
          : null;
      return blanks + csvLine(arranged ? head.map((column) => arranged[column]) : ['?']);
    });
    rows += lines.length;
    parts.push(Buffer.from(text.join('')));
  }
  if (!header) throw emptyFile(file);
  return {
    contents: new Map([['sales_pipeline.csv', Buffer.concat(parts)]]),
    rows,
    header: headerKey(header.names),
  };
}

type Places = ReadonlyMap<ListField, number>;

interface Header {
  readonly names: readonly string[];
  readonly places: Places;
  readonly dated: readonly { readonly column: string; readonly to: string; readonly place: number }[];
}

function headerOf(file: string, names: readonly string[], mapping: ListMapping): Header {
  const keys = names.map(columnKey);
  const dated = mapping.entries.map(({ column, to }) => ({ column, to, place: keys.indexOf(columnKey(column)) }));
  const gone = dated.find(({ place }) => place === -1);
  if (gone) throw columnGone(file, gone.column);
  return { names, places: placesOf(file, names, mapping), dated };
}

function placesOf(file: string, names: readonly string[], { columns }: ListMapping): Places {
  if (names.every((name) => name.trim() === '')) throw emptyFile(file);
  const keys = names.map(columnKey);
  return new Map(
    listFields.flatMap((field) => {
      const column = columns[field];
      if (column === null) return [];
      const place = keys.indexOf(columnKey(column));
      if (place === -1) throw columnGone(file, column);
      return [[field, place] as const];
    }),
  );
}

const cellAt =
  (cells: readonly string[], places: Places) =>
  (field: ListField): string =>
    cells[places.get(field) ?? -1] ?? '';
