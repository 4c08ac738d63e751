import type { PlainDate } from '@tandem/kernel';
import type { Cell } from './cell';
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

/** How cells change the rows of the sums, one change a row: by every slice they are kept by, by day and by month. */
export function spreadCells(cells: readonly Cell[]): RollupChange[] {
  const changes = new Map<string, { measures: Record<string, number | bigint> } & Omit<RollupChange, 'measures'>>();
  for (const cell of cells) {
    const months: Cell = { ...cell, day: monthOf(cell.day), known: monthOf(cell.known) };
    for (const [grain, placed] of [
      ['day', cell],
      ['month', months],
    ] as const) {
      const place = `${grain} ${placeOf(placed)}`;
      for (const sliceKind of keptBy[cell.kind]) {
        const slice = creditedIn[sliceKind](cell.credit);
        const key = `${place} ${sliceKind} ${slice}`;
        const known = changes.get(key);
        if (known) addTo(known.measures, cell.measures);
        else
          changes.set(key, { kind: cell.kind, sliceKind, slice, grain, cell: placed, measures: { ...cell.measures } });
      }
    }
  }
  return [...changes.values()].filter(({ measures }) =>
    Object.values(measures).some((value) => value !== 0 && value !== 0n),
  );
}

function addTo(total: Record<string, number | bigint>, more: Cell['measures']): void {
  for (const [name, value] of Object.entries(more as Readonly<Record<string, number | bigint>>)) {
    // An amount meets an amount and a count a count: both have the same name.
    total[name] = (total[name] as number) + (value as number);
  }
}

const monthOf = (day: PlainDate): PlainDate => `${day.slice(0, 7)}-01` as PlainDate;

/** Where a cell stands whoever is asked for. */
function placeOf(cell: Cell): string {
  const place = `${cell.kind} ${cell.day} ${cell.known} ${cell.reading}`;
  switch (cell.kind) {
    case 'sales':
      return place;
    case 'entry':
      return `${place} ${cell.modes} ${cell.row} ${cell.currency}`;
    case 'conversion':
      return `${place} ${cell.modes} ${cell.from} ${cell.to} ${cell.elapsedDays}`;
    case 'stay':
      return `${place} ${cell.modes} ${cell.row} ${cell.hours}`;
  }
}
