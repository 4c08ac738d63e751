import { uuidOf } from '@tandem/kernel';

/** An id as the sixteen bytes a column holds; null stays null. */
export function bin(id: string): Buffer;
export function bin(id: string | null): Buffer | null;
export function bin(id: string | null): Buffer | null {
  return id === null ? null : Buffer.from(id.replaceAll('-', ''), 'hex');
}

/** What the driver says of a column of an answer. */
export interface Field {
  readonly name: string;
  readonly columnType: number;
  readonly columnLength: number;
}

/** The type of CHAR and BINARY, as the protocol numbers it. */
const fixedLength = 254;

/**
 * Gives ids as text wherever rows hold them: BINARY(16) is an id everywhere in this schema. The driver's own way to do this asks about
 * every value of every row, and costs more than reading them.
 */
export function tellIds(rows: readonly object[], fields: readonly Field[]): void {
  for (const { name, columnType, columnLength } of fields) {
    if (columnType !== fixedLength || columnLength !== 16) continue;
    for (const row of rows as readonly Record<string, unknown>[]) {
      const value = row[name];
      if (Buffer.isBuffer(value)) row[name] = uuidOf(value);
    }
  }
}
