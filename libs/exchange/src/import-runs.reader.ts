import { Injectable } from '@nestjs/common';
import { bin, Database, fromJson } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import type { ImportRun } from './import-run.entity';
import { runColumns, runOf, type RunRow } from './import-run.rows';
import type { KeptMapping } from './opportunity-list/list-mapping';

/** A run, and whether it is known what it did to which opportunities. */
export type LookedAtRun = ImportRun & { readonly hasEffects: boolean };

type LookedAtRow = RunRow & { readonly hasEffects: number };

const looked = `${runColumns}, EXISTS (SELECT 1 FROM import_effect e WHERE e.run_id = import_run.id) AS hasEffects`;

/** Runs as pages show them. */
@Injectable()
export class ImportRunsReader {
  constructor(private readonly database: Database) {}

  async find(id: Id<'import_run'>): Promise<LookedAtRun | null> {
    const [row] = await this.database.query<LookedAtRow>(`SELECT ${looked} FROM import_run WHERE id = ?`, [bin(id)]);
    return row ? lookedAt(row) : null;
  }

  /** The latest fifty, newest first. */
  async latest(): Promise<LookedAtRun[]> {
    const rows = await this.database.query<LookedAtRow>(
      `SELECT ${looked} FROM import_run ORDER BY started_at DESC, id DESC LIMIT 50`,
    );
    return rows.map(lookedAt);
  }

  /** How the last list with these columns was read. */
  async lastMapping(header: string): Promise<KeptMapping | null> {
    const [last] = await this.database.query<{ mapping: unknown }>(
      'SELECT mapping FROM import_run WHERE header_key = ? ORDER BY started_at DESC, id DESC LIMIT 1',
      [header],
    );
    return last ? (fromJson(last.mapping) as KeptMapping) : null;
  }
}

const lookedAt = ({ hasEffects, ...row }: LookedAtRow): LookedAtRun => ({
  ...runOf(row),
  hasEffects: Number(hasEffects) === 1,
});
