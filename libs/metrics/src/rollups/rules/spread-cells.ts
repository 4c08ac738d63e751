import { measuresOf, waterfallColumns, waterfallLines, type Cell, type CellCredit, type WaterfallLine } from './cell';
import { dayNumber } from './day-number';
import { packPlace } from './packed-counts';
import { addTo, newPairSums, numberOf, type PairSums } from './pair-sums';
import { creditedIn, keptBy, slicesToldOf, type RollupSlice } from './slices';
import { spotFirst, spotOf, spotSecond, type Names, type Spot } from './spot';

/** A row of the sums concerns a slice of the opportunities: all that have some attribute. */
export interface Slice {
  readonly sliceKind: RollupSlice;
  readonly slice: string | null;
}

/** Spots by number, and their pairs of numbers. */
export interface Spots {
  readonly list: Spot[];
  readonly numbers: PairSums;
  readonly names: Names;
}

/** What one kind of cells adds to the table of its sums. */
export interface Table {
  readonly spots: Spots;
  /** What is added up in the columns of a row, by the numbers of its slice and its spot. */
  readonly rows: PairSums;
  /** What is packed in a row, by the number of the row and what tells it from other things in it. */
  readonly packed: PairSums;
}

/** Cells added up so far, day by day and for every slice but the whole. */
export interface Spread {
  readonly slices: Slice[];
  readonly sliceNumbers: ReadonlyMap<RollupSlice, Map<string | null, number>>;
  readonly tables: Readonly<Record<Cell['kind'], Table>>;
  /** How many rows there are. */
  size: number;
}

/** How many measures each kind of sum has in columns, and in what is packed. */
const widths: Readonly<Record<Cell['kind'], readonly [columns: number, packed: number]>> = {
  sales: [measuresOf.sales.length, 0],
  pipeline: [measuresOf.pipeline.length, 0],
  waterfall: [measuresOf.waterfall.length, 0],
  entry: [measuresOf.entry.length, measuresOf.entry.length],
  conversion: [0, 1],
  stay: [0, 1],
};

/** The whole is added up from them in the end. */
const slicesApart = Object.values(keptBy)
  .flat()
  .filter((sliceKind) => sliceKind !== 'all');

export function newSpread(): Spread {
  const names: Names = new Map();
  const table = (kind: Cell['kind']) => newTable(kind, newSpots(names));
  return {
    slices: [{ sliceKind: 'all', slice: null }],
    sliceNumbers: new Map(slicesApart.map((sliceKind) => [sliceKind, new Map()])),
    tables: {
      sales: table('sales'),
      pipeline: table('pipeline'),
      waterfall: table('waterfall'),
      entry: table('entry'),
      conversion: table('conversion'),
      stay: table('stay'),
    },
    size: 0,
  };
}

export const newSpots = (names: Names): Spots => ({ list: [], numbers: newPairSums(0), names });

export const newTable = (kind: Cell['kind'], spots: Spots): Table => ({
  spots,
  rows: newPairSums(widths[kind][0]),
  packed: newPairSums(widths[kind][1]),
});

/** Adds cells to what was added up before. */
export function spreadOn(spread: Spread, cells: readonly Cell[]): Spread {
  let credit: CellCredit | null = null;
  let slices: ReadonlyMap<RollupSlice, number> = new Map();
  let last: Cell | null = null;
  const rows: number[] = [];
  for (const cell of cells) {
    // What one opportunity adds is mostly one team's and one person's.
    if (cell.credit !== credit) {
      credit = cell.credit;
      slices = slicesOf(spread, credit);
    }
    const table = spread.tables[cell.kind];
    const before = table.rows.size;
    if (last === null || !isBeside(cell, last)) {
      const spot = spotNumber(table.spots, cell);
      rows.length = 0;
      for (const sliceKind of slicesToldOf(cell)) {
        const slice = slices.get(sliceKind);
        if (slice !== undefined) rows.push(numberOf(table.rows, slice, spot));
      }
    }
    for (const row of rows) addCell(table, row, cell);
    last = cell;
    spread.size += table.rows.size - before;
  }
  return spread;
}

/** Whether two cells stand in the same rows: the lines of a waterfall do, and are told one after the other. */
const isBeside = (one: Cell, other: Cell): boolean =>
  one.kind === 'waterfall' &&
  other.kind === 'waterfall' &&
  one.credit === other.credit &&
  one.scope === other.scope &&
  one.span === other.span &&
  one.day === other.day &&
  one.known === other.known &&
  one.reading === other.reading;

/** The numbers of the slices that something counts for, but for the whole. */
function slicesOf(spread: Spread, credit: CellCredit): Map<RollupSlice, number> {
  const found = new Map<RollupSlice, number>();
  for (const sliceKind of spread.sliceNumbers.keys())
    found.set(sliceKind, sliceNumber(spread, sliceKind, creditedIn[sliceKind](credit)));
  return found;
}

/** The number of the spot where a cell stands. */
export function spotNumber({ list, numbers, names }: Spots, at: Cell | Spot): number {
  const number = numberOf(numbers, spotFirst(at), spotSecond(at, names));
  if (number === list.length) list.push('measures' in at ? spotOf(at) : at);
  return number;
}

function sliceNumber({ slices, sliceNumbers }: Spread, sliceKind: RollupSlice, slice: string | null): number {
  const numbers = sliceNumbers.get(sliceKind) as Map<string | null, number>;
  let number = numbers.get(slice);
  if (number === undefined) {
    number = slices.push({ sliceKind, slice }) - 1;
    numbers.set(slice, number);
  }
  return number;
}

function addCell({ rows, packed }: Table, row: number, cell: Cell): void {
  const { kind, known, day } = cell;
  const later = known > day ? dayNumber(known) : 0;
  switch (kind) {
    case 'sales':
    case 'pipeline':
      addMeasures(rows, row, cell);
      break;
    case 'waterfall': {
      const at = columnOf[cell.line];
      addTo(rows, row, at, cell.measures.count);
      // Only lines that have a column for it hold any.
      if (cell.measures.minor !== 0n) addTo(rows, row, at + 1, cell.measures.minor);
      break;
    }
    case 'entry':
      addMeasures(rows, row, cell);
      if (later > 0) addMeasures(packed, numberOf(packed, row, later), cell);
      break;
    case 'conversion': {
      const { reading, modes, to, elapsedDays: length, measures } = cell;
      const place = packPlace({ reading, modes, to, length, known: later });
      addTo(packed, numberOf(packed, row, place), 0, measures.converted);
      break;
    }
    case 'stay': {
      const { reading, modes, hours: length, measures } = cell;
      const place = packPlace({ reading, modes, to: 0, length, known: later });
      addTo(packed, numberOf(packed, row, place), 0, measures.stays);
    }
  }
}

/** Where the columns of each line of a waterfall begin. */
const columnOf = Object.fromEntries(
  waterfallLines.map((line) => [line, measuresOf.waterfall.indexOf(waterfallColumns(line)[0] ?? '')]),
) as Readonly<Record<WaterfallLine, number>>;

function addMeasures(sums: PairSums, pair: number, { kind, measures }: Cell): void {
  const names = measuresOf[kind];
  for (let measure = 0; measure < names.length; measure++) {
    const more = (measures as Readonly<Record<string, number | bigint>>)[names[measure] as string] as number | bigint;
    // Of many measures a cell has but few.
    if (more !== 0 && more !== 0n) addTo(sums, pair, measure, more);
  }
}
