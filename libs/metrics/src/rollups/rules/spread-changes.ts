import type { Cell, StandardSpan } from './cell';
import type { Grain } from './grain';
import { newInk, taken, type Ink } from './ink';
import { writeCount } from './packed-counts';
import { writeLater } from './packed-entries';
import { addAll, firstOf, isNothing, secondOf, numberOf, sumOf, sumsOf, type PairSums } from './pair-sums';
import { wholeOf } from './slices';
import { inMonth, type Spot } from './spot';
import {
  newSpots,
  newSpread,
  newTable,
  spotNumber,
  spreadOn,
  type Slice,
  type Spread,
  type Table,
} from './spread-cells';

/** A row of the sums, and by how much it changes. */
export interface RollupChange extends Slice {
  readonly grain: Grain | StandardSpan;
  readonly spot: Spot;
  /** In the order of `measuresOf`; of what is only packed there are none. */
  readonly measures: readonly (number | bigint)[];
  /** What is appended; null where nothing is packed. */
  readonly packed: Buffer | null;
}

/**
 * How cells change the rows of the sums: by every slice they are kept by, by day and by month, or by the period they are of. What belongs to
 * everybody is added up from the teams, or the sources, and months from their days, which are far fewer than the cells.
 */
export const spreadCells = (cells: readonly Cell[]): Iterable<RollupChange> => changesOf(spreadOn(newSpread(), cells));

/** The changes that come to something, one a row; those of one kind follow each other, in the order of the table as far as they can. */
export function* changesOf({ slices, tables }: Spread): Generator<RollupChange> {
  const ink = newInk();
  for (const kind of ['sales', 'pipeline', 'waterfall', 'entry', 'conversion', 'stay'] as const) {
    const days = tables[kind];
    const all = newTable(kind, days.spots);
    addRows(
      all,
      days,
      (slice) => (slices[slice]?.sliceKind === wholeOf(kind) ? 0 : null),
      (spot) => spot,
    );
    for (const some of [all, days]) {
      yield* rowsOf(some, { slices, grain: 'day', ink });
      if (kind !== 'waterfall') yield* rowsOf(inMonths(kind, some), { slices, grain: 'month', ink });
    }
  }
}

function inMonths(kind: Cell['kind'], days: Table): Table {
  const months = newTable(kind, newSpots(days.spots.names));
  const monthly = days.spots.list.map((spot) => spotNumber(months.spots, inMonth(spot)));
  addRows(
    months,
    days,
    (slice) => slice,
    (spot) => monthly[spot] as number,
  );
  return months;
}

/** Adds the rows of a table to those of another one, at other slices and spots; null leaves a row out. */
function addRows(
  into: Table,
  { rows, packed }: Table,
  sliceIn: (slice: number) => number | null,
  spotIn: (spot: number) => number,
): void {
  const moved = new Int32Array(rows.size).fill(-1);
  for (let row = 0; row < rows.size; row++) {
    const slice = sliceIn(firstOf(rows, row));
    if (slice === null) continue;
    const to = numberOf(into.rows, slice, spotIn(secondOf(rows, row)));
    addAll(into.rows, to, rows, row);
    moved[row] = to;
  }
  for (let place = 0; place < packed.size; place++) {
    const to = moved[firstOf(packed, place)] as number;
    if (to < 0) continue;
    addAll(into.packed, numberOf(into.packed, to, secondOf(packed, place)), packed, place);
  }
}

function* rowsOf(
  { spots, rows, packed }: Table,
  { slices, grain, ink }: { readonly slices: readonly Slice[]; readonly grain: Grain; readonly ink: Ink },
): Generator<RollupChange> {
  const { starts, places } = byRow(packed, rows.size);
  for (const row of inOrder(rows, spots.numbers)) {
    const spot = spots.list[secondOf(rows, row)] as Spot;
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++)
      pack(ink, spot.kind, packed, places[at] as number);
    if (ink.length === 0 && isNothing(rows, row)) continue;
    const { sliceKind, slice } = slices[firstOf(rows, row)] as Slice;
    const measures = sumsOf(rows, row);
    yield {
      sliceKind,
      slice,
      grain: spot.kind === 'waterfall' ? spot.span : grain,
      spot,
      measures,
      packed: packed.width === 0 ? null : taken(ink),
    };
  }
}

function pack(ink: Ink, kind: Spot['kind'], packed: PairSums, place: number): void {
  if (isNothing(packed, place)) return;
  const told = secondOf(packed, place);
  if (kind === 'entry') writeLater(ink, told, sumsOf(packed, place));
  else writeCount(ink, told, Number(sumOf(packed, place, 0)));
}

/** What is packed in each row: the places of a row lie one behind the other. */
function byRow(packed: PairSums, rows: number): { readonly starts: Int32Array; readonly places: Int32Array } {
  const starts = new Int32Array(rows + 1);
  for (let place = 0; place < packed.size; place++) starts[firstOf(packed, place) + 1]!++;
  for (let row = 0; row < rows; row++) starts[row + 1]! += starts[row] as number;
  const next = starts.slice();
  const places = new Int32Array(packed.size);
  for (let place = 0; place < packed.size; place++) places[next[firstOf(packed, place)]!++] = place;
  return { starts, places };
}

/** The rows slice by slice, each in the order of the table: whoever inserts them so finds most of them beside the one before. */
function inOrder(rows: PairSums, spots: PairSums): number[] {
  const numbers = Array.from({ length: spots.size }, (_, spot) => spot);
  const ordered = numbers.sort(
    (one, other) => firstOf(spots, one) - firstOf(spots, other) || secondOf(spots, one) - secondOf(spots, other),
  );
  const ranks = new Int32Array(spots.size);
  ordered.forEach((spot, rank) => (ranks[spot] = rank));
  const places = Float64Array.from(
    { length: rows.size },
    (_, row) => firstOf(rows, row) * spots.size + (ranks[secondOf(rows, row)] as number),
  ).sort();
  return Array.from(places, (place) =>
    numberOf(rows, Math.floor(place / spots.size), ordered[place % spots.size] as number),
  );
}
