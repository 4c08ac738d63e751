import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { Clock, startOfDay, type Id, type Zone } from '@tandem/kernel';
import { LedgerComparisonReader } from '@tandem/metrics';
import type { Ask } from './ask';
import type { Known, KnownLock } from './known';

/** A living worker shows itself every fifteen seconds. */
const silentMs = 60_000;
const settledMs = 5 * 60_000;
/** Loading the demo takes some seconds between its first line and its last. */
const demoMs = 10_000;

/** Gathers it. */
@Injectable()
export class KnownReader {
  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly comparison: LedgerComparisonReader,
  ) {}

  async gather(ask: Ask): Promise<Known> {
    const now = this.clock.now();
    const [organisation] = await ask<{ holds: string; zone: Zone; createdAt: Date | null }>(
      `SELECT o.holds, o.zone, (SELECT MIN(a.at) FROM audit_line a WHERE a.object_kind = 'organisation' AND a.action = 'organisation.created') AS createdAt
       FROM organisation o`,
    );
    const stages = await ask<{ id: Id<'stage'> }>(`SELECT id FROM funnel_stage WHERE class = 'won'`);
    // Ids begin with their moment, so the first is the oldest.
    const [oldest] = await ask<{ at: Date }>('SELECT at FROM audit_line ORDER BY id LIMIT 1');
    const [worker] = await ask<{ healthy: number }>(
      'SELECT COUNT(*) AS healthy FROM worker_heartbeat WHERE beat_at > ? AND started_at < ?',
      [new Date(now.getTime() - silentMs), new Date(now.getTime() - settledMs)],
    );
    const locks = await ask<Omit<KnownLock, 'firstOpen'>>(
      'SELECT locked_at AS lockedAt, locked_before AS lockedBefore FROM period_lock ORDER BY locked_at DESC, id DESC',
    );
    const zone = organisation?.zone ?? 'UTC';
    const demoSince = organisation?.holds === 'demo' ? organisation.createdAt : null;
    return {
      now,
      demoUntil: demoSince && new Date(demoSince.getTime() + demoMs),
      toldSince: oldest?.at ?? null,
      locks: locks.map((lock) => ({ ...lock, firstOpen: startOfDay(lock.lockedBefore, zone) })),
      wonStages: stages.map(({ id }) => id),
      isWorkerHealthy: Number(worker?.healthy ?? 0) > 0,
      mostTries: this.config.MAIL_RETRY_SECONDS.length + 2,
      compareSums: () => this.comparison.differences(),
    };
  }
}
