import { measuresOf, type Cell } from './cell';
import { monthOf, type Grain } from './grain';
import { creditedIn, keptBy, type RollupSlice } from './slices';
import { funnelChanges, spreadFunnelCell, type FunnelChange, type FunnelSpread } from './spread-funnel';

/** What has one row for each place, because it is only ever added up. */
export type PlainCell = Extract<Cell, { readonly kind: 'sales' | 'pipeline' }>;

/** A row of the plain sums: where it stands, and by how much it changes. */
export interface PlainChange {
  readonly kind: PlainCell['kind'];
  readonly sliceKind: RollupSlice;
  readonly slice: string | null;
  readonly grain: Grain;
  readonly cell: PlainCell;
  readonly measures: Readonly<Record<string, number | bigint>>;
}

/** How the rows of the sums change. */
export interface RollupChanges {
  readonly plain: readonly PlainChange[];
  readonly funnel: readonly FunnelChange[];
}

type Measures = Record<string, number | bigint>;

/** Where cells stand, whoever is asked for; the place in rows by month is found once for all. */
interface Spot {
  readonly cell: PlainCell;
  month: Spot | null;
}

/** Sums of one slice by where they stand. */
type Sums = Map<Spot, Measures>;

/** Cells added up so far, by kind, slice and place. */
export interface Spread {
  readonly spots: Map<string, Spot>;
  readonly kinds: Map<PlainCell['kind'], Map<RollupSlice, Map<string | null, Sums>>>;
  readonly funnel: FunnelSpread;
  /** How many rows by day there are, of all slices but the whole. */
  size: number;
}

export const newSpread = (): Spread => ({ spots: new Map(), kinds: new Map(), funnel: new Map(), size: 0 });

/**
 * How cells change the rows of the sums: by every slice they are kept by, by day and by month. What belongs to everybody is
 * added up from the teams, and months from their days, which are far fewer than the cells.
 */
export const spreadCells = (cells: readonly Cell[]): RollupChanges => changesOf(spreadOn(newSpread(), cells));

/** Adds cells to what was added up before. */
export function spreadOn(spread: Spread, cells: readonly Cell[]): Spread {
  for (const cell of cells) {
    if (cell.kind !== 'sales' && cell.kind !== 'pipeline') {
      spread.size += spreadFunnelCell(spread.funnel, cell);
      continue;
    }
    const spot = spotOf(spread.spots, cell);
    const slices = known(spread.kinds, cell.kind, newMap<RollupSlice, Map<string | null, Sums>>);
    for (const sliceKind of keptBy[cell.kind]) {
      if (sliceKind === 'all') continue;
      const bySlice = known(slices, sliceKind, newMap<string | null, Sums>);
      const sums = known(bySlice, creditedIn[sliceKind](cell.credit), newMap<Spot, Measures>);
      const before = sums.size;
      addTo(sums, spot, { ...cell.measures });
      spread.size += sums.size - before;
    }
  }
  return spread;
}

/** The changes that come to something, one a row. */
export const changesOf = (spread: Spread): RollupChanges => ({
  plain: plainChanges(spread),
  funnel: [...funnelChanges(spread.funnel)],
});

function plainChanges({ kinds, spots }: Spread): PlainChange[] {
  const changes: PlainChange[] = [];
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

const isSomething = (kind: PlainCell['kind'], measures: Measures): boolean =>
  measuresOf[kind].some((name) => measures[name] !== 0 && measures[name] !== 0n);

function spotOf(spots: Map<string, Spot>, cell: PlainCell, grain: Grain = 'day'): Spot {
  const key = `${grain} ${placeOf(cell)}`;
  const found = spots.get(key);
  if (found !== undefined) return found;
  const spot: Spot = { cell, month: null };
  spots.set(key, spot);
  return spot;
}

/** Where a cell stands whoever is asked for. */
function placeOf(cell: PlainCell): string {
  const place = `${cell.kind} ${cell.day} ${cell.known} ${cell.reading}`;
  return cell.kind === 'sales' ? place : `${place} ${cell.closeMonth} ${cell.currency}`;
}
