import { Injectable } from '@nestjs/common';
import { bin, Database, fromJson } from '@tandem/database';
import { Clock, newId, type Currency, type Id } from '@tandem/kernel';
import type { ExportContents } from './crm-sales/read-export';
import type { ImportRun, RunProblem } from './import-run.entity';
import type { KeptMapping } from './opportunity-list/list-mapping';
import { unpackFiles, type PackedFiles } from './pack-files';
import type { Report } from './rules/tally';

/** How long a run that shows no progress belongs to whoever took it. */
const leaseMs = 60_000;

/** What a run keeps of a list it takes in. */
export interface ListToTake {
  readonly mapping: KeptMapping;
  readonly header: string;
}

/** A run that somebody has taken; every later write names the fence, so that one who lost the lease writes nothing. */
export type TakenRun = Pick<
  ImportRun,
  'id' | 'profile' | 'dryRun' | 'replaceDemo' | 'currency' | 'rowsDone' | 'report' | 'startedById' | 'fence'
>;

type Row = Omit<ImportRun, 'dryRun' | 'replaceDemo'> & { readonly dryRun: number; readonly replaceDemo: number };

const columns = `id, profile, state, dry_run AS dryRun, replace_demo AS replaceDemo, currency, rows_total AS rowsTotal, rows_done AS rowsDone,
  report, problem, started_by_id AS startedById, started_at AS startedAt, finished_at AS finishedAt, lease_until AS leaseUntil, fence,
  mapping, header_key AS headerKey`;

/** Runs and their files. */
@Injectable()
export class ImportRunRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async add(
    files: PackedFiles,
    run: {
      readonly dryRun: boolean;
      readonly replaceDemo: boolean;
      readonly currency: Currency;
      readonly rows: number;
      readonly list: ListToTake | null;
    },
    startedById: Id<'person'> | null,
  ): Promise<Id<'import_run'>> {
    const id = newId<'import_run'>();
    await this.database.run(
      `INSERT INTO import_run (id, profile, state, dry_run, replace_demo, currency, rows_total, rows_done, started_by_id, started_at, fence,
         mapping, header_key)
       VALUES (?, ?, 'waiting', ?, ?, ?, ?, 0, ?, ?, 0, ?, ?)`,
      [
        bin(id),
        run.list?.mapping.source ?? 'crm-sales',
        run.dryRun,
        run.replaceDemo,
        run.currency,
        run.rows,
        bin(startedById),
        this.clock.now(),
        run.list && JSON.stringify(run.list.mapping),
        run.list?.header ?? null,
      ],
    );
    for (const [name, parts] of files) {
      for (const [part, content] of parts.entries()) {
        await this.database.run('INSERT INTO import_file (run_id, name, part, content) VALUES (?, ?, ?, ?)', [
          bin(id),
          name,
          part,
          content,
        ]);
      }
    }
    return id;
  }

  async find(id: Id<'import_run'>): Promise<ImportRun | null> {
    const [row] = await this.database.query<Row>(`SELECT ${columns} FROM import_run WHERE id = ?`, [bin(id)]);
    return row ? view(row) : null;
  }

  /** The latest fifty, newest first. */
  async latest(): Promise<ImportRun[]> {
    return (
      await this.database.query<Row>(`SELECT ${columns} FROM import_run ORDER BY started_at DESC, id DESC LIMIT 50`)
    ).map(view);
  }

  /** How the last list with these columns was read. */
  async lastMapping(header: string): Promise<KeptMapping | null> {
    const [last] = await this.database.query<{ mapping: unknown }>(
      'SELECT mapping FROM import_run WHERE header_key = ? ORDER BY started_at DESC, id DESC LIMIT 1',
      [header],
    );
    return last ? (fromJson(last.mapping) as KeptMapping) : null;
  }

  /** Takes the run from whoever is at it; what they have not saved yet is done again later. False when it is over. */
  async pause(id: Id<'import_run'>): Promise<boolean> {
    return this.turn(id, `state = 'paused', lease_until = NULL`);
  }

  /** Puts a paused run back into the row. */
  async resume(id: Id<'import_run'>): Promise<boolean> {
    return this.turn(id, `state = IF(state = 'paused', 'waiting', state)`);
  }

  private async turn(id: Id<'import_run'>, settings: string): Promise<boolean> {
    const [held] = await this.database.query<{ isUnderWay: number }>(
      `SELECT state IN ('waiting', 'running', 'paused') AS isUnderWay FROM import_run WHERE id = ? FOR UPDATE`,
      [bin(id)],
    );
    if (held?.isUnderWay !== 1) return false;
    await this.database.run(`UPDATE import_run SET ${settings} WHERE id = ?`, [bin(id)]);
    return true;
  }

  /** The oldest run that waits, or that somebody took and left lying; null while another is being worked on. */
  async take(): Promise<TakenRun | null> {
    return this.database.write(async () => {
      const now = this.clock.now();
      const rows = await this.database.query<Row>(
        `SELECT ${columns} FROM import_run WHERE state IN ('waiting', 'running') ORDER BY started_at, id FOR UPDATE`,
      );
      const [first] = rows;
      if (!first || rows.some(({ state, leaseUntil }) => state === 'running' && leaseUntil && leaseUntil > now))
        return null;
      await this.database.run(
        `UPDATE import_run SET state = 'running', lease_until = ?, fence = fence + 1 WHERE id = ?`,
        [new Date(now.getTime() + leaseMs), bin(first.id)],
      );
      return { ...view(first), fence: first.fence + 1 };
    });
  }

  async contents(id: Id<'import_run'>): Promise<ExportContents> {
    const rows = await this.database.query<{ name: string; content: Buffer }>(
      'SELECT name, content FROM import_file WHERE run_id = ? ORDER BY name, part',
      [bin(id)],
    );
    const packed = new Map<string, Buffer[]>();
    for (const { name, content } of rows) packed.set(name, [...(packed.get(name) ?? []), content]);
    return unpackFiles(packed);
  }

  /** Saves how far the run has come, in the transaction of the rows themselves: a row is counted exactly once, killed or not. */
  async reach(run: TakenRun, rowsDone: number, report: Report): Promise<void> {
    const leaseUntil = new Date(this.clock.now().getTime() + leaseMs);
    await this.holding(run, 'rows_done = ?, report = ?, lease_until = ?', [
      rowsDone,
      JSON.stringify(report),
      leaseUntil,
    ]);
  }

  async finish(run: TakenRun, report: Report): Promise<void> {
    await this.holding(run, `state = 'done', rows_done = rows_total, report = ?, finished_at = ?, lease_until = NULL`, [
      JSON.stringify(report),
      this.clock.now(),
    ]);
    await this.dropFiles(run.id);
  }

  async fail(run: TakenRun, problem: RunProblem): Promise<void> {
    await this.holding(run, `state = 'failed', problem = ?, finished_at = ?, lease_until = NULL`, [
      JSON.stringify(problem),
      this.clock.now(),
    ]);
    await this.dropFiles(run.id);
  }

  private async holding(
    run: TakenRun,
    settings: string,
    parameters: readonly (string | number | Date)[],
  ): Promise<void> {
    const changed = await this.database.run(
      `UPDATE import_run SET ${settings} WHERE id = ? AND fence = ? AND state = 'running'`,
      [...parameters, bin(run.id), run.fence],
    );
    if (changed === 0) throw new LeaseLost(`import ${run.id} was taken over by another worker`);
  }

  private async dropFiles(id: Id<'import_run'>): Promise<void> {
    await this.database.run('DELETE FROM import_file WHERE run_id = ?', [bin(id)]);
  }
}

/** Another worker goes on with this run; whoever sees this writes nothing more. */
export class LeaseLost extends Error {}

const view = (row: Row): ImportRun => ({
  ...row,
  dryRun: row.dryRun === 1,
  replaceDemo: row.replaceDemo === 1,
  report: fromJson(row.report) as Report | null,
  problem: fromJson(row.problem) as RunProblem | null,
  mapping: fromJson(row.mapping) as KeptMapping | null,
});
