import { Injectable, Logger } from '@nestjs/common';
import { Database, isConnectionFailure } from '@tandem/database';
import { actingAs, Problem, systemActor } from '@tandem/kernel';
import { DemoService } from './demo.service';
import { FirstRunRepository, LeaseLost } from './first-run.repository';

/** Loads the demo company that somebody wished for when they set the installation up; killed half-way it begins anew. */
@Injectable()
export class DemoRunner {
  private readonly logger = new Logger('Demo');

  constructor(
    private readonly database: Database,
    private readonly runs: FirstRunRepository,
    private readonly demo: DemoService,
  ) {}

  async runWaiting(): Promise<void> {
    const run = await this.runs.find();
    if (run?.state !== 'waiting' && run?.state !== 'running') return;
    const fence = await this.database.write(() => this.runs.take());
    if (fence === null) return;
    await actingAs(systemActor('demo'), () => this.load(fence));
  }

  private async load(fence: number): Promise<void> {
    // What stands already is seen only when all of it does; how far it is, at once.
    const tell = () => this.database.apart(() => this.database.write(() => this.runs.reach(fence)));
    try {
      await this.database.write(async () => {
        await this.demo.load({ tell, isAdministered: true });
        await this.runs.finish(fence);
      });
    } catch (error) {
      if (isPassing(error)) throw error;
      const known = error instanceof Problem;
      if (!known) this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      await this.database.write(() => this.runs.fail(fence, known ? error.code : 'demo.unexpected'));
    }
  }
}

/** Nothing is known to be wrong with the demo itself: whoever takes it later loads it. */
const isPassing = (error: unknown): boolean =>
  error instanceof LeaseLost ||
  isConnectionFailure(error) ||
  (error instanceof Problem && error.kind === 'unavailable');
