import type { Cell, CellCredit, Placed } from './cell';

type Measures = Readonly<Record<string, number | bigint>>;

/** Adds cells up by their place: what comes to nothing is gone. */
export class CellSums<Row extends Placed = Cell> {
  private readonly sums = new Map<string, Row>();

  constructor(private readonly keyOf: (row: Row) => string) {}

  add(rows: Iterable<Row>, sign: 1 | -1 = 1): this {
    for (const row of rows) {
      const key = this.keyOf(row);
      const known = this.sums.get(key);
      this.sums.set(key, known || sign < 0 ? { ...row, measures: joined(known?.measures, row.measures, sign) } : row);
    }
    return this;
  }

  /** What is left, by place. */
  entries(): [key: string, row: Row][] {
    return [...this.sums].filter(([, { measures }]) =>
      Object.values(measures).some((value) => value !== 0 && value !== 0n),
    );
  }

  rows(): Row[] {
    return this.entries().map(([, row]) => row);
  }
}

/** Adds measures of one kind, each name by itself. */
function joined<Row extends Placed>(known: Row['measures'] | undefined, more: Row['measures'], sign: 1 | -1): Measures {
  const total: Record<string, number | bigint> = {};
  for (const [name, value] of Object.entries(more as Measures)) {
    const before = (known as Measures | undefined)?.[name];
    total[name] =
      typeof value === 'bigint'
        ? ((before as bigint | undefined) ?? 0n) + BigInt(sign) * value
        : ((before as number | undefined) ?? 0) + sign * value;
  }
  return total;
}

const creditKey = ({ teamId, ownerId, sourceId, campaignId, productId, segment }: CellCredit): string =>
  `${teamId} ${ownerId} ${sourceId} ${campaignId} ${productId} ${segment}`;

/** The place without its modes. */
export function placeKey(row: Placed): string {
  const place = `${row.kind} ${row.day} ${creditKey(row.credit)}`;
  switch (row.kind) {
    case 'sales':
      return place;
    case 'entry':
      return `${place} ${row.row} ${row.currency}`;
    case 'conversion':
      return `${place} ${row.from} ${row.to} ${row.elapsedDays}`;
    case 'stay':
      return `${place} ${row.row} ${row.hours}`;
  }
}

export const placedKey = (row: Placed): string =>
  row.kind === 'sales' ? placeKey(row) : `${placeKey(row)} ${row.modes}`;

export const cellKey = (cell: Cell): string => `${placedKey(cell)} ${cell.reading} ${cell.known}`;

/** Measures as text, equal exactly when the measures are. */
export const measuresKey = ({ measures }: Pick<Placed, 'measures'>): string => Object.values(measures).join(' ');
