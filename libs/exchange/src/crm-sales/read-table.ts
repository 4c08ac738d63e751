import { CsvError, parse } from 'csv-parse';
import {
  duplicateColumn,
  emptyFile,
  missingColumn,
  raggedFile,
  strayQuote,
  unclosedQuote,
  unreadableFile,
  wrongDelimiter,
} from '../import.errors';
import type { TextEncoding } from '../rules/guess-encoding';
import { unguarded } from '../rules/write-csv';
import { decodeText } from './decode-text';

/** A line of a table; `cells` is null when it has more or fewer of them than the header. */
export interface TableRow<Column extends string> {
  /** As a spreadsheet counts: the header is 1. */
  readonly number: number;
  readonly cells: Readonly<Record<Column, string>> | null;
}

/** The longest line that is believed; a quote left open swallows the rest of the file and runs into this. */
const longestRecord = 64 * 1024;

/** Lines of another length than the header that a file may have: each costs the parser a hundred times a sound one. */
const mostRagged = 1_000;

/**
 * Rows of a file, read strictly and a slice of the file at a time, so that neither its text nor its rows have to be held: the
 * first fault ends it, wherever it stands. Columns nobody asked for are passed over.
 */
export async function* readTable<Column extends string>(
  file: string,
  content: Uint8Array,
  columns: readonly Column[],
): AsyncGenerator<TableRow<Column>[]> {
  let header: { readonly width: number; readonly places: readonly [Column, number][] } | null = null;
  for await (const [first, ...others] of linesOf(file, content)) {
    if (!first) continue;
    const rows = header ? [first, ...others] : others;
    header ??= { width: first.cells.length, places: placesOf(file, first.cells, columns) };
    const { width, places } = header;
    yield rows.map(({ number, cells }) => ({ number, cells: cells.length === width ? cellsOf(cells, places) : null }));
  }
  if (!header) throw emptyFile(file);
}

/** A line as it was read, the header among them. */
export interface Line {
  readonly number: number;
  readonly cells: readonly string[];
}

/** How somebody said a file is to be read. */
export interface Writing {
  readonly encoding: TextEncoding;
  readonly delimiter: string;
}

/** The lines that end in each slice. */
export async function* linesOf(file: string, content: Uint8Array, said?: Writing): AsyncGenerator<Line[]> {
  let lines: Line[] = [];
  let width: number | null = null;
  let ragged = 0;
  const parser = parse({
    bom: true,
    delimiter: said?.delimiter ?? ',',
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRecord,
    on_record: (cells, { records, empty_lines: blank }) => {
      width ??= cells.length;
      if (cells.length !== width) ragged += 1;
      if (ragged > mostRagged) throw raggedFile(file, mostRagged);
      lines.push({ number: records + blank, cells });
      return null;
    },
  });
  // What goes wrong is told to whoever wrote the slice, below.
  parser.on('error', () => undefined);
  try {
    for await (const text of decodeText(file, content, said?.encoding)) {
      await settled((heard) => parser.write(text, heard));
      yield lines;
      lines = [];
    }
    await settled((heard) => parser.end(heard));
    yield lines;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as CsvError & { lines?: number }).lines ?? 0);
    if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') throw unclosedQuote(file, line);
    if (error.code === 'INVALID_OPENING_QUOTE' || error.code === 'CSV_INVALID_CLOSING_QUOTE')
      throw strayQuote(file, line);
    throw unreadableFile(file, error.message);
  }
}

const settled = (act: (heard: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => act((error) => (error ? reject(error) : resolve())));

function placesOf<Column extends string>(
  file: string,
  header: readonly string[],
  columns: readonly Column[],
): [Column, number][] {
  if (header.every((name) => name.trim() === '')) throw emptyFile(file);
  const names = header.map((name) => name.trim().toLowerCase());
  const delimiter = header.length === 1 ? [';', '\t', '|'].find((sign) => header[0]?.includes(sign)) : undefined;
  if (delimiter) throw wrongDelimiter(file, delimiter === '\t' ? 'Tab' : delimiter);
  const twice = names.find((name, place) => name !== '' && names.indexOf(name) !== place);
  if (twice !== undefined) throw duplicateColumn(file, twice);
  const absent = columns.filter((column) => !names.includes(column));
  if (absent.length > 0) throw missingColumn(file, absent);
  return columns.map((column) => [column, names.indexOf(column)]);
}

function cellsOf<Column extends string>(
  record: readonly string[],
  places: readonly [Column, number][],
): Record<Column, string> {
  const cells = {} as Record<Column, string>;
  for (const [column, place] of places) cells[column] = unguarded(record[place] ?? '');
  return cells;
}
