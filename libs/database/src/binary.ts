import { uuidOf } from '@tandem/kernel';

/** An id as the sixteen bytes a column holds; null stays null. */
export function bin(id: string): Buffer;
export function bin(id: string | null): Buffer | null;
export function bin(id: string | null): Buffer | null {
  return id === null ? null : Buffer.from(id.replaceAll('-', ''), 'hex');
}

interface Field {
  readonly type: string;
  readonly length: number;
  readonly db: string;
  buffer(): Buffer | null;
}

/** How mysql2 hands a value over: BINARY(16) is an id everywhere in this schema, so it arrives as text. */
export function typeCast(field: Field, next: () => unknown): unknown {
  if (field.type !== 'STRING' || field.length !== 16) return next();
  const value = next();
  return Buffer.isBuffer(value) ? uuidOf(value) : value;
}
