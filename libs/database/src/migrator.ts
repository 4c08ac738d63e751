import mysql from 'mysql2/promise';
import { addressOf, dataSource } from './connection';

const lockName = 'tandem_migration';

/** Creates the database when it is missing and runs what is pending; two of these at once wait for each other. */
export async function migrate(url: string, say: (line: string) => void = () => undefined): Promise<number> {
  const { host, port, socketPath, username, password, database } = addressOf(url);
  const connection = await mysql.createConnection({ host, port, socketPath, user: username, password });
  try {
    await connection.query(
      `CREATE DATABASE IF NOT EXISTS \`${database.replaceAll('`', '')}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`,
    );
    await connection.query('SELECT GET_LOCK(?, 60)', [lockName]);
    const source = await dataSource(url, 2).initialize();
    try {
      const ran = await source.runMigrations({ transaction: 'none' });
      say(ran.length === 0 ? 'the schema is up to date' : `${ran.length} migrations ran`);
      return ran.length;
    } finally {
      await source.destroy();
    }
  } finally {
    await connection.end();
  }
}
