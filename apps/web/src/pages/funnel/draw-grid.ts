import type { MatrixAnswerWire, MatrixWire } from '@tandem/contracts';

type Cell = MatrixWire['cells'][number];
type Sum = MatrixWire['total'];

export interface GridRow {
  readonly place: string;
  /** In the order of the columns; null where nothing moved. */
  readonly cells: readonly (Cell | null)[];
  /** All moves out of the place. */
  readonly out: Sum;
}

export interface Grid {
  /** The places that something moved to, each with all moves into it. */
  readonly columns: MatrixWire['into'];
  readonly rows: readonly GridRow[];
  readonly total: Sum;
}

/** The moves as rows and columns: only places that something left or came to, in the order of the funnel. Null when nothing moved. */
export function drawGrid({ whole }: Pick<MatrixAnswerWire, 'whole'>): Grid | null {
  if (whole === null || whole.total.count === 0) return null;
  const { cells, out, into, total } = whole;
  const cellAt = (from: string, to: string) => cells.find((cell) => cell.from === from && cell.to === to) ?? null;
  return {
    columns: into,
    rows: out.map((row) => ({ place: row.place, cells: into.map(({ place }) => cellAt(row.place, place)), out: row })),
    total,
  };
}
