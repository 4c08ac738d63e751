import { addressOf } from '@tandem/database';
import mysql from 'mysql2/promise';
import { testOwnerUrl } from '../support/servers';

const tables = [
  'booking',
  'opportunity_move',
  'opportunity',
  'external_record',
  'import_run',
  'outbox_event',
  'audit_line',
  'idempotency_key',
];

/** Empties the tables at once, so that the next currency begins as small as the first. */
export const forgetAmounts = (): Promise<void> => changeByOwner(...tables.map((table) => `TRUNCATE TABLE ${table}`));

/** What the application may not do: past all its rules and rights. */
export async function changeByOwner(...statements: readonly string[]): Promise<void> {
  const { socketPath, host, port, username, password, database } = addressOf(testOwnerUrl());
  const address = socketPath ? { socketPath } : { host, port };
  const owner = await mysql.createConnection({ ...address, user: username, password, database });
  try {
    await owner.query('SET FOREIGN_KEY_CHECKS = 0');
    for (const statement of statements) await owner.query(statement);
  } finally {
    await owner.end();
  }
}
