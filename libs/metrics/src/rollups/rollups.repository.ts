import { Injectable } from '@nestjs/common';
import { Database, type Parameter } from '@tandem/database';
import { rollupTables } from './rollup-tables';
import type { Cell } from './rules/cell';
import type { RollupChange } from './rules/spread-cells';

/** Rows a statement; more do not go faster, and a statement stays far below what a server takes at once. */
const chunk = 500;

const kinds = Object.keys(rollupTables) as Cell['kind'][];

/** Changes the sums; nobody but the one who folds does. */
@Injectable()
export class RollupsRepository {
  constructor(private readonly database: Database) {}

  /** Adds signed changes, one a row. A row that comes to nothing stays as a row of zeros until all are made anew. */
  async add(changes: readonly RollupChange[]): Promise<void> {
    for (const kind of kinds) {
      await this.addTo(
        kind,
        changes.filter((change) => change.kind === kind),
      );
    }
  }

  /** Removes some rows of each table, so that nobody waits long; says how many. */
  async clearSome(most: number): Promise<number> {
    let gone = 0;
    for (const { name } of Object.values(rollupTables)) {
      gone += await this.database.run(`DELETE FROM ${name} LIMIT ?`, [most]);
    }
    return gone;
  }

  private async addTo(kind: Cell['kind'], changes: readonly RollupChange[]): Promise<void> {
    const { name, keys, keyOf, measures } = rollupTables[kind];
    const columns = Object.values(measures);
    const names = Object.keys(measures);
    for (let from = 0; from < changes.length; from += chunk) {
      const some = changes.slice(from, from + chunk);
      const rows = some.map((change): Parameter[] => [
        ...keyOf(change),
        ...names.map((measure) => change.measures[measure] ?? 0),
      ]);
      // Sent at once: what is left for later stays in memory, and a rebuild adds very many.
      await this.database.run(
        `INSERT INTO ${name} (${[...keys, ...columns].join(', ')}) VALUES ?
         ON DUPLICATE KEY UPDATE ${columns.map((column) => `${column} = ${column} + VALUES(${column})`).join(', ')}`,
        [rows],
      );
    }
  }
}
