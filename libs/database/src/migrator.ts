import mysql from 'mysql2/promise';
import { addressOf, dataSource } from './connection';
import { grantApplication } from './grants';

const lockName = 'tandem_migration';

interface Migrating {
  /** Who works with the rows, when that is another user than the owner of the tables: it gets the rights it needs and no more. */
  readonly application?: string | undefined;
  readonly say?: (line: string) => void;
}

/** Creates the database when it is missing and runs what is pending; two of these at once wait for each other. */
export async function migrate(
  ownerUrl: string,
  { application, say = () => undefined }: Migrating = {},
): Promise<number> {
  const { host, port, socketPath, username, password, database } = addressOf(ownerUrl);
  const connection = await mysql.createConnection({ host, port, socketPath, user: username, password });
  try {
    await connection.query(
      `CREATE DATABASE IF NOT EXISTS \`${database.replaceAll('`', '')}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`,
    );
    await connection.query('SELECT GET_LOCK(?, 60)', [lockName]);
    const source = await dataSource(ownerUrl, { connections: 2, statementSeconds: 0 }).initialize();
    try {
      const ran = await source.runMigrations({ transaction: 'none' });
      say(ran.length === 0 ? 'the schema is up to date' : `${ran.length} migrations ran`);
      if (application !== undefined && application !== ownerUrl) {
        await grantApplication(connection, addressOf(application));
        say(`${addressOf(application).username} may do what the application needs`);
      }
      return ran.length;
    } finally {
      await source.destroy();
    }
  } finally {
    await connection.end();
  }
}
