import { nothingThere, type CanonicalForm, type CanonicalKind } from '@tandem/kernel';

/** An SQL expression of one row's canonical text; `previous` is the hash of the row before, where the form is chained. */
export function canonicalSql({ name, columns }: CanonicalForm, alias: string, previous?: string): string {
  const parts = Object.entries(columns).map(
    ([column, kind]) => `COALESCE(${inSql[kind](`${alias}.${column}`)}, '${nothingThere}')`,
  );
  const before = previous === undefined ? [] : [`COALESCE(HEX(${previous}), '${nothingThere}')`];
  return `CONCAT_WS('|', '${name}', ${[...before, ...parts].join(', ')})`;
}

const inSql: Readonly<Record<CanonicalKind, (column: string) => string>> = {
  id: (column) => `HEX(${column})`,
  number: (column) => column,
  rate: (column) => `CAST(${column} AS CHAR)`,
  word: (column) => column,
  text: (column) => `HEX(${column})`,
  instant: (column) => `CAST(${column} AS CHAR)`,
  date: (column) => `CAST(${column} AS CHAR)`,
  document: (column) => `HEX(CAST(${column} AS CHAR CHARACTER SET utf8mb4))`,
};
