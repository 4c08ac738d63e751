import { Injectable } from '@nestjs/common';
import { Database, type Parameter } from '@tandem/database';

const chunk = 500;

/** Adds rows to a table, some hundred a statement. */
@Injectable()
export class TableWriter {
  constructor(private readonly database: Database) {}

  /** `columns` as in `id name name_zh`. */
  async add(table: string, columns: string, rows: readonly (readonly Parameter[])[]): Promise<void> {
    const names = columns.trim().split(/\s+/).join(', ');
    for (let from = 0; from < rows.length; from += chunk) {
      await this.database.run(`INSERT INTO ${table} (${names}) VALUES ?`, [rows.slice(from, from + chunk)]);
    }
  }
}
