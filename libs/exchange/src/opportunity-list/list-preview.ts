import { emptyFile, spreadsheet, tooLargeFile } from '../import.errors';
import { linesOf, type Writing } from '../crm-sales/read-table';
import { mostMegabytes } from '../crm-sales/read-export';
import { guessDelimiter } from '../rules/guess-delimiter';
import { guessEncoding } from '../rules/guess-encoding';
import { unguarded } from '../rules/write-csv';
import { noDays, noteDay, orderOf, type DateOrder, type SeenDays } from '../rules/read-written-day';

/** A column as it was found. */
export interface FoundColumn {
  readonly name: string;
  /** The first few things written in it. */
  readonly samples: readonly string[];
  /** How often each thing is written in it; null when there are too many for stages. */
  readonly values: ReadonlyMap<string, number> | null;
}

/** A list as it looks by itself. */
export interface ListLook extends Writing {
  readonly rows: number;
  readonly columns: readonly FoundColumn[];
  readonly firstRows: readonly (readonly string[])[];
  readonly dateOrder: DateOrder | null;
}

/** A funnel has a dozen stages; a column that says more different things is another one. */
const mostValues = 60;
const mostSamples = 3;
const rowsShown = 8;
const longestShown = 120;
/** Enough to tell an encoding by. */
const startBytes = 64 * 1024;

/** Reads a list through, as somebody said or as it seems to be written. */
export async function lookAtList(file: string, content: Uint8Array, said: Partial<Writing>): Promise<ListLook> {
  if (content.length > mostMegabytes * 1024 * 1024) throw tooLargeFile(file, mostMegabytes);
  // What every workbook begins with: it is an archive.
  if (content[0] === 0x50 && content[1] === 0x4b && content[2] === 3) throw spreadsheet(file);
  const writing = writingOf(content, said);
  const look = { columns: [] as Column[], firstRows: [] as string[][], days: noDays, rows: 0 };
  let isHeader = true;
  for await (const lines of linesOf(file, content, writing)) {
    for (const { cells } of lines) {
      if (isHeader) look.columns = cells.map((name) => ({ name, samples: [], values: new Map() }));
      else note(look, cells);
      isHeader = false;
    }
  }
  if (look.columns.every(({ name }) => name.trim() === '')) throw emptyFile(file);
  const { columns, firstRows, rows, days } = look;
  return { ...writing, rows, columns, firstRows, dateOrder: orderOf(days) };
}

function writingOf(content: Uint8Array, { encoding, delimiter }: Partial<Writing>): Writing {
  const start = content.subarray(0, startBytes);
  const reading = encoding ?? guessEncoding(start);
  return { encoding: reading, delimiter: delimiter ?? guessDelimiter(new TextDecoder(reading).decode(start)) };
}

interface Column {
  readonly name: string;
  readonly samples: string[];
  values: Map<string, number> | null;
}

function note(
  look: { columns: Column[]; firstRows: string[][]; days: SeenDays; rows: number },
  cells: readonly string[],
): void {
  look.rows += 1;
  if (look.firstRows.length < rowsShown) look.firstRows.push(cells.map(shown));
  for (const [place, column] of look.columns.entries()) {
    const written = unguarded(cells[place] ?? '').trim();
    look.days = noteDay(look.days, written);
    const { samples } = column;
    if (written !== '' && samples.length < mostSamples && !samples.includes(shown(written)))
      samples.push(shown(written));
    column.values?.set(written, (column.values.get(written) ?? 0) + 1);
    if ((column.values?.size ?? 0) > mostValues || written.length > longestShown) column.values = null;
  }
}

const shown = (text: string): string => (text.length > longestShown ? `${text.slice(0, longestShown)}…` : text);
