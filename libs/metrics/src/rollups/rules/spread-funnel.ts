import { daysBetween, date, type PlainDate } from '@tandem/kernel';
import type { Cell, CellReading, EntryMeasures, OfFunnel } from './cell';
import { mostRows, packPlace, type Counts } from './packed-counts';
import { addEntries, isNothing, noEntries, type LaterEntries } from './packed-entries';
import { creditedIn, keptBy, type RollupSlice } from './slices';
import { monthOf, type Grain } from './grain';

export type FunnelCell = Extract<Cell, OfFunnel>;

/** How often it took how long, of one row of the funnel on one day: to other rows, or to leave it. */
interface Lengths<Told = number[]> {
  readonly kind: 'conversion' | 'stay';
  readonly row: number;
  readonly day: PlainDate;
  /** Told one by one: each packed place with its count behind it. What comes twice is found once all is told, which is quicker by far. */
  readonly counts: Told;
}

/** First entries into one row of the funnel on one day, and what of them became known on a later one. */
interface Entries<Told = (readonly [known: number, measures: EntryMeasures])[]> {
  readonly kind: 'entry';
  readonly row: number;
  readonly day: PlainDate;
  readonly modes: number;
  readonly reading: CellReading;
  readonly currency: string;
  measures: EntryMeasures;
  readonly later: Told;
}

type Sum = Lengths | Entries;

/** Sums by where they stand, as one number. */
type Sums = Map<number, Sum>;

/** Cells of the funnel added up so far, by slice, day by day; of all slices but the whole. */
export type FunnelSpread = Map<RollupSlice, Map<string | null, Sums>>;

/** By how much a row of the sums of the funnel changes. */
export type FunnelChange = (Lengths<Counts> | Entries<LaterEntries>) & {
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
  const key = placeOf(rowOf(cell), cell.day, besideOf(cell));
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
    if (sum.kind === 'entry' && cell.kind === 'entry') addEntry(sum, known, cell.measures);
    else if (sum.kind !== 'entry' && cell.kind !== 'entry') sum.counts.push(place, countOf(cell));
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
        for (const sum of sums.values()) {
          const change = addedUp(sum);
          if (change !== null) yield { ...change, sliceKind, slice, grain };
        }
}

const lengthOf = (
  cell: Exclude<FunnelCell, { readonly kind: 'entry' }>,
): { readonly to: number; readonly length: number } =>
  cell.kind === 'stay' ? { to: 0, length: cell.hours } : { to: cell.to, length: cell.elapsedDays };

const countOf = (cell: Exclude<FunnelCell, { readonly kind: 'entry' }>): number =>
  cell.kind === 'conversion' ? cell.measures.converted : cell.measures.stays;

const rowOf = (cell: FunnelCell): number => (cell.kind === 'conversion' ? cell.from : cell.row);

const kinds = { conversion: 0, stay: 1, entry: 2 } as const;
const readings: Readonly<Record<CellReading, number>> = { both: 0, restated: 1, reported: 2 };
/** Numbers of currencies and days in the order in which this process met them: there are few of both. */
const currencies = new Map<string, number>();
const days = new Map<string, number>();

function numberIn(numbers: Map<string, number>, name: string): number {
  let number = numbers.get(name);
  if (number === undefined) numbers.set(name, (number = numbers.size));
  return number;
}

/** What tells a sum from others of the same row and day, as a number. */
const mostBeside = 2 ** 16;
const besideOf = (sum: FunnelCell | Sum): number =>
  sum.kind === 'entry'
    ? kinds.entry + 4 * (readings[sum.reading] + 4 * (sum.modes + 8 * numberIn(currencies, sum.currency)))
    : kinds[sum.kind];

const placeOf = (row: number, day: PlainDate, beside: number): number =>
  row + mostRows * (beside + mostBeside * numberIn(days, day));

function newSum(cell: FunnelCell): Sum {
  const { kind, day } = cell;
  if (kind !== 'entry') return { kind, row: rowOf(cell), day, counts: [] };
  const { row, modes, reading, currency } = cell;
  return { kind, row, day, modes, reading, currency, measures: noEntries, later: [] };
}

function addEntry(sum: Entries, known: number, more: EntryMeasures): void {
  sum.measures = addEntries(sum.measures, more);
  if (known > 0) sum.later.push([known, more]);
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
  for (const sums of all) for (const sum of sums.values()) join(total, sum, sum.day);
  return total;
}

function inMonths(days: Sums): Sums {
  const months: Sums = new Map();
  for (const sum of days.values()) join(months, sum, monthOf(sum.day));
  return months;
}

/** Adds a sum to the one that stands at a place. */
function join(sums: Sums, more: Sum, day: PlainDate): void {
  const key = placeOf(more.row, day, besideOf(more));
  const total = sums.get(key);
  if (total === undefined) {
    sums.set(
      key,
      more.kind === 'entry' ? { ...more, day, later: [...more.later] } : { ...more, day, counts: [...more.counts] },
    );
  } else if (total.kind === 'entry' && more.kind === 'entry') {
    total.measures = addEntries(total.measures, more.measures);
    for (const later of more.later) total.later.push(later);
  } else if (total.kind !== 'entry' && more.kind !== 'entry') {
    for (const told of more.counts) total.counts.push(told);
  }
}

/** A sum with what was told of one place together; null when it comes to nothing. */
function addedUp(sum: Sum): Lengths<Counts> | Entries<LaterEntries> | null {
  if (sum.kind === 'entry') {
    const later: LaterEntries = new Map();
    for (const [known, measures] of sum.later) later.set(known, addEntries(later.get(known) ?? noEntries, measures));
    const isAny = !isNothing(sum.measures) || [...later.values()].some((measures) => !isNothing(measures));
    return isAny ? { ...sum, later } : null;
  }
  const counts: Counts = new Map();
  for (let at = 0; at < sum.counts.length; at += 2) {
    const [place, count] = [sum.counts[at] as number, sum.counts[at + 1] as number];
    counts.set(place, (counts.get(place) ?? 0) + count);
  }
  return [...counts.values()].some((count) => count !== 0) ? { ...sum, counts } : null;
}
