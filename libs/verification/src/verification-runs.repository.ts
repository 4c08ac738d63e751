import { Injectable } from '@nestjs/common';
import { bin, Database, fromJson } from '@tandem/database';
import { Clock, newId, type Id } from '@tandem/kernel';
import type { Progress, VerificationReport } from './report';
import type { RunProblem, RunView } from './verification-run';
import type { VerificationRun } from './verification-run.entity';

type RunId = Id<'verification_run'>;

/** A run somebody has taken; whoever took it last has another mark, and one who lost it writes nothing more. */
export interface TakenRun {
  readonly id: RunId;
  readonly mark: string;
}

type Kept = VerificationReport | { readonly problem: RunProblem };

/** How long a run that shows no life belongs to whoever took it. */
const leaseSeconds = 60;
/** Reports kept. */
const most = 30;

const lease = `NOW(3) + INTERVAL ${leaseSeconds} SECOND`;
const columns = `id, state, started_at AS startedAt, finished_at AS finishedAt, progress, report, violations, lease_until AS leaseUntil`;

/** Rows of runs. Leases run on the database's clock, because those of two computers differ. */
@Injectable()
export class VerificationRunsRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** False when there is a run of this id already. */
  async add(id: RunId): Promise<boolean> {
    const added = await this.database.run(
      `INSERT IGNORE INTO verification_run (id, state, started_at, progress) VALUES (?, 'running', ?, '{}')`,
      [bin(id), this.clock.now()],
    );
    return added === 1;
  }

  /** The one that waits or is at work, locked until the transaction ends; null when there is none. */
  async holdUnfinished(): Promise<RunId | null> {
    const [row] = await this.database.query<{ id: RunId }>(
      `SELECT id FROM verification_run WHERE state = 'running' ORDER BY started_at, id LIMIT 1 FOR UPDATE`,
    );
    return row?.id ?? null;
  }

  async newestStart(): Promise<Date | null> {
    const [row] = await this.database.query<{ at: Date | null }>('SELECT MAX(started_at) AS at FROM verification_run');
    return row?.at ?? null;
  }

  /** The oldest that waits, or that somebody left lying; null while another is at work. */
  async take(): Promise<TakenRun | null> {
    return this.database.write(async () => {
      const rows = await this.database.query<{ id: RunId; isTaken: number | null }>(
        `SELECT id, lease_until > NOW(3) AS isTaken FROM verification_run WHERE state = 'running' ORDER BY started_at, id FOR UPDATE`,
      );
      const [first] = rows;
      if (!first || rows.some(({ isTaken }) => Number(isTaken ?? 0) === 1)) return null;
      const mark = newId();
      await this.database.run(`UPDATE verification_run SET progress = ?, lease_until = ${lease} WHERE id = ?`, [
        JSON.stringify({ mark, done: 0, total: 0 }),
        bin(first.id),
      ]);
      return { id: first.id, mark };
    });
  }

  /** Says how far it has come; false when it was stopped or taken over. */
  async reach(run: TakenRun, { done, total }: Progress): Promise<boolean> {
    return this.database.write(() =>
      this.holding(run, `progress = ?, lease_until = ${lease}`, [JSON.stringify({ mark: run.mark, done, total })]),
    );
  }

  /** Leaves it to whoever takes it next. */
  async release(run: TakenRun): Promise<void> {
    await this.database.write(() => this.holding(run, 'lease_until = NULL', []));
  }

  /** Only inside `write`; false when it was stopped or taken over. */
  async finish(run: TakenRun, report: VerificationReport): Promise<boolean> {
    return this.holding(run, `state = 'done', finished_at = ?, report = ?, violations = ?, lease_until = NULL`, [
      this.clock.now(),
      JSON.stringify(report),
      Math.min(report.violations, 4_294_967_295),
    ]);
  }

  async fail(run: TakenRun): Promise<boolean> {
    return this.database.write(() =>
      this.holding(run, `state = 'failed', finished_at = ?, report = ?, lease_until = NULL`, [
        this.clock.now(),
        JSON.stringify({ problem: 'unexpected' } satisfies Kept),
      ]),
    );
  }

  /** False when it is over already. */
  async stop(id: RunId): Promise<boolean> {
    const stopped = await this.database.run(
      `UPDATE verification_run SET state = 'failed', finished_at = ?, report = ?, lease_until = NULL WHERE id = ? AND state = 'running'`,
      [this.clock.now(), JSON.stringify({ problem: 'stopped' } satisfies Kept), bin(id)],
    );
    return stopped === 1;
  }

  /** Keeps the newest reports. */
  async prune(): Promise<void> {
    await this.database.run(
      `DELETE FROM verification_run WHERE state <> 'running' AND id NOT IN
         (SELECT id FROM (SELECT id FROM verification_run ORDER BY started_at DESC, id DESC LIMIT ${most}) newest)`,
    );
  }

  async find(id: RunId): Promise<RunView | null> {
    const [row] = await this.database.query<VerificationRun>(`SELECT ${columns} FROM verification_run WHERE id = ?`, [
      bin(id),
    ]);
    return row ? viewOf(row) : null;
  }

  /** The newest first. */
  async newest(): Promise<RunView[]> {
    const rows = await this.database.query<VerificationRun>(
      `SELECT ${columns} FROM verification_run ORDER BY started_at DESC, id DESC LIMIT ${most}`,
    );
    return rows.map(viewOf);
  }

  private async holding(
    run: TakenRun,
    settings: string,
    parameters: readonly (string | number | Date)[],
  ): Promise<boolean> {
    const changed = await this.database.run(
      `UPDATE verification_run SET ${settings} WHERE id = ? AND state = 'running' AND JSON_VALUE(progress, '$.mark') = ?`,
      [...parameters, bin(run.id), run.mark],
    );
    return changed === 1;
  }
}

function viewOf({ id, state, startedAt, finishedAt, progress, report, leaseUntil }: VerificationRun): RunView {
  const kept = fromJson(report) as Kept | null;
  const problem = kept && 'problem' in kept ? kept.problem : null;
  const { done = 0, total = 0 } = fromJson(progress) as Partial<Progress>;
  const waits = state === 'running' && leaseUntil === null;
  const ended = problem === 'stopped' ? 'stopped' : state;
  const shown = waits ? 'waiting' : ended;
  return {
    id,
    state: shown,
    startedAt,
    finishedAt,
    progress: shown === 'running' ? { done, total } : null,
    report: kept && !('problem' in kept) ? kept : null,
  };
}
