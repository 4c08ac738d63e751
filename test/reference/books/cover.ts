import type { Span } from '../calendar';
import { inOrder } from '../exact';

/** Rows that cover a period without gap or overlap: the longest first and, where that leads to a gap, the next shorter. */
export function cover<Row extends { readonly startsOn: string; readonly endsBefore: string }>(
  rows: readonly Row[],
  { from, until }: Span,
): Row[] {
  const beginning = rows.filter(({ startsOn, endsBefore }) => startsOn === from && endsBefore <= until);
  for (const row of inOrder(beginning, (one, other) => one.endsBefore > other.endsBefore)) {
    if (row.endsBefore === until) return [row];
    const rest = cover(rows, { from: row.endsBefore, until });
    if (rest.length > 0) return [row, ...rest];
  }
  return [];
}
