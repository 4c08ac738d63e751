import type { MigrationInterface, QueryRunner } from 'typeorm';

export type MigrationClass = new () => MigrationInterface;

/**
 * One migration is one statement, because neither MariaDB nor MySQL rolls a DDL statement back:
 * a run that was cut off is simply run again. `order` is the 13-digit number TypeORM sorts by.
 */
export function migration(order: number, name: string, up: string, down: string): MigrationClass {
  return class implements MigrationInterface {
    name = `${name}${order}`;
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(up);
    }
    async down(runner: QueryRunner): Promise<void> {
      await runner.query(down);
    }
  };
}

/** A migration for each table, in the order given; the text is what stands between the brackets. */
export const tables = (firstOrder: number, bodies: Readonly<Record<string, string>>): MigrationClass[] =>
  Object.entries(bodies).map(([table, body], position) =>
    migration(
      firstOrder + position,
      `create_${table}_`,
      `CREATE TABLE IF NOT EXISTS ${table} (${body}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci`,
      `DROP TABLE IF EXISTS ${table}`,
    ),
  );

/** An ASCII key compared byte by byte. */
export const key = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** ISO 4217 code. */
export const currency = 'CHAR(3) CHARACTER SET ascii COLLATE ascii_bin';
