import type { Cell, CellCredit, Placed } from './cell';

type Measures = Readonly<Record<string, number | bigint>>;

/** Rows to be added up, and whether they are given or taken back. */
export type Part<Row extends Placed> = readonly [rows: readonly Row[], sign: 1 | -1];

/** Adds rows up by their place: what comes to nothing is gone. */
export function sumCells<Row extends Placed>(keyOf: (row: Row) => string, parts: readonly Part<Row>[]): Row[] {
  const sums = new Map<string, Row>();
  for (const [rows, sign] of parts) {
    for (const row of rows) {
      const key = keyOf(row);
      const known = sums.get(key);
      sums.set(key, known || sign < 0 ? { ...row, measures: joined(known?.measures, row.measures, sign) } : row);
    }
  }
  return [...sums.values()].filter(({ measures }) =>
    Object.values(measures).some((value) => value !== 0 && value !== 0n),
  );
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
    case 'pipeline':
      return `${place} ${row.closeMonth} ${row.currency}`;
    case 'waterfall':
      return `${place} ${row.span} ${row.scope} ${row.line}`;
    case 'entry':
      return `${place} ${row.row} ${row.currency}`;
    case 'conversion':
      return `${place} ${row.from} ${row.to} ${row.elapsedDays}`;
    case 'stay':
      return `${place} ${row.row} ${row.hours}`;
  }
}

export const placedKey = (row: Placed): string => ('modes' in row ? `${placeKey(row)} ${row.modes}` : placeKey(row));

export const cellKey = (cell: Cell): string => `${placedKey(cell)} ${cell.reading} ${cell.known}`;

/** Measures as text, equal exactly when the measures are. */
export const measuresKey = ({ measures }: Pick<Placed, 'measures'>): string => Object.values(measures).join(' ');
