import mysql from 'mysql2/promise';
import { addressOf } from '@tandem/database';
import { freshSchema } from '../support/empty-database';
import { testOwnerUrl } from '../support/servers';

/** The database behind the command line, looked at directly. */
export interface TestDatabase {
  rows<Row>(sql: string): Promise<Row[]>;
  /** Rows of every table, but for those that tell about the schema itself. */
  counts(): Promise<Record<string, number>>;
  close(): Promise<void>;
}

export async function freshDatabase(): Promise<TestDatabase> {
  await freshSchema();
  const { host, port, socketPath, username, password, database } = addressOf(testOwnerUrl());
  const connection = await mysql.createConnection({
    host,
    port,
    ...(socketPath ? { socketPath } : {}),
    user: username,
    password,
    database,
    decimalNumbers: true,
  });
  const rows = async <Row>(sql: string): Promise<Row[]> => (await connection.query(sql))[0] as Row[];
  return {
    rows,
    async counts() {
      const tables = await rows<{ name: string }>(
        `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name <> 'migrations'`,
      );
      const counted = await Promise.all(
        tables.map(
          async ({ name }) =>
            [name, (await rows<{ n: number }>(`SELECT COUNT(*) AS n FROM \`${name}\``))[0]?.n ?? 0] as const,
        ),
      );
      return Object.fromEntries(counted);
    },
    close: () => connection.end(),
  };
}
