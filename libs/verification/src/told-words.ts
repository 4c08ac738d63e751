/** How what an audit line (`a`) says after the fact is read: an id, a whole number, a sum of many, a rate, a day, an instant, or a word. */
type Kind = 'id' | 'number' | 'total' | 'rate' | 'date' | 'instant' | 'word';

/** A column of a row, and where in the audit line it is told. */
export type ToldColumn = readonly [column: string, kind: Kind, path: string];

const told = (path: string): string => `JSON_VALUE(a.after_state, '$.${path}')`;

const inSql: Readonly<Record<Kind, (path: string) => string>> = {
  id: (path) => `UNHEX(REPLACE(${told(path)}, '-', ''))`,
  number: (path) => `CAST(${told(path)} AS SIGNED)`,
  total: (path) => `CAST(${told(path)} AS DECIMAL(30,0))`,
  rate: (path) => `CAST(${told(path)} AS DECIMAL(20,10))`,
  date: (path) => `CAST(${told(path)} AS DATE)`,
  instant: (path) => `CAST(REPLACE(REPLACE(${told(path)}, 'T', ' '), 'Z', '') AS DATETIME(3))`,
  word: (path) => `${told(path)} COLLATE utf8mb4_bin`,
};

/** Whether the audit line speaks of this at all; one that is older than the product's telling of it does not. */
export const speaksOf = (path: string): string => `JSON_CONTAINS_PATH(a.after_state, 'one', '$.${path}')`;

/** Whether a row says what the audit line says, in each of the columns. */
export const asTold = (row: string, columns: readonly ToldColumn[]): string =>
  columns.map(([column, kind, path]) => `${row}.${column} <=> ${inSql[kind](path)}`).join(' AND ');
