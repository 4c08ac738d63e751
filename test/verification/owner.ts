import { addressOf, hashOfMoveSql } from '@tandem/database';
import mysql from 'mysql2/promise';
import { testOwnerUrl } from '../support/servers';

/** Somebody with the owner's password who writes past the application, and can put everything back. */
export interface Owner {
  run(sql: string, values?: readonly unknown[]): Promise<void>;
  first<Row>(sql: string, values?: readonly unknown[]): Promise<Row>;
  /** Writes anew the hashes of a log from a row on, as somebody would who wants to leave no trace. */
  rehash(opportunityId: string, fromSeq?: number): Promise<void>;
  /** Remembers tables as they are, and gives the way back. */
  keep(tables: readonly string[]): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export async function asOwner(): Promise<Owner> {
  const { host, port, socketPath, username, password, database } = addressOf(testOwnerUrl());
  const connection = await mysql.createConnection({
    host,
    port,
    socketPath,
    user: username,
    password,
    database,
    timezone: 'Z',
  });
  // Whoever tampers is not held up by constraints.
  await connection.query('SET SESSION foreign_key_checks = 0, unique_checks = 0, check_constraint_checks = 0');
  const run = async (sql: string, values: readonly unknown[] = []) => void (await connection.query(sql, [...values]));
  const rehash = async (opportunityId: string, fromSeq = 1) => {
    const id = Buffer.from(opportunityId.replaceAll('-', ''), 'hex');
    const [[counted]] = (await connection.query(
      'SELECT MAX(seq) AS last FROM opportunity_move WHERE opportunity_id = ?',
      [id],
    )) as unknown as [[{ last: number }]];
    for (let seq = fromSeq; seq <= counted.last; seq++)
      await run(
        `UPDATE opportunity_move m LEFT JOIN opportunity_move p ON p.opportunity_id = m.opportunity_id AND p.seq = m.seq - 1
         SET m.hash = ${hashOfMoveSql('m', 'p.hash')} WHERE m.opportunity_id = ? AND m.seq = ?`,
        [id, seq],
      );
    await run(
      'UPDATE opportunity o JOIN opportunity_move l ON l.opportunity_id = o.id AND l.seq = o.last_seq SET o.log_hash = l.hash WHERE o.id = ?',
      [id],
    );
  };
  return {
    run,
    rehash,
    async first<Row>(sql: string, values: readonly unknown[] = []): Promise<Row> {
      const [rows] = await connection.query(sql, [...values]);
      const [row] = rows as Row[];
      if (row === undefined) throw new Error(`nothing found: ${sql}`);
      return row;
    },
    async keep(tables) {
      for (const table of tables) {
        await run(`DROP TABLE IF EXISTS kept_${table}`);
        await run(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);
      }
      return async () => {
        for (const table of tables) {
          await run(`DELETE FROM ${table}`);
          await run(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
          await run(`DROP TABLE kept_${table}`);
        }
      };
    },
    close: () => connection.end(),
  };
}
