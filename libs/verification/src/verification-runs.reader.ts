import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { Clock, type Id } from '@tandem/kernel';
import { LedgerHealthReader, type LedgerHealth } from '@tandem/metrics';
import { OrganisationReader } from '@tandem/people';
import { nextNight } from './rules/latest-night';
import { noSuchRun } from './verification.errors';
import type { RunView } from './verification-run';
import { VerificationRunsRepository } from './verification-runs.repository';

/** How it stands with the records, and who looks after them. */
export interface Health {
  /** The one that waits or is at work; null when none is. */
  readonly running: RunView | null;
  /** The newest that came to an end by itself; null before the first. */
  readonly latest: RunView | null;
  /** When a worker last showed that it lives; null when none ever did. */
  readonly workerSeenAt: Date | null;
  readonly isWorkerAlive: boolean;
  /** When the next one begins by itself. */
  readonly nextAt: Date;
  /** How far changes are folded into the sums of figures. */
  readonly figures: LedgerHealth;
}

/** A worker shows every fifteen seconds that it lives. */
const silentMs = 60_000;

/** Runs and what they found. */
@Injectable()
export class VerificationRunsReader {
  constructor(
    private readonly database: Database,
    private readonly runs: VerificationRunsRepository,
    private readonly organisation: OrganisationReader,
    private readonly clock: Clock,
    private readonly ledger: LedgerHealthReader,
  ) {}

  async get(id: Id<'verification_run'>): Promise<RunView> {
    const run = await this.runs.find(id);
    if (!run) throw noSuchRun(id);
    return run;
  }

  /** The latest thirty, newest first. */
  list(): Promise<RunView[]> {
    return this.runs.newest();
  }

  async health(): Promise<Health> {
    const [runs, [worker], { zone }, figures] = await Promise.all([
      this.runs.newest(),
      this.database.query<{ seenAt: Date | null }>('SELECT MAX(beat_at) AS seenAt FROM worker_heartbeat'),
      this.organisation.get(),
      this.ledger.look(),
    ]);
    const now = this.clock.now();
    const workerSeenAt = worker?.seenAt ?? null;
    return {
      running: runs.find(({ state }) => state === 'running' || state === 'waiting') ?? null,
      latest: runs.find(({ state }) => state === 'done' || state === 'failed') ?? null,
      workerSeenAt,
      isWorkerAlive: workerSeenAt !== null && now.getTime() - workerSeenAt.getTime() < silentMs,
      nextAt: nextNight(now, zone),
      figures,
    };
  }
}
