import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { JobData } from './define-job';
import { inTime } from './in-time';
import { queueName, queueOptions } from './queue';
import { RedisLink } from './redis-link';
import { WORK, type Work } from './work';
import { WorkDesk } from './work-desk';

const drainMs = 9_000;
const wakeMs = 1_000;
const tendMs = 15_000;
/** Woken every few seconds, a worker that took nothing from Redis for this long is dead although it says it runs. */
const silentMs = 120_000;

/** Takes work from Redis, keeps the schedule there, and wakes the desk itself when Redis does not. */
@Injectable()
export class WorkLine implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Work');
  private readonly timers: NodeJS.Timeout[] = [];
  private redis: Redis;
  private queue: Queue;
  private worker: Worker | null = null;
  private lastTaken = 0;
  private scheduled = false;
  private closing = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(WORK) private readonly work: Work,
    private readonly link: RedisLink,
    private readonly desk: WorkDesk,
  ) {}

  /** Begins; it does not wait for Redis. */
  start(): void {
    this.redis = this.link.asking();
    this.queue = new Queue(queueName, { ...queueOptions(this.config.QUEUE_PREFIX), connection: this.redis });
    this.queue.on('error', () => undefined);
    this.redis.on('ready', () => {
      this.lastTaken = Date.now();
      void this.tend();
    });
    this.redis.once('ready', () => void this.checkPolicy());
    this.takeWork();
    this.desk.wakeMissed();
    this.timers.push(setInterval(() => this.desk.wakeMissed(), wakeMs));
    this.timers.push(setInterval(() => void this.tend(), tendMs));
  }

  /** Lets what is under way finish, takes nothing new, and waits for a Redis that is gone no longer than a moment. */
  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    for (const timer of this.timers) clearInterval(timer);
    const isThere = this.redis?.status === 'ready';
    const ended = Promise.allSettled([this.worker?.close(!isThere), this.desk.quiet()]);
    await Promise.race([ended, pause(drainMs, null, { ref: false })]);
    await Promise.race([this.queue?.close().catch(() => undefined), pause(500, null, { ref: false })]);
  }

  private takeWork(): void {
    this.lastTaken = Date.now();
    const take = async ({ name, data }: { name: string; data: JobData }) => {
      this.lastTaken = Date.now();
      await this.desk.run(name, data);
    };
    this.worker = new Worker(queueName, take, {
      prefix: this.config.QUEUE_PREFIX,
      connection: this.link.waiting(),
      concurrency: 4,
      lockDuration: 60_000,
      skipVersionCheck: true,
    });
    this.worker.on('error', () => undefined);
    this.worker.on('failed', (job, error) => this.desk.tell(job?.name ?? 'a job', error));
  }

  /** Puts the schedule back when Redis has lost it, and replaces a worker that went silent. */
  private async tend(): Promise<void> {
    if (this.closing || this.redis.status !== 'ready') return;
    try {
      await inTime(this.keepSchedule());
      if (Date.now() - this.lastTaken > silentMs) this.replaceWorker();
    } catch (error) {
      this.logger.warn(`The schedule could not be kept in Redis: ${(error as Error).message}`);
    }
  }

  private async keepSchedule(): Promise<void> {
    const wanted = new Set(this.work.schedule.map(({ job }) => job.name));
    const found = (await this.queue.getJobSchedulers(0, 200)).map(({ key }) => key);
    const gone = found.filter((name) => !wanted.has(name));
    // The first time every line is put there, because an earlier version may have had other rhythms.
    const lacking = this.work.schedule.filter(({ job }) => !this.scheduled || !found.includes(job.name));
    await Promise.all(gone.map((name) => this.queue.removeJobScheduler(name)));
    await Promise.all(
      lacking.map(({ job, everySeconds }) =>
        this.queue.upsertJobScheduler(job.name, { every: everySeconds * 1_000 }, { name: job.name, data: {} }),
      ),
    );
    this.scheduled = true;
  }

  private replaceWorker(): void {
    this.logger.warn('No work came from Redis for two minutes; the connection is made anew.');
    const old = this.worker;
    void old?.close(true).catch(() => undefined);
    this.takeWork();
  }

  /** An evicting Redis throws queued work away; the sweeps would find it again, but late. */
  private async checkPolicy(): Promise<void> {
    const answer = await this.redis.config('GET', 'maxmemory-policy').catch(() => null);
    const policy = Array.isArray(answer) ? String(answer[1]) : null;
    if (policy && policy !== 'noeviction')
      this.logger.warn(`Redis has maxmemory-policy ${policy}; queues need noeviction.`);
  }
}
