import { unavailable } from '@tandem/kernel';
import mysql from 'mysql2/promise';
import { addressOf, dataSource } from './connection';
import { grantApplication } from './grants';

const lockName = 'tandem_migration';

interface Migrating {
  /** Who works with the rows, when that is another user than the owner of the tables: it gets the rights it needs and no more. */
  readonly application?: string | undefined;
  readonly say?: (line: string) => void;
  /** How long to wait for another process that migrates. */
  readonly patienceSeconds?: number;
}

/** Creates the database when it is missing and runs what is pending; two of these at once wait for each other. */
export async function migrate(
  ownerUrl: string,
  { application, say = () => undefined, patienceSeconds = 60 }: Migrating = {},
): Promise<number> {
  const { host, port, socketPath, username, password, database } = addressOf(ownerUrl);
  const connection = await mysql.createConnection({ host, port, socketPath, user: username, password });
  try {
    await connection.query(
      `CREATE DATABASE IF NOT EXISTS \`${database.replaceAll('`', '')}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`,
    );
    await lock(connection, patienceSeconds);
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

async function lock(connection: mysql.Connection, seconds: number): Promise<void> {
  const [[row]] = await connection.query<mysql.RowDataPacket[]>('SELECT GET_LOCK(?, ?) AS got', [lockName, seconds]);
  if (Number(row?.['got']) === 1) return;
  throw unavailable(
    'database.migrating',
    `Another process has been migrating this database for ${seconds} s. Wait until it ended, then start again.`,
    { seconds },
  );
}
