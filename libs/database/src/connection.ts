import type { Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import mysql from 'mysql2';
import { DataSource, getMetadataArgsStorage, type DataSourceOptions } from 'typeorm';
import { migrations } from './migrations';
import { SnakeNaming } from './snake-naming';

const sqlMode =
  'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,ONLY_FULL_GROUP_BY';

/** What every connection is told first; moments are UTC whatever the server's own zone is. */
const sessionSettings = [
  `SET SESSION time_zone='+00:00', sql_mode='${sqlMode}', innodb_lock_wait_timeout=4`,
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
];

/** mysql2 with a pool that tells each new connection the settings before anything else is sent on it. */
const driver = (statementSeconds: number) => ({
  ...mysql,
  createPool(options: mysql.PoolOptions): mysql.Pool {
    const pool = mysql.createPool(options);
    pool.on('connection', (connection) => {
      for (const setting of sessionSettings) tell(connection, setting);
      limitStatements(connection, statementSeconds);
      assertSettings(connection);
    });
    return pool;
  },
});

/** Nobody else hears of a setting that is refused, and an error that nobody hears ends the process. */
function tell(connection: mysql.PoolConnection, setting: string): void {
  connection.query(setting, (error) => {
    if (error) refuse(connection, `the server refuses a setting: ${error.message}`);
  });
}

const unknownVariable = 1193;

/** MariaDB counts seconds and stops any statement; MySQL counts milliseconds and stops reads. 0 means no limit. */
function limitStatements(connection: mysql.PoolConnection, seconds: number): void {
  connection.query(`SET SESSION max_statement_time=${seconds}`, (error) => {
    if (error?.errno === unknownVariable) tell(connection, `SET SESSION max_execution_time=${seconds * 1000}`);
    else if (error) refuse(connection, `the server refuses a setting: ${error.message}`);
  });
}

/** A proxy between may give every statement another session: amounts and moments written through it would be wrong. */
function assertSettings(connection: mysql.PoolConnection): void {
  connection.query<mysql.RowDataPacket[]>(
    `SHOW SESSION VARIABLES WHERE Variable_name IN ('time_zone', 'sql_mode', 'tx_isolation', 'transaction_isolation')`,
    (error, rows) => {
      const found = new Map(rows?.map((row) => Object.values(row) as [string, string]));
      const isolation = found.get('transaction_isolation') ?? found.get('tx_isolation');
      const isOurs =
        found.get('time_zone') === '+00:00' &&
        found.get('sql_mode')?.includes('STRICT_ALL_TABLES') &&
        isolation === 'READ-COMMITTED';
      if (error) refuse(connection, `its settings cannot be read: ${error.message}`);
      else if (!isOurs)
        refuse(connection, `it does not keep our settings: ${JSON.stringify(Object.fromEntries(found))}`);
    },
  );
}

const logger = new Logger('Database');

/** Whoever waits for this connection is told that it broke: `destroy` alone would leave them waiting. */
function refuse(connection: mysql.PoolConnection, why: string): void {
  const { stream } = connection as unknown as { readonly stream: Socket };
  // It broke by itself, or for the reason that is told already.
  if (stream.destroyed) return;
  logger.error(`A connection to the database is not used, because ${why}`);
  connection.destroy();
  stream.destroy(Object.assign(new Error(`Connection lost: ${why}`), { code: 'PROTOCOL_CONNECTION_LOST' }));
}

interface Limits {
  readonly connections: number;
  /** After how long the server gives a statement up; 0 for never. */
  readonly statementSeconds: number;
}

/** The parts of a `mysql://` address; `socketPath` in its query wins over host and port. */
export function addressOf(url: string) {
  const parsed = new URL(url);
  const socketPath = parsed.searchParams.get('socketPath') ?? undefined;
  return {
    host: parsed.hostname || 'localhost',
    port: parsed.port ? Number(parsed.port) : 3306,
    socketPath,
    username: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database: parsed.pathname.slice(1),
  };
}

/** A data source that knows every entity loaded so far and every migration. `synchronize` is never on. */
export function dataSource(url: string, { connections, statementSeconds }: Limits): DataSource {
  const { socketPath, ...address } = addressOf(url);
  const options: DataSourceOptions = {
    type: 'mysql',
    driver: driver(statementSeconds),
    ...address,
    ...(socketPath ? { socketPath } : {}),
    charset: 'utf8mb4',
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: ['DATE'],
    synchronize: false,
    migrationsRun: false,
    entities: getMetadataArgsStorage().tables.map(({ target }) => target as () => unknown),
    migrations,
    migrationsTransactionMode: 'none',
    namingStrategy: new SnakeNaming(),
    extra: {
      // A transaction sends what belongs together in one packet; every text is ours, and every value goes through a `?`.
      multipleStatements: true,
      connectionLimit: connections,
      queueLimit: 500,
      enableKeepAlive: true,
      keepAliveInitialDelay: 10_000,
      // Below the limit, or mysql2 never closes an idle connection at all.
      maxIdle: Math.ceil(connections / 2),
      idleTimeout: 60_000,
      connectTimeout: 5_000,
    },
  };
  return new DataSource(options);
}
