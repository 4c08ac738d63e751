import { Injectable, Logger } from '@nestjs/common';
import type { JobData, JobDefinition } from './define-job';
import { inTime } from './in-time';
import { Queues } from './queues';

/** Ids fit into far less; whoever needs more carries what belongs in a row. */
const largestJob = 1_000;
/** Added in one go: a thousandth of a second each, so that other commands get their turn. */
const atOnce = 500;

/** Asks for work to be done. It is a hint: what is not asked for, a sweep over the rows finds. */
@Injectable()
export class Jobs {
  private readonly logger = new Logger('Jobs');

  constructor(private readonly queues: Queues) {}

  /** True when Redis took it within two seconds; false, never an error, when it did not: nothing may fail for want of a hint. */
  async enqueue<Data extends JobData>(job: JobDefinition<Data>, data: Data): Promise<boolean> {
    return (await this.enqueueAll(job, [data])) === 1;
  }

  /** How many of them Redis took, from the first on. */
  async enqueueAll<Data extends JobData>(job: JobDefinition<Data>, all: readonly Data[]): Promise<number> {
    for (const data of all)
      if (JSON.stringify(data).length > largestJob) throw new Error(`a job carries ids only: ${job.name}`);
    for (let taken = 0; taken < all.length; taken += atOnce) {
      if (!(await this.add(job, all.slice(taken, taken + atOnce)))) return taken;
    }
    return all.length;
  }

  private async add<Data extends JobData>(
    { name, queue }: JobDefinition<Data>,
    some: readonly Data[],
  ): Promise<boolean> {
    if (this.queues.isAway) return false;
    // The same ids asked for twice while the first still waits are one job.
    const jobs = some.map((data) => ({
      name,
      data,
      opts: { deduplication: { id: [name, ...Object.values(data)].join('-') } },
    }));
    try {
      return (await inTime(this.queues.of(queue).addBulk(jobs))) !== null;
    } catch (error) {
      this.logger.warn(`${name} could not be queued: ${(error as Error).message}`);
      return false;
    }
  }
}
