import { idFrom, invalid, type Id } from '@tandem/kernel';
import type { PageOf } from './pipeline-views';

/** Where a list goes on, opaque to callers: the place of the last row in the order of the list. */
export const cursorOf = (...place: readonly string[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** Reads a cursor of so many parts, the last of them an id; refuses one we did not write. */
export function placeOf(cursor: string, parts: number): { readonly values: readonly string[]; readonly id: Id } {
  const place = parsed(cursor);
  const id =
    Array.isArray(place) && place.length === parts && place.every((part) => typeof part === 'string')
      ? idFrom(place.at(-1) ?? '')
      : null;
  if (!id)
    throw invalid('list.cursor_unknown', 'This cursor is not one of this list: begin without one.', {
      pointer: '/cursor',
    });
  return { values: place as string[], id };
}

/** Cuts the one row asked for too many and says where the next page begins. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  { cursor, view }: { readonly cursor: (row: Row) => string; readonly view: (row: Row) => Item },
): PageOf<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), nextCursor: rows.length > limit && last !== undefined ? cursor(last) : null };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
