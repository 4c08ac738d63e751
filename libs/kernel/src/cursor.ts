import { invalid } from './problem';

type Part = string | number | null;

/** Where a list goes on: the sort values of its last row, opaque to the outside. */
export const cursorOf = (parts: readonly Part[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** The parts of a cursor we gave out; anything else is refused. Null when there is none yet. */
export function cursorParts(cursor: string | undefined, count: number): readonly Part[] | null {
  if (cursor === undefined) return null;
  try {
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    if (Array.isArray(parts) && parts.length === count && parts.every(isPart)) return parts;
  } catch {
    // falls through to the refusal below
  }
  throw invalid('cursor.invalid', 'This page mark was not given out by this list. Start again without it.');
}

const isPart = (value: unknown): value is Part =>
  value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));

/** One row more than the limit was read: the surplus only says that there is more. */
export function paged<Row>(rows: readonly Row[], limit: number, partsOf: (row: Row) => readonly Part[]) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const hasMore = rows.length > limit;
  return { items, page: { nextCursor: hasMore && last ? cursorOf(partsOf(last)) : null, hasMore } };
}
