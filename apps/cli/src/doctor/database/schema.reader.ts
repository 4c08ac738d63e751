import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';

export interface FoundSchema {
  readonly charset: string;
  readonly collation: string;
  /** Columns of text that cannot hold every character and are no keys. */
  readonly oddText: readonly string[];
  readonly oddCollation: readonly string[];
  readonly notInnodb: readonly string[];
  /** Migrations this program knows and the database has not seen. */
  readonly pending: number;
  /** Migrations the database has seen and this program does not know. */
  readonly unknown: readonly string[];
  /** Of tables and indexes together. */
  readonly bytes: number;
}

const ours = `table_schema = DATABASE() AND table_name <> 'migrations'`;

/** Reads what the tables are from the server's own catalogue. */
@Injectable()
export class SchemaReader {
  constructor(private readonly database: Database) {}

  async look(): Promise<FoundSchema> {
    const [whole] = await this.database.query<{ charset: string; collation: string }>(
      'SELECT @@character_set_database AS charset, @@collation_database AS collation',
    );
    const [size] = await this.database.query<{ bytes: string | null }>(
      'SELECT SUM(data_length + index_length) AS bytes FROM information_schema.tables WHERE table_schema = DATABASE()',
    );
    return {
      charset: whole?.charset ?? 'unknown',
      collation: whole?.collation ?? 'unknown',
      oddText: await this.names(
        `SELECT CONCAT(table_name, '.', column_name) AS name FROM information_schema.columns
         WHERE ${ours} AND character_set_name NOT IN ('utf8mb4', 'ascii')`,
      ),
      oddCollation: await this.names(
        `SELECT table_name AS name FROM information_schema.tables
         WHERE ${ours} AND table_type = 'BASE TABLE' AND table_collation <> 'utf8mb4_unicode_520_ci'`,
      ),
      notInnodb: await this.names(
        `SELECT table_name AS name FROM information_schema.tables WHERE ${ours} AND table_type = 'BASE TABLE' AND engine <> 'InnoDB'`,
      ),
      ...(await this.migrations()),
      bytes: Number(size?.bytes ?? 0),
    };
  }

  private async migrations(): Promise<Pick<FoundSchema, 'pending' | 'unknown'>> {
    const known = new Set(
      this.database.handle.migrations.map((migration) => migration.name ?? migration.constructor.name),
    );
    const exists = await this.names(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'migrations'`,
    );
    const seen = new Set(exists.length > 0 ? await this.names('SELECT name FROM migrations') : []);
    return {
      pending: [...known].filter((name) => !seen.has(name)).length,
      unknown: [...seen].filter((name) => !known.has(name)),
    };
  }

  private async names(sql: string): Promise<string[]> {
    return (await this.database.query<{ name: string }>(`${sql} ORDER BY 1`)).map(({ name }) => name);
  }
}
