import mysql from 'mysql2/promise';
import { addressOf } from '@tandem/database';

/** Every row of every table as the server holds it: column by column, byte by byte, in an order of their own. */
export interface StoredBytes {
  readonly tables: ReadonlyMap<string, readonly string[]>;
  /** Columns for a day or a moment that no row has one in. */
  readonly unwritten: readonly string[];
}

/** What two processes never write alike, whatever their zone: a salt drawn elsewhere, a mark drawn while several letters are written at once, how long something took and how far it had come. */
const chance: Readonly<Record<string, RegExp>> = {
  'person.password_hash': /.+/,
  'delivery.mime': /(?<=--_NmP-)[0-9a-f]{16}/g,
  'verification_run.progress': /(?<="(?:done|total)": ?)\d+/g,
  'verification_run.report': /"parts": ?\[[^\]]*\]|(?<="seconds": ?)[\d.e-]+/g,
};

type Row = Readonly<Record<string, string | null>>;

export async function storedBytes(url: string): Promise<StoredBytes> {
  const { socketPath, host, port, username, password, database } = addressOf(url);
  const connection = await mysql.createConnection({
    ...(socketPath ? { socketPath } : { host, port }),
    user: username,
    password,
    database,
    typeCast: (field) => field.buffer()?.toString('latin1') ?? null,
  });
  try {
    const rows = async (sql: string) => (await connection.query(sql))[0] as Row[];
    const columns = await rows(
      `SELECT table_name AS tableName, column_name AS columnName, data_type AS kind FROM information_schema.columns
       WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position`,
    );
    const tables = new Map<string, string[]>();
    const written = new Set<string>();
    for (const table of new Set(columns.map(({ tableName }) => tableName ?? ''))) {
      const kept = await rows(`SELECT * FROM \`${table}\``);
      for (const row of kept)
        for (const [column, value] of Object.entries(row)) if (value !== null) written.add(`${table}.${column}`);
      tables.set(table, kept.map((row) => withoutChance(table, row)).toSorted(byText));
    }
    const unwritten = columns
      .filter(({ kind }) => /^(date|datetime|timestamp|time|year)$/.test(kind ?? ''))
      .map(({ tableName, columnName }) => `${tableName}.${columnName}`)
      .filter((column) => !written.has(column));
    return { tables, unwritten };
  } finally {
    await connection.end();
  }
}

const withoutChance = (table: string, row: Row): string =>
  JSON.stringify(
    Object.entries(row).map(([column, value]) => {
      const drawn = chance[`${table}.${column}`];
      return [column, drawn && value !== null ? value.replace(drawn, '*') : value];
    }),
  );

const byText = (one: string, other: string): number => (one < other ? -1 : 1);

/** Of each table that is not the same in both, the first row and its columns that differ. */
export function differences(one: StoredBytes, other: StoredBytes): string[] {
  return [...new Set([...one.tables.keys(), ...other.tables.keys()])].flatMap((table) => {
    const [here, there] = [one.tables.get(table) ?? [], other.tables.get(table) ?? []];
    const place = Array.from({ length: Math.max(here.length, there.length) }, (_, row) => row).find(
      (row) => here[row] !== there[row],
    );
    return place === undefined ? [] : [`${table}: ${columnsThatDiffer(here[place], there[place]).join(', ')}`];
  });
}

function columnsThatDiffer(here = '[]', there = '[]'): string[] {
  const [one, other] = [here, there].map((row) => JSON.parse(row) as [string, string | null][]);
  const seen = new Map(other);
  return (one ?? []).flatMap(([column, value]) =>
    seen.get(column) === value ? [] : [`${column} is ${value} and ${seen.get(column)}`],
  );
}
