import type { MigrationInterface, QueryRunner } from 'typeorm';

export type MigrationClass = new () => MigrationInterface;

interface Step {
  readonly up: string;
  readonly down: string;
  /** A query that finds a row once `up` has done its work; whoever was cut off in between runs past it. */
  readonly unless?: string;
}

/**
 * One migration is one statement, because neither MariaDB nor MySQL rolls a DDL statement back:
 * a run that was cut off is simply run again. `order` is the 13-digit number TypeORM sorts by.
 */
export function migration(order: number, name: string, { up, down, unless }: Step): MigrationClass {
  return class implements MigrationInterface {
    name = `${name}${order}`;
    async up(runner: QueryRunner): Promise<void> {
      if (unless !== undefined && ((await runner.query(unless)) as unknown[]).length > 0) return;
      await runner.query(up);
    }
    async down(runner: QueryRunner): Promise<void> {
      await runner.query(down);
    }
  };
}

/** A migration of rows instead of tables; `up` may be run any number of times and then leaves the same rows. */
export function conversion(order: number, name: string, up: (runner: QueryRunner) => Promise<void>): MigrationClass {
  return class implements MigrationInterface {
    name = `${name}${order}`;
    up = up;
    async down(): Promise<void> {
      // What the rows have become can stay: the columns themselves go with the migration before.
    }
  };
}

/** A migration for each table, in the order given; the text is what stands between the brackets. */
export const tables = (firstOrder: number, bodies: Readonly<Record<string, string>>): MigrationClass[] =>
  Object.entries(bodies).map(([table, body], position) =>
    migration(firstOrder + position, `create_${table}_`, {
      up: createTable(table, body),
      down: `DROP TABLE IF EXISTS ${table}`,
    }),
  );

/** The same the other way round: the tables go, and come back empty when the migration is taken back. */
export const tablesGone = (firstOrder: number, bodies: Readonly<Record<string, string>>): MigrationClass[] =>
  Object.entries(bodies).map(([table, body], position) =>
    migration(firstOrder + position, `drop_${table}_`, {
      up: `DROP TABLE IF EXISTS ${table}`,
      down: createTable(table, body),
    }),
  );

const createTable = (table: string, body: string): string =>
  `CREATE TABLE IF NOT EXISTS ${table} (${body}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci`;

/** Finds a column that is there already. */
export const hasColumn = (table: string, column: string): string =>
  `SELECT 1 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = '${table}' AND column_name = '${column}'`;

/** Finds an index that is there already. */
export const hasIndex = (table: string, index: string): string =>
  `SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = '${table}' AND index_name = '${index}'`;

/** An ASCII key compared byte by byte. */
export const key = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** ISO 4217 code. */
export const currency = 'CHAR(3) CHARACTER SET ascii COLLATE ascii_bin';
