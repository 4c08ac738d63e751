import mysql, { type Connection, type RowDataPacket } from 'mysql2/promise';
import { addressOf } from '@tandem/database';

/** Tables that a refused call may change: a failed sign-in slows the next one down, and a session says when it was last used. */
const ownBusiness = new Set(['session', 'sign_in_failure', 'worker_heartbeat', 'migrations']);

/** What stands in every table, as numbers that change when anything does. */
export type State = ReadonlyMap<string, string>;

/** Looks at the database from outside the product, over a connection of its own. */
export class StateReader {
  private constructor(
    private readonly connection: Connection,
    private readonly tables: readonly string[],
  ) {}

  static async open(url: string): Promise<StateReader> {
    const { host, port, socketPath, username, password, database } = addressOf(url);
    const connection = await mysql.createConnection({
      host,
      port,
      ...(socketPath ? { socketPath } : {}),
      user: username,
      password,
      database,
    });
    const [rows] = await connection.query<RowDataPacket[]>("SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'");
    const names = rows.map((row) => String(Object.values(row)[0]));
    return new StateReader(
      connection,
      names.filter((name) => !ownBusiness.has(name)),
    );
  }

  read = async (): Promise<State> => {
    const [rows] = await this.connection.query<RowDataPacket[]>(
      `CHECKSUM TABLE ${this.tables.map((name) => `\`${name}\``).join(', ')}`,
    );
    return new Map(rows.map((row) => [String(row['Table']).split('.').at(-1) ?? '', String(row['Checksum'])]));
  };

  /** Requests that were carried out and remembered. */
  remembered = async (): Promise<number> => {
    const [[row]] = await this.connection.query<RowDataPacket[]>('SELECT COUNT(*) AS n FROM idempotency_key');
    return Number(row?.['n']);
  };

  close(): Promise<void> {
    return this.connection.end();
  }
}

/** The tables in which two states differ. */
export const changedTables = (before: State, after: State): string[] =>
  [...after].filter(([table, sum]) => before.get(table) !== sum).map(([table]) => table);
