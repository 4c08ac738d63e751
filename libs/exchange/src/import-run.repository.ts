import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { Clock, newId, type Currency, type Id } from '@tandem/kernel';
import type { ExportContents } from './crm-sales/read-export';
import type { ImportRun, RunProblem } from './import-run.entity';
import { runColumns, runOf, type RunRow } from './import-run.rows';
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
  'id' | 'profile' | 'phase' | 'dryRun' | 'replaceDemo' | 'currency' | 'rowsDone' | 'report' | 'startedById' | 'fence'
>;

/** Why a run that somebody stopped and takes back came to no end. */
const stoppedMidway: RunProblem = {
  code: 'import.stopped',
  detail: 'It was stopped before its end, and what it had brought is taken back.',
  facts: {},
};

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

  /** Takes the run from whoever is at it; what they have not saved yet is done again later. False when it is over. */
  async pause(id: Id<'import_run'>): Promise<boolean> {
    return this.turn(id, `state = 'paused', lease_until = NULL`);
  }

  async hold(id: Id<'import_run'>): Promise<ImportRun | null> {
    const [row] = await this.database.query<RunRow>(`SELECT ${runColumns} FROM import_run WHERE id = ? FOR UPDATE`, [
      bin(id),
    ]);
    return row ? runOf(row) : null;
  }

  /** Puts a held run back into the row, to be taken back; one that was paused ends with that. */
  async startUndo({ id, state, problem }: ImportRun, total: number): Promise<void> {
    const stopped = state === 'paused' ? stoppedMidway : problem;
    await this.database.run(
      `UPDATE import_run SET phase = 'undo', state = 'waiting', problem = ?, finished_at = COALESCE(finished_at, ?),
         undo_total = ? WHERE id = ?`,
      [stopped && JSON.stringify(stopped), this.clock.now(), total, bin(id)],
    );
    await this.dropFiles(id);
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
      const rows = await this.database.query<RunRow>(
        `SELECT ${runColumns} FROM import_run WHERE state IN ('waiting', 'running') ORDER BY started_at, id FOR UPDATE`,
      );
      const [first] = rows;
      if (!first || rows.some(({ state, leaseUntil }) => state === 'running' && leaseUntil && leaseUntil > now))
        return null;
      await this.database.run(
        `UPDATE import_run SET state = 'running', lease_until = ?, fence = fence + 1 WHERE id = ?`,
        [new Date(now.getTime() + leaseMs), bin(first.id)],
      );
      return { ...runOf(first), fence: first.fence + 1 };
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

  /** Counts what was taken back, in the transaction that did it. */
  async reachUndo(run: TakenRun, undone: number, kept: number): Promise<void> {
    const leaseUntil = new Date(this.clock.now().getTime() + leaseMs);
    await this.holding(run, 'undo_done = undo_done + ?, undo_kept = undo_kept + ?, lease_until = ?', [
      undone,
      kept,
      leaseUntil,
    ]);
  }

  async finishUndo(run: TakenRun): Promise<void> {
    await this.holding(run, `state = 'done', lease_until = NULL`, []);
  }

  async fail(run: TakenRun, problem: RunProblem): Promise<void> {
    await this.holding(
      run,
      `state = 'failed', problem = ?, finished_at = COALESCE(finished_at, ?), lease_until = NULL`,
      [JSON.stringify(problem), this.clock.now()],
    );
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
