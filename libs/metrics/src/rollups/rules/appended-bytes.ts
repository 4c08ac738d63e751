/**
 * How much was appended to rows lately, by what their keys come to as a number. Rows that come to the same are counted as one: then one of them
 * is packed anew sooner than it has to be. So nothing has to be held for each row, of which a rebuild writes very many.
 */
export interface AppendedBytes {
  readonly counters: Uint32Array;
  /** Of all rows. */
  total: number;
}

/** Packed sums of a row are packed anew when so many bytes were appended to them. */
const looseBytes = 4_096;
const counters = 2 ** 18;
/** What rows that come to the same have together stays far below what makes one of them loose. */
const mostTogether = (counters * looseBytes) / 8;

export const newAppendedBytes = (): AppendedBytes => ({ counters: new Uint32Array(counters), total: 0 });

/** Counts what is appended to a row; says whether it is so much by now that it has to be packed anew, and counts from 0 again then. */
export function appendTo(
  appended: AppendedBytes,
  key: readonly (string | number | Uint8Array)[],
  bytes: number,
): boolean {
  if (appended.total > mostTogether) forgetAppended(appended);
  appended.total += bytes;
  const place = key.reduce<number>(mixed, 0) >>> 14;
  const sum = (appended.counters[place] as number) + bytes;
  appended.counters[place] = sum > looseBytes ? 0 : sum;
  return sum > looseBytes;
}

export function forgetAppended(appended: AppendedBytes): void {
  appended.counters.fill(0);
  appended.total = 0;
}

/** As FNV-1a does it, with a last turn so that the high bits tell keys apart. */
function mixed(before: number, part: string | number | Uint8Array): number {
  let hash = before ^ 0x811c9dc5;
  if (typeof part === 'number') hash = Math.imul(hash ^ part, 0x01000193);
  else if (typeof part === 'string')
    for (let at = 0; at < part.length; at++) hash = Math.imul(hash ^ part.charCodeAt(at), 0x01000193);
  else for (const byte of part) hash = Math.imul(hash ^ byte, 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
}
