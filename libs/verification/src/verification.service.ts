import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database, isConnectionFailure } from '@tandem/database';
import { Clock, newId, uuidOf, type Id } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { OrganisationReader } from '@tandem/people';
import type { Progress, VerificationReport } from './report';
import { latestNight } from './rules/latest-night';
import { isOver, noSuchRun } from './verification.errors';
import { VerificationRunsRepository, type TakenRun } from './verification-runs.repository';
import { Verifier } from './verifier';

type RunId = Id<'verification_run'>;

const tellMs = 1_000;

/** Verifications that are asked for, and the one of every night. */
@Injectable()
export class VerificationService implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Verification');
  private atWork: AbortController | null = null;
  private leaving = false;

  constructor(
    private readonly database: Database,
    private readonly runs: VerificationRunsRepository,
    private readonly verifier: Verifier,
    private readonly organisation: OrganisationReader,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Asks for one now; the one that waits or is at work already is as good. */
  async ask(): Promise<RunId> {
    return this.database.write(async () => {
      const unfinished = await this.runs.holdUnfinished();
      if (unfinished) return unfinished;
      const id = newId<'verification_run'>();
      await this.runs.add(id);
      await this.outbox.record({ topic: 'verification.asked', subjectKind: 'verification_run', subjectId: id });
      return id;
    });
  }

  /** Whoever is at it notices within a moment. */
  async stop(id: RunId): Promise<void> {
    await this.database.write(async () => {
      if (await this.runs.stop(id)) {
        await this.outbox.record({ topic: 'verification.stopped', subjectKind: 'verification_run', subjectId: id });
        return;
      }
      throw (await this.runs.find(id)) ? isOver() : noSuchRun(id);
    });
  }

  /** Sees to it that every night has its verification, and does what waits. However many workers ask, each is done once. */
  async tend(): Promise<void> {
    await this.planNight();
    for (let run = await this.runs.take(); run && !this.leaving; run = await this.runs.take()) await this.do(run);
  }

  beforeApplicationShutdown(): void {
    this.leaving = true;
    this.atWork?.abort();
  }

  private async planNight(): Promise<void> {
    const organisation = await this.organisation.find();
    if (!organisation) return;
    const due = latestNight(this.clock.now(), organisation.zone);
    const newest = await this.runs.newestStart();
    if (newest && newest >= due) return;
    await this.database.write(() => this.runs.add(idOfNight(due)));
  }

  private async do(run: TakenRun): Promise<void> {
    const stop = new AbortController();
    this.atWork = stop;
    let progress: Progress = { done: 0, total: 0 };
    const telling = setInterval(() => void this.tellProgress(run, progress, stop), tellMs);
    try {
      const report = await this.verifier.verify({ signal: stop.signal, onProgress: (reached) => (progress = reached) });
      if (await this.keep(run, report)) this.tell(report);
    } catch (error) {
      if (this.leaving) await this.runs.release(run);
      // A connection that broke says nothing about the records: whoever takes it later begins anew.
      else if (isConnectionFailure(error)) throw error;
      else if (!stop.signal.aborted) await this.giveUp(run, error);
    } finally {
      clearInterval(telling);
      this.atWork = null;
    }
  }

  private async tellProgress(run: TakenRun, progress: Progress, stop: AbortController): Promise<void> {
    const isOurs = await this.runs.reach(run, progress).catch(() => true);
    if (!isOurs) stop.abort();
  }

  private async keep(run: TakenRun, report: VerificationReport): Promise<boolean> {
    return this.database.write(async () => {
      if (!(await this.runs.finish(run, report))) return false;
      await this.runs.prune();
      if (report.violations > 0) {
        await this.outbox.record({
          topic: 'verification.violated',
          subjectKind: 'verification_run',
          subjectId: run.id,
          after: { violations: report.violations, checks: brokenBy(report).map(({ id }) => id) },
        });
      }
      return true;
    });
  }

  private tell(report: VerificationReport): void {
    const { looked, seconds, violations } = report;
    if (violations === 0) {
      this.logger.log(`All records fit together: ${looked} rows in ${seconds.toFixed(1)} s.`);
      return;
    }
    const broken = brokenBy(report).map((verdict) => `${verdict.id} (${verdict.violations})`);
    this.logger.error(
      `Records contradict each other: ${broken.join(', ')}. The Health page and tandem verify name them.`,
    );
  }

  private async giveUp(run: TakenRun, error: unknown): Promise<void> {
    this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    await this.runs.fail(run);
  }
}

const brokenBy = ({ verdicts }: VerificationReport) => verdicts.filter(({ violations }) => violations > 0);

/** A night has one id, so that two planners at once plan it once. */
function idOfNight(due: Date): RunId {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(due.getTime(), 0, 6);
  bytes[6] = 0x70;
  bytes[8] = 0x80;
  return uuidOf(bytes) as RunId;
}
