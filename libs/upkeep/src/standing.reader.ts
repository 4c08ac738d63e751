import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { Database } from '@tandem/database';
import { lookAtQueues, lookAtRedis } from '@tandem/jobs';
import { isBehind } from '@tandem/metrics';
import { VerificationRunsReader } from '@tandem/verification';
import type { ImportsStanding, Standing, VerificationStanding, WorkerStanding } from './rules/standing';
import { WorkReader } from './work.reader';

const weekMs = 7 * 86_400_000;

/** Gathers how it stands with everything that has to work. */
@Injectable()
export class StandingReader {
  constructor(
    private readonly database: Database,
    private readonly work: WorkReader,
    private readonly verifications: VerificationRunsReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async look(): Promise<Standing> {
    const database = await this.askDatabase();
    const [work, redis, queues] = await Promise.all([
      this.work.look(),
      // Being away is a finding like any other.
      lookAtRedis(this.config).catch(() => null),
      lookAtQueues(this.config).catch(() => null),
    ]);
    const { now, figures } = work;
    return {
      now,
      database,
      redis,
      queues,
      workers: await this.workers(),
      events: {
        waiting: await this.count(`SELECT COUNT(*) AS n FROM outbox_event WHERE state = 'pending'`),
        oldest: work.oldestEvent,
      },
      letters: {
        oldest: work.oldestLetter,
        uncertain: work.uncertainLetters,
        failed: work.failedLetters,
        sent: await this.count(
          `SELECT COUNT(*) AS n FROM delivery WHERE state = 'sent' AND created_at >= ?`,
          new Date(now.getTime() - weekMs),
        ),
      },
      webhooks: {
        endpoints: await this.count(`SELECT COUNT(*) AS n FROM webhook_endpoint WHERE state <> 'removed'`),
        failing: work.failingWebhooks,
        oldest: work.oldestWebhook,
      },
      imports: { latest: await this.latestImport(), stuck: work.stuckImport },
      sums: { ...figures, isBehind: isBehind(figures) },
      verification: await this.verification(),
    };
  }

  private async askDatabase(): Promise<Standing['database']> {
    const began = performance.now();
    const [row] = await this.database.query<{ version: string }>('SELECT VERSION() AS version');
    return { version: row?.version ?? '', tookMs: performance.now() - began };
  }

  private workers(): Promise<WorkerStanding[]> {
    return this.database.query<WorkerStanding>(
      'SELECT worker AS name, beat_at AS beatAt, started_at AS startedAt FROM worker_heartbeat ORDER BY beat_at DESC LIMIT 20',
    );
  }

  private async latestImport(): Promise<ImportsStanding['latest']> {
    const [row] = await this.database.query<NonNullable<ImportsStanding['latest']>>(
      'SELECT state, COALESCE(finished_at, started_at) AS at FROM import_run ORDER BY id DESC LIMIT 1',
    );
    return row ?? null;
  }

  private async verification(): Promise<VerificationStanding> {
    const runs = await this.verifications.list();
    const latest = runs.find(({ state }) => state === 'done' || state === 'failed');
    return {
      latest: latest
        ? {
            state: latest.state === 'failed' ? 'failed' : 'done',
            at: latest.finishedAt ?? latest.startedAt,
            violations: latest.report?.violations ?? 0,
          }
        : null,
      isRunning: runs.some(({ state }) => state === 'waiting' || state === 'running'),
    };
  }

  private async count(sql: string, ...parameters: Date[]): Promise<number> {
    const [row] = await this.database.query<{ n: string }>(sql, parameters);
    return Number(row?.n ?? 0);
  }
}
