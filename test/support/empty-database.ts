import mysql from 'mysql2/promise';
import { addressOf, migrate } from '@tandem/database';
import { testDatabaseUrl, testOwnerUrl } from './servers';

/** Removes a test database; the migrations make it anew. */
export async function emptyDatabase(url: string): Promise<void> {
  const { host, port, socketPath, username, password, database } = addressOf(url);
  if (!database.startsWith('tandem_test_')) throw new Error(`${database} is not a test database`);
  const connection = await mysql.createConnection({
    host,
    port,
    ...(socketPath ? { socketPath } : {}),
    user: username,
    password,
  });
  await connection.query(`DROP DATABASE IF EXISTS \`${database}\``);
  await connection.end();
}

/** The database of this jest worker, empty and with its schema. */
export async function freshSchema(): Promise<void> {
  await emptyDatabase(testOwnerUrl());
  await migrate(testOwnerUrl(), { application: testDatabaseUrl() });
}
