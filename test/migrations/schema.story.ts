import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataSource, migrate } from '@tandem/database';
import type { DataSource } from 'typeorm';
import { ApiModule } from '../../apps/api/src/api.module';
import { WorkerModule } from '../../apps/worker/src/worker.module';
import { emptyDatabase } from '../support/empty-database';
import { testOwnerUrl } from '../support/servers';

interface ColumnRow {
  readonly tableName: string;
  readonly columnName: string;
  readonly columnType: string;
  readonly nullable: 'YES' | 'NO';
}

const url = testOwnerUrl();
let source: DataSource;

beforeAll(async () => {
  await emptyDatabase(url);
  await migrate(url);
  source = await dataSource(url, { connections: 2, statementSeconds: 0 }).initialize();
});
afterAll(() => source.destroy());

const columns = (): Promise<ColumnRow[]> =>
  source.query(
    `SELECT table_name AS tableName, column_name AS columnName, column_type AS columnType, is_nullable AS nullable
     FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name <> 'migrations' ORDER BY 1, ordinal_position`,
  );

const enumOf = (type: string): string => (type.match(/^enum\(/i) ? type.toLowerCase() : type);

describe('the schema', () => {
  test('every table has an entity with the same columns, types and nullability', async () => {
    expect([ApiModule, WorkerModule]).toHaveLength(2); // both loaded, and every entity with them
    const found = await columns();
    const written = found.map(
      ({ tableName, columnName, nullable }) => `${tableName}.${columnName} ${nullable === 'YES' ? 'null' : 'not null'}`,
    );
    const known = source.entityMetadatas.flatMap(({ tableName, columns: ours }) =>
      ours.map(({ databaseName, isNullable }) => `${tableName}.${databaseName} ${isNullable ? 'null' : 'not null'}`),
    );
    expect(known.toSorted()).toEqual(written.toSorted());
  });

  test('the words of each enum are the same in code and table', async () => {
    const found = new Map(
      (await columns()).map((row) => [`${row.tableName}.${row.columnName}`, enumOf(row.columnType)]),
    );
    const enums = source.entityMetadatas.flatMap(({ tableName, columns: ours }) =>
      ours
        .filter((column) => column.enum)
        .map((column) => ({ at: `${tableName}.${column.databaseName}`, words: column.enum as string[] })),
    );
    expect(enums.length).toBeGreaterThan(10);
    for (const { at, words } of enums) {
      expect({ at, type: found.get(at) }).toEqual({
        at,
        type: `enum(${words.map((word) => `'${word.toLowerCase()}'`).join(',')})`,
      });
    }
  });

  test('running the migrations again changes nothing', async () => {
    const before = await columns();
    expect(await migrate(url)).toBe(0);
    expect(await columns()).toEqual(before);
  });

  test('down to nothing and up again gives the same schema', async () => {
    const before = await columns();
    for (let undone = source.migrations.length; undone > 0; undone--)
      await source.undoLastMigration({ transaction: 'none' });
    expect(await columns()).toEqual([]);
    await source.runMigrations({ transaction: 'none' });
    expect(await columns()).toEqual(before);
  });

  test('every table keeps text in utf8mb4 and rows in InnoDB', async () => {
    const odd = await source.query(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = DATABASE() AND table_name <> 'migrations' AND (engine <> 'InnoDB' OR table_collation <> 'utf8mb4_unicode_520_ci')`,
    );
    expect(odd).toEqual([]);
  });
});
