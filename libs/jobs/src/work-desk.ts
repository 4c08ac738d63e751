import { Inject, Injectable, Logger } from '@nestjs/common';
import { isOutage } from '@tandem/database';
import { actingAs, systemActor } from '@tandem/kernel';
import { ClockReader } from './clock.reader';
import type { JobData } from './define-job';
import type { JobHandler } from './job-handler';
import { matchHandlers } from './rules/match-handlers';
import { missedLines } from './rules/missed-lines';
import { WORK, type Work } from './work';

interface Line {
  readonly name: string;
  readonly everyMs: number;
  lastMs: number | null;
  running: boolean;
}

/** Runs jobs by name, whoever woke them: Redis, or the worker itself when Redis is silent. */
@Injectable()
export class WorkDesk {
  private readonly logger = new Logger('Work');
  private readonly handlers: ReadonlyMap<string, JobHandler>;
  private readonly lines: ReadonlyMap<string, Line>;
  private readonly underWay = new Set<Promise<void>>();
  private isCutOff = false;

  constructor(
    @Inject(WORK) work: Work,
    private readonly clock: ClockReader,
  ) {
    const { byName, faults } = matchHandlers(work.jobs, work.handlers);
    if (faults.length > 0) throw new Error(`The work is not complete: ${faults.join('; ')}`);
    this.handlers = byName;
    this.lines = new Map(
      work.schedule.map(({ job, everySeconds }) => [
        job.name,
        { name: job.name, everyMs: everySeconds * 1_000, lastMs: null, running: false },
      ]),
    );
  }

  /** Does one job to its end. A job of the schedule that is still at work is not begun a second time. */
  async run(name: string, data: JobData): Promise<void> {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`nobody handles ${name}`);
    const line = this.lines.get(name);
    if (line?.running) return;
    if (line) Object.assign(line, { running: true, lastMs: performance.now() });
    const work = async () => {
      // What is due is decided by what time it is.
      if (line) await this.clock.agree();
      await handler.run(data);
    };
    const done = actingAs(systemActor('worker'), work).finally(() => {
      if (line) line.running = false;
      this.underWay.delete(done);
    });
    this.underWay.add(done);
    await done;
    if (this.isCutOff) this.logger.log('The database serves again.');
    this.isCutOff = false;
  }

  /** Begins what Redis should have woken and did not. */
  wakeMissed(): void {
    for (const { name } of missedLines([...this.lines.values()], performance.now())) {
      this.run(name, {}).catch((error: unknown) => this.tell(name, error));
    }
  }

  /** A database that is away fails every job every second; that is said once, and once when it is back. */
  tell(name: string, error: unknown): void {
    if (isOutage(error)) {
      if (!this.isCutOff)
        this.logger.warn(`The database does not serve (${(error as Error).message}); work waits for it.`);
      this.isCutOff = true;
      return;
    }
    this.logger.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }

  /** Resolves when nothing is under way any more. */
  async quiet(): Promise<void> {
    await Promise.allSettled(this.underWay);
  }
}
