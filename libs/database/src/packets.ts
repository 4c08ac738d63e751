import type { Parameter } from './statement';

/** A statement, and whatever judges how many rows it changed. */
export interface Left {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
  readonly judge?: ((changed: number) => void) | undefined;
}

/** Far below the 16 MB that servers take by default, and few enough statements to be answered soon. */
const most = 1_048_576;

/** The same statements in the same order, in packets that a server takes; one that is larger than that goes alone. */
export function packets(statements: readonly Left[], bytes = most): Left[][] {
  if (statements.length === 1) return [[...statements]];
  const all: Left[][] = [];
  let room = 0;
  for (const statement of statements) {
    const size = sizeOf(statement.sql) + sizeOf(statement.parameters);
    if (size > room || all.length === 0) {
      all.push([]);
      room = bytes;
    }
    all.at(-1)?.push(statement);
    room -= size;
  }
  return all;
}

/** At most this many bytes stand for a value in the text: what is escaped is twice as long, and so are bytes in hexadecimal. */
function sizeOf(value: Parameter): number {
  if (typeof value === 'string') return 2 * Buffer.byteLength(value) + 3;
  if (Buffer.isBuffer(value)) return 2 * value.length + 5;
  if (Array.isArray(value))
    return (value as readonly Parameter[]).reduce<number>((sum, one) => sum + sizeOf(one) + 2, 4);
  return 32;
}
