import { Injectable } from '@nestjs/common';
import { Database, type Parameter } from '@tandem/database';
import { rollupTables, rowsOf, type RollupRow, type RollupTable } from './rollup-tables';
import { appendTo, forgetAppended, newAppendedBytes } from './rules/appended-bytes';
import { addCounts, bytesOf } from './rules/packed-counts';
import { addLater, laterBytes } from './rules/packed-entries';
import type { RollupChange } from './rules/spread-changes';

/** Rows a statement; more do not go faster, and a statement stays far below what a server takes at once. */
const chunk = 500;

/** Changes the sums; nobody but the one who folds does. */
@Injectable()
export class RollupsRepository {
  /** Bytes that this process has appended to packed sums, by row. */
  private readonly appended = newAppendedBytes();

  constructor(private readonly database: Database) {}

  /** Adds signed changes, those of one kind behind each other. A row that comes to nothing stays as a row of zeros until all are made anew. */
  async add(changes: Iterable<RollupChange>): Promise<void> {
    let rows: RollupRow[] = [];
    for (const row of rowsOf(changes)) {
      if (rows.length === chunk || rows[0]?.kind !== row.kind) {
        await this.addRows(rows);
        rows = [];
      }
      rows.push(row);
    }
    await this.addRows(rows);
  }

  /** Removes some rows of each table, so that nobody waits long; says how many. */
  async clearSome(most: number): Promise<number> {
    let gone = 0;
    for (const { name } of Object.values(rollupTables)) {
      gone += await this.database.run(`DELETE FROM ${name} LIMIT ?`, [most]);
    }
    forgetAppended(this.appended);
    return gone;
  }

  /** Packed sums are appended to, so a change needs no look at what is there. */
  private async addRows(rows: readonly RollupRow[]): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const table = rollupTables[first.kind];
    const { name, keys, measures, packed } = table;
    const columns = Object.values(measures);
    const updates = columns.map((column) => `${column} = ${column} + VALUES(${column})`);
    const values = rows.map((row): Parameter[] => [
      ...row.key,
      ...row.measures,
      ...(row.packed === null ? [] : [row.packed]),
    ]);
    // Sent at once: what is left for later stays in memory, and a rebuild adds very many.
    await this.database.run(
      `INSERT INTO ${name} (${[...keys, ...columns, ...(packed === null ? [] : [packed])].join(', ')}) VALUES ?
       ON DUPLICATE KEY UPDATE ${[...updates, ...(packed === null ? [] : [`${packed} = CONCAT(${packed}, VALUES(${packed}))`])].join(', ')}`,
      [values],
    );
    if (packed !== null) await this.packAnew(table, this.loose(table, rows));
  }

  /** The rows to which enough was appended by now; what was appended before this process began is not known, and is not much. */
  private loose({ name }: RollupTable, rows: readonly RollupRow[]): RollupRow[] {
    return rows.filter(({ key, packed }) => packed !== null && appendTo(this.appended, [name, ...key], packed.length));
  }

  /** Adds up what was appended to some rows. */
  private async packAnew({ name, keys, packed }: RollupTable, rows: readonly RollupRow[]): Promise<void> {
    const where = keys.map((key) => `${key} = ?`).join(' AND ');
    for (const { key } of rows) {
      const [row] = await this.database.query<{ readonly packed: Buffer }>(
        `SELECT ${packed} AS packed FROM ${name} WHERE ${where}`,
        key,
      );
      if (!row) continue;
      const bytes =
        packed === 'later' ? laterBytes(addLater(new Map(), row.packed)) : bytesOf(addCounts(new Map(), row.packed));
      this.database.later(`UPDATE ${name} SET ${packed} = ? WHERE ${where}`, [bytes, ...key]);
    }
  }
}
