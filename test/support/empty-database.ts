import mysql from 'mysql2/promise';
import { addressOf } from '@tandem/database';

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
