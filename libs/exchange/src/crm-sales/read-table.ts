import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
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

/** Reads a whole file strictly: it is refused as a whole before any of its rows is looked at. Columns nobody asked for are passed over. */
export function readTable<Column extends string>(
  file: string,
  content: Uint8Array,
  columns: readonly Column[],
): TableRow<Column>[] {
  const [header, ...records] = recordsOf(file, decodeText(file, content));
  if (!header || header.cells.every((name) => name.trim() === '')) throw emptyFile(file);
  const places = placesOf(file, header.cells, columns);
  return records.map(({ number, cells }) => ({
    number,
    cells: cells.length === header.cells.length ? cellsOf(cells, places) : null,
  }));
}

interface Line {
  readonly number: number;
  readonly cells: readonly string[];
}

function recordsOf(file: string, text: string): Line[] {
  const lines: Line[] = [];
  let ragged = 0;
  const keep = (cells: string[], { records, empty_lines: blank }: { records: number; empty_lines: number }) => {
    lines.push({ number: records + blank, cells });
    if (cells.length !== lines[0]?.cells.length) ragged += 1;
    if (ragged > mostRagged) throw raggedFile(file, mostRagged);
    return null;
  };
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: longestRecord,
      on_record: keep,
    });
    return lines;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as CsvError & { lines?: number }).lines ?? 0);
    if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') throw unclosedQuote(file, line);
    if (error.code === 'INVALID_OPENING_QUOTE' || error.code === 'CSV_INVALID_CLOSING_QUOTE')
      throw strayQuote(file, line);
    throw unreadableFile(file, error.message);
  }
}

function placesOf<Column extends string>(
  file: string,
  header: readonly string[],
  columns: readonly Column[],
): [Column, number][] {
  const names = header.map((name) => name.trim().toLowerCase());
  const delimiter = header.length === 1 ? [';', '\t', '|'].find((sign) => header[0]?.includes(sign)) : undefined;
  if (delimiter) throw wrongDelimiter(file, delimiter === '\t' ? 'Tab' : delimiter);
  const twice = names.find((name, place) => name !== '' && names.indexOf(name) !== place);
  if (twice !== undefined) throw duplicateColumn(file, twice);
  const absent = columns.filter((column) => !names.includes(column));
  if (absent.length > 0) throw missingColumn(file, absent);
  return columns.map((column) => [column, names.indexOf(column)]);
}

const cellsOf = <Column extends string>(
  record: readonly string[],
  places: readonly [Column, number][],
): Record<Column, string> =>
  Object.fromEntries(places.map(([column, place]) => [column, unguarded(record[place] ?? '')])) as Record<
    Column,
    string
  >;
