import mysql from 'mysql2/promise';
import { setTimeout as pause } from 'node:timers/promises';
import { addressOf, dataSource } from '@tandem/database';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';

/** What happens to a migrator that is killed: the statement before was carried out, nothing after it. */
class Died extends Error {}

const limits = { connections: 2, statementSeconds: 0 };

/** A connection of the owner's, to look and to plant. */
export async function connected(url: string, { withDatabase = true } = {}): Promise<mysql.Connection> {
  const { host, port, socketPath, username: user, password, database } = addressOf(url);
  const where = { host, port, ...(socketPath ? { socketPath } : {}), user, password, timezone: 'Z' };
  return mysql.createConnection({ ...where, ...(withDatabase ? { database } : {}) });
}

/** Does something on an own connection. */
export async function asking<T>(url: string, ask: (connection: mysql.Connection) => Promise<T>): Promise<T> {
  const connection = await connected(url);
  try {
    return await ask(connection);
  } finally {
    await connection.end();
  }
}

/** The names of all migrations, oldest first. */
export function migrationNames(url: string): string[] {
  const known = dataSource(url, limits).options.migrations as (new () => MigrationInterface)[];
  return known.map((each) => new each().name ?? each.name);
}

/** An empty database with the first so many migrations. */
export async function halfWay(url: string, upTo: number): Promise<void> {
  const { database } = addressOf(url);
  if (!database.startsWith('tandem_test_')) throw new Error(`${database} is not a test database`);
  const server = await connected(url, { withDatabase: false });
  await server.query(`DROP DATABASE IF EXISTS \`${database}\``);
  await server.query(`CREATE DATABASE \`${database}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`);
  await server.end();
  await onSource(url, upTo, (source) => source.runMigrations({ transaction: 'none' }));
}

/** Begins a migration and dies after so many of its statements, before anybody writes down that it ran. True when it died early. */
export function dyingAfter(url: string, migration: number, statements: number): Promise<boolean> {
  return onRunner(url, async (runner, source) => {
    let carriedOut = 0;
    const mortal = new Proxy(runner, {
      get: (target, name) =>
        name === 'query'
          ? async (sql: string, parameters?: unknown[]) => {
              if (carriedOut === statements) throw new Died();
              carriedOut += 1;
              return target.query(sql, parameters as never);
            }
          : Reflect.get(target, name),
    });
    try {
      await migrationOf(source, migration).up(mortal);
      return false;
    } catch (error) {
      if (error instanceof Died) return true;
      throw error;
    }
  });
}

/** Begins a migration and has its connection killed by the server a moment later. True when that came before its end. */
export function cutOffAfter(url: string, migration: number, milliseconds: number): Promise<boolean> {
  return onRunner(url, async (runner, source) => {
    const [{ id }] = (await runner.query('SELECT CONNECTION_ID() AS id')) as [{ id: number }];
    const killer = await connected(url);
    const running = migrationOf(source, migration)
      .up(runner)
      .then(
        () => false,
        () => true,
      );
    await pause(milliseconds);
    await killer.query(`KILL ${Number(id)}`).catch(() => undefined);
    await killer.end();
    return running;
  });
}

/** Runs a migration to its end without writing that down. */
export const unrecorded = (url: string, migration: number): Promise<boolean> =>
  dyingAfter(url, migration, Number.POSITIVE_INFINITY);

function migrationOf(source: DataSource, place: number): MigrationInterface {
  const found = source.migrations[place];
  if (!found) throw new Error(`there is no migration ${place}`);
  return found;
}

async function onRunner<T>(url: string, work: (runner: QueryRunner, source: DataSource) => Promise<T>): Promise<T> {
  return onSource(url, Number.POSITIVE_INFINITY, async (source) => {
    const runner = source.createQueryRunner();
    await runner.connect();
    try {
      return await work(runner, source);
    } finally {
      await runner.release().catch(() => undefined);
    }
  });
}

async function onSource<T>(url: string, upTo: number, work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = dataSource(url, limits);
  const all = source.options.migrations as (new () => MigrationInterface)[];
  source.setOptions({ migrations: all.slice(0, upTo) });
  await source.initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy().catch(() => undefined);
  }
}
