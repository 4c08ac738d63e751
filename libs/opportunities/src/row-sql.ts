import { bin, type Parameter } from '@tandem/database';

type Value = string | number | bigint | boolean | Date | Buffer | null;
type Raw = Readonly<Record<string, unknown>>;

const columns = new Map<string, string>();

/** The column of a field; there are few of them, and they are asked for with every statement. */
function snake(field: string): string {
  const known = columns.get(field);
  if (known !== undefined) return known;
  const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columns.set(field, column);
  return column;
}

const isId = (field: string): boolean => field === 'id' || field.endsWith('Id');

/** `alias.snake_case AS camelCase` for each field, because a column is called as its field. */
export const selected = (alias: string, fields: readonly string[]): string =>
  fields.map((field) => `${alias}.${snake(field)} AS ${field}`).join(', ');

export const inserted = (table: string, fields: readonly string[]): string =>
  `INSERT INTO ${table} (${fields.map(snake).join(', ')}) VALUES ?`;

export const assigned = (fields: readonly string[]): string => fields.map((field) => `${snake(field)} = ?`).join(', ');

/** What stands for the `?` of these fields; ids travel as bytes. */
export function valuesOf<Row extends object>(row: Row, fields: readonly (keyof Row & string)[]): Parameter[] {
  return fields.map((field) => {
    const value = row[field] as Value;
    return isId(field) ? bin(value as string | null) : value;
  });
}

/** Turns the text in which the driver hands over money into bigint; everything else arrives as it should be. */
export function rowOf<Row>(raw: Raw): Row {
  const row: Record<string, unknown> = { ...raw };
  for (const [field, value] of Object.entries(raw)) {
    if (field.endsWith('Minor') && value !== null) row[field] = BigInt(value as string);
  }
  return row as Row;
}

/** Those of the fields whose value is another now. */
export const changedOf = <Row extends object, Field extends keyof Row>(
  before: Row,
  after: Row,
  fields: readonly Field[],
): Field[] => fields.filter((field) => !isSame(before[field], after[field]));

function isSame(one: unknown, other: unknown): boolean {
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime();
  if (Buffer.isBuffer(one) && Buffer.isBuffer(other)) return one.equals(other);
  return one === other;
}
