import type { PlainDate } from '@tandem/kernel';
import { measuresOf, type Cell } from './cell';
import { creditedIn, keptBy, type RollupSlice } from './slices';

export type Grain = 'day' | 'month';

/** A row of the sums: where it stands, and by how much it changes. */
export interface RollupChange {
  readonly kind: Cell['kind'];
  readonly sliceKind: RollupSlice;
  readonly slice: string | null;
  readonly grain: Grain;
  readonly cell: Cell;
  readonly measures: Readonly<Record<string, number | bigint>>;
}

type Measures = Record<string, number | bigint>;

/** Where cells stand, whoever is asked for; the place in rows by month is found once for all. */
interface Spot {
  readonly cell: Cell;
  month: Spot | null;
}

/** Sums of one slice by where they stand. */
type Sums = Map<Spot, Measures>;

/** Cells added up so far, by kind, slice and place. */
export interface Spread {
  readonly spots: Map<string, Spot>;
  readonly kinds: Map<Cell['kind'], Map<RollupSlice, Map<string | null, Sums>>>;
  /** How many rows by day there are, of all slices but the whole. */
  size: number;
}

export const newSpread = (): Spread => ({ spots: new Map(), kinds: new Map(), size: 0 });

/**
 * How cells change the rows of the sums: by every slice they are kept by, by day and by month. What belongs to everybody is
 * added up from the teams, and months from their days, which are far fewer than the cells.
 */
export const spreadCells = (cells: readonly Cell[]): RollupChange[] => changesOf(spreadOn(newSpread(), cells));

/** Adds cells to what was added up before. */
export function spreadOn(spread: Spread, cells: readonly Cell[]): Spread {
  for (const cell of cells) {
    const spot = spotOf(spread.spots, cell);
    const slices = known(spread.kinds, cell.kind, newMap<RollupSlice, Map<string | null, Sums>>);
    for (const sliceKind of keptBy[cell.kind]) {
      if (sliceKind === 'all') continue;
      const bySlice = known(slices, sliceKind, newMap<string | null, Sums>);
      const sums = known(bySlice, creditedIn[sliceKind](cell.credit), newMap<Spot, Measures>);
      const before = sums.size;
      addTo(sums, spot, cell.measures as Measures);
      spread.size += sums.size - before;
    }
  }
  return spread;
}

/** The changes that come to something, one a row. */
export function changesOf({ kinds, spots }: Spread): RollupChange[] {
  const changes: RollupChange[] = [];
  for (const [kind, slices] of kinds) {
    const whole = new Map([[null, together(slices.get('team')?.values() ?? [])]]);
    for (const [sliceKind, bySlice] of [['all', whole] as const, ...slices])
      for (const [slice, days] of bySlice)
        for (const [grain, sums] of [
          ['day', days],
          ['month', inMonths(days, spots)],
        ] as const)
          for (const [{ cell }, measures] of sums)
            if (isSomething(kind, measures)) changes.push({ kind, sliceKind, slice, grain, cell, measures });
  }
  return changes;
}

const newMap = <Key, Value>() => new Map<Key, Value>();

function known<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function together(all: Iterable<Sums>): Sums {
  const total: Sums = new Map();
  for (const sums of all) for (const [spot, measures] of sums) addTo(total, spot, measures);
  return total;
}

function inMonths(days: Sums, spots: Map<string, Spot>): Sums {
  const months: Sums = new Map();
  for (const [spot, measures] of days) {
    const { cell } = spot;
    spot.month ??= spotOf(spots, { ...cell, day: monthOf(cell.day), known: monthOf(cell.known) }, 'month');
    addTo(months, spot.month, measures);
  }
  return months;
}

function addTo(sums: Sums, spot: Spot, more: Measures): void {
  const total = sums.get(spot);
  if (total === undefined) sums.set(spot, { ...more });
  // An amount meets an amount and a count a count: both have the same name.
  else for (const name of measuresOf[spot.cell.kind]) total[name] = (total[name] as number) + (more[name] as number);
}

const isSomething = (kind: Cell['kind'], measures: Measures): boolean =>
  measuresOf[kind].some((name) => measures[name] !== 0 && measures[name] !== 0n);

const monthOf = (day: PlainDate): PlainDate => `${day.slice(0, 7)}-01` as PlainDate;

function spotOf(spots: Map<string, Spot>, cell: Cell, grain: Grain = 'day'): Spot {
  const key = `${grain} ${placeOf(cell)}`;
  const found = spots.get(key);
  if (found !== undefined) return found;
  const spot: Spot = { cell, month: null };
  spots.set(key, spot);
  return spot;
}

/** Where a cell stands whoever is asked for. */
function placeOf(cell: Cell): string {
  const place = `${cell.kind} ${cell.day} ${cell.known} ${cell.reading}`;
  switch (cell.kind) {
    case 'sales':
      return place;
    case 'pipeline':
      return `${place} ${cell.closeMonth} ${cell.currency}`;
    case 'entry':
      return `${place} ${cell.modes} ${cell.row} ${cell.currency}`;
    case 'conversion':
      return `${place} ${cell.modes} ${cell.from} ${cell.to} ${cell.elapsedDays}`;
    case 'stay':
      return `${place} ${cell.modes} ${cell.row} ${cell.hours}`;
  }
}
