import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { JobData, JobDefinition } from './define-job';
import { inTime } from './in-time';
import { queueName, queueOptions } from './queue';
import { RedisLink } from './redis-link';

/** Asks for work to be done. It is a hint: what is not asked for, a sweep over the rows finds. */
@Injectable()
export class Jobs implements OnModuleDestroy {
  private readonly logger = new Logger('Jobs');
  private redis: Redis | null = null;
  private queue: Queue | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly link: RedisLink,
  ) {}

  /** True when Redis took it within two seconds; never throws, because nothing may fail for want of a hint. */
  async enqueue<Data extends JobData>(job: JobDefinition<Data>, data: Data): Promise<boolean> {
    try {
      return await this.add(job.name, data);
    } catch (error) {
      this.logger.warn(`${job.name} could not be queued: ${(error as Error).message}`);
      return false;
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.queue?.close().catch(() => undefined);
  }

  private async add(name: string, data: JobData): Promise<boolean> {
    const queue = this.opened();
    if (this.isAway()) return false;
    // The same ids asked for twice while the first still waits are one job.
    const deduplication = { id: [name, ...Object.values(data)].join('-') };
    return (await inTime(queue.add(name, data, { deduplication }))) !== null;
  }

  private opened(): Queue {
    this.redis ??= this.link.asking();
    if (!this.queue) {
      this.queue = new Queue(queueName, { ...queueOptions(this.config.QUEUE_PREFIX), connection: this.redis });
      this.queue.on('error', () => undefined); // the link has told it already
    }
    return this.queue;
  }

  private isAway(): boolean {
    return ['reconnecting', 'close', 'end'].includes(this.redis?.status ?? 'end');
  }
}
