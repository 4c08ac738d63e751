import { daysBetween, date, type PlainDate } from '@tandem/kernel';
import type { Cell, CellReading, EntryMeasures, OfFunnel } from './cell';
import { packPlace, type Counts } from './packed-counts';
import { addEntries, isNothing, noEntries, type LaterEntries } from './packed-entries';
import { creditedIn, keptBy, type RollupSlice } from './slices';
import { monthOf, type Grain } from './grain';

export type FunnelCell = Extract<Cell, OfFunnel>;

/** How often it took how long, of one row of the funnel on one day: to other rows, or to leave it. */
interface Lengths {
  readonly kind: 'conversion' | 'stay';
  readonly row: number;
  readonly day: PlainDate;
  readonly counts: Counts;
}

/** First entries into one row of the funnel on one day, and what of them became known on a later one. */
interface Entries {
  readonly kind: 'entry';
  readonly row: number;
  readonly day: PlainDate;
  readonly modes: number;
  readonly reading: CellReading;
  readonly currency: string;
  measures: EntryMeasures;
  readonly later: LaterEntries;
}

type Sum = Lengths | Entries;

/** Sums by where they stand. */
type Sums = Map<string, Sum>;

/** Cells of the funnel added up so far, by slice, day by day; of all slices but the whole. */
export type FunnelSpread = Map<RollupSlice, Map<string | null, Sums>>;

/** By how much a row of the sums of the funnel changes. */
export type FunnelChange = Sum & {
  readonly sliceKind: RollupSlice;
  readonly slice: string | null;
  readonly grain: Grain;
};

const epoch = date('1970-01-01');

/** The number of a day, as packed sums hold it. */
export const dayNumber = (day: PlainDate): number => daysBetween(epoch, day);

/** Adds a cell to what was added up before; says how many rows by day are new. */
export function spreadFunnelCell(spread: FunnelSpread, cell: FunnelCell): number {
  let added = 0;
  const key = keyOf(cell);
  const known = cell.known > cell.day ? dayNumber(cell.known) : 0;
  const place =
    cell.kind === 'entry' ? 0 : packPlace({ ...lengthOf(cell), reading: cell.reading, modes: cell.modes, known });
  for (const sliceKind of keptBy[cell.kind]) {
    if (sliceKind === 'all') continue;
    const sums = sumsOf(spread, sliceKind, creditedIn[sliceKind](cell.credit));
    let sum = sums.get(key);
    if (sum === undefined) {
      sum = newSum(cell);
      sums.set(key, sum);
      added++;
    }
    if (sum.kind !== 'entry') sum.counts.set(place, (sum.counts.get(place) ?? 0) + countOf(cell));
    else if (cell.kind === 'entry') addEntry(sum, known, cell.measures);
  }
  return added;
}

/** The changes that come to something, one a row: what belongs to everybody is added up from the teams, and months from their days. */
export function* funnelChanges(spread: FunnelSpread): Generator<FunnelChange> {
  const whole = together(spread.get('team')?.values() ?? []);
  for (const [sliceKind, bySlice] of [['all', new Map([[null, whole]])] as const, ...spread])
    for (const [slice, days] of bySlice)
      for (const [grain, sums] of [
        ['day', days],
        ['month', inMonths(days)],
      ] as const)
        for (const sum of sums.values()) if (isSomething(sum)) yield { ...sum, sliceKind, slice, grain };
}

const lengthOf = (
  cell: Exclude<FunnelCell, { readonly kind: 'entry' }>,
): { readonly to: number; readonly length: number } =>
  cell.kind === 'stay' ? { to: 0, length: cell.hours } : { to: cell.to, length: cell.elapsedDays };

const countOf = (cell: FunnelCell): number =>
  cell.kind === 'conversion' ? cell.measures.converted : cell.kind === 'stay' ? cell.measures.stays : 0;

const rowOf = (cell: FunnelCell): number => (cell.kind === 'conversion' ? cell.from : cell.row);

const keyOf = (cell: FunnelCell): string =>
  cell.kind === 'entry'
    ? `entry ${cell.day} ${cell.row} ${cell.modes} ${cell.reading} ${cell.currency}`
    : `${cell.kind} ${cell.day} ${rowOf(cell)}`;

function newSum(cell: FunnelCell): Sum {
  const { kind, day } = cell;
  if (kind !== 'entry') return { kind, row: rowOf(cell), day, counts: new Map() };
  const { row, modes, reading, currency } = cell;
  return { kind, row, day, modes, reading, currency, measures: noEntries, later: new Map() };
}

function addEntry(sum: Entries, known: number, more: EntryMeasures): void {
  sum.measures = addEntries(sum.measures, more);
  if (known > 0) sum.later.set(known, addEntries(sum.later.get(known) ?? noEntries, more));
}

function sumsOf(spread: FunnelSpread, sliceKind: RollupSlice, slice: string | null): Sums {
  let bySlice = spread.get(sliceKind);
  if (bySlice === undefined) spread.set(sliceKind, (bySlice = new Map()));
  let sums = bySlice.get(slice);
  if (sums === undefined) bySlice.set(slice, (sums = new Map()));
  return sums;
}

function together(all: Iterable<Sums>): Sums {
  const total: Sums = new Map();
  for (const sums of all) for (const [key, sum] of sums) join(total, key, sum, sum.day);
  return total;
}

function inMonths(days: Sums): Sums {
  const months: Sums = new Map();
  for (const [key, sum] of days) {
    const month = monthOf(sum.day);
    join(months, key.replace(sum.day, month), sum, month);
  }
  return months;
}

/** Adds a sum to the one that stands at a place. */
function join(sums: Sums, key: string, more: Sum, day: PlainDate): void {
  const total = sums.get(key);
  if (total === undefined) {
    sums.set(
      key,
      more.kind === 'entry'
        ? { ...more, day, later: new Map(more.later) }
        : { ...more, day, counts: new Map(more.counts) },
    );
  } else if (total.kind === 'entry' && more.kind === 'entry') {
    total.measures = addEntries(total.measures, more.measures);
    for (const [known, measures] of more.later)
      total.later.set(known, addEntries(total.later.get(known) ?? noEntries, measures));
  } else if (total.kind !== 'entry' && more.kind !== 'entry') {
    for (const [place, count] of more.counts) total.counts.set(place, (total.counts.get(place) ?? 0) + count);
  }
}

const isSomething = (sum: Sum): boolean =>
  sum.kind === 'entry'
    ? !isNothing(sum.measures) || [...sum.later.values()].some((measures) => !isNothing(measures))
    : [...sum.counts.values()].some((count) => count !== 0);
