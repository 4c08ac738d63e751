import { invalid } from '@tandem/kernel';
import type { Contribution } from './kpi';

/** A part of a list, in a stable order; `nextCursor` is null on the last page. */
export interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  /** Of the whole list. */
  readonly count: number;
}

export interface Paging {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Cuts a page out of rows that are sorted by `placeOf`, behind the place a cursor names. */
export function pageOf<Row>(
  rows: readonly Row[],
  placeOf: (row: Row) => string,
  { limit, cursor }: Paging,
): PageOf<Row> {
  const sorted = rows
    .map((row) => ({ row, place: placeOf(row) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1));
  const after = cursor === undefined ? null : placeFrom(cursor);
  const rest = after === null ? sorted : sorted.filter(({ place }) => place > after);
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ row }) => row),
    nextCursor: last && rest.length > shown.length ? Buffer.from(last.place).toString('base64url') : null,
    count: rows.length,
  };
}

/** Part by part, each by day; a quota, which is of no day, comes with the first. */
export const placeOfContribution = (order: readonly string[]) => {
  const rank = new Map(order.map((of, place) => [of, String(place).padStart(2, '0')]));
  return ({ of, date, id, opportunityId, value }: Contribution): string =>
    [rank.get(of) ?? '99', date ?? '', id, opportunityId ?? '', value.unit === 'count' ? value.count : ''].join(' ');
};

function placeFrom(cursor: string): string {
  const place = Buffer.from(cursor, 'base64url').toString();
  if (place === '' || Buffer.from(place).toString('base64url') !== cursor) {
    throw invalid('list.cursor_unknown', 'This cursor is not one of this list: begin without one.', {
      pointer: '/cursor',
    });
  }
  return place;
}
