import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { JobData, QueueName } from './define-job';
import { inTime } from './in-time';
import { queueNames } from './queue';
import { Queues } from './queues';
import { RedisLink } from './redis-link';
import { ScheduleKeeper } from './schedule-keeper';
import { WORK, type Work } from './work';
import { WorkDesk } from './work-desk';

const drainMs = 9_000;
const wakeMs = 1_000;
const tendMs = 15_000;
/** Jobs of the schedule under way at once. */
const abreast = 4;

interface Hand {
  readonly worker: Worker;
  /** Ours, and so ours to close: a worker closes only what it opened itself. */
  readonly connection: Redis;
}

/** Takes work from Redis, keeps the schedule there, and wakes the desk itself when Redis does not. */
@Injectable()
export class WorkLine implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Work');
  private readonly timers: NodeJS.Timeout[] = [];
  private hands: readonly Hand[] = [];
  private lastTaken = 0;
  private scheduled = false;
  private closing = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(WORK) private readonly work: Work,
    private readonly link: RedisLink,
    private readonly queues: Queues,
    private readonly keeper: ScheduleKeeper,
    private readonly desk: WorkDesk,
  ) {}

  /** Begins; it does not wait for Redis. */
  start(): void {
    const { redis } = this.queues;
    redis.on('ready', () => {
      this.lastTaken = performance.now();
      void this.tend();
    });
    redis.once('ready', () => void this.checkPolicy());
    this.takeWork();
    this.desk.wakeMissed();
    this.timers.push(setInterval(() => this.desk.wakeMissed(), wakeMs));
    this.timers.push(setInterval(() => void this.tend(), Math.min(tendMs, this.silentMs)));
  }

  /** Lets what is under way finish, takes nothing new, and waits for a Redis that is gone no longer than a moment. */
  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    for (const timer of this.timers) clearInterval(timer);
    const isThere = this.queues.redis.status === 'ready';
    const ended = Promise.allSettled([...this.hands.map(({ worker }) => worker.close(!isThere)), this.desk.quiet()]);
    await Promise.race([ended, pause(drainMs, null, { ref: false })]);
  }

  /** Woken every few seconds, a worker that took nothing from Redis for this long is dead although it says it runs. */
  private get silentMs(): number {
    return this.config.WORKER_SILENCE_SECONDS * 1_000;
  }

  private takeWork(): void {
    this.lastTaken = performance.now();
    this.hands = queueNames.map((name) => this.handOf(name));
  }

  private handOf(queue: QueueName): Hand {
    const take = async ({ name, data }: { name: string; data: JobData }) => {
      if (queue === 'work') this.lastTaken = performance.now();
      await this.desk.run(name, data);
    };
    const connection = this.link.waiting();
    const worker = new Worker(queue, take, {
      prefix: this.config.QUEUE_PREFIX,
      connection,
      concurrency: queue === 'letters' ? this.config.MAIL_CONCURRENCY : abreast,
      lockDuration: 60_000,
      stalledInterval: 15_000,
      skipVersionCheck: true,
    });
    worker.on('error', () => undefined);
    worker.on('failed', (job, error) => this.desk.tell(job?.name ?? 'a job', error));
    return { worker, connection };
  }

  /** Puts the schedule back when Redis has lost it, and replaces workers that went silent. */
  private async tend(): Promise<void> {
    if (this.closing || this.queues.redis.status !== 'ready') return;
    try {
      // The first time every line is written, because an earlier version may have had other rhythms.
      await inTime(this.keeper.keep(this.work.schedule, { anew: !this.scheduled }).then(() => (this.scheduled = true)));
      if (performance.now() - this.lastTaken > this.silentMs) this.replaceWorkers();
    } catch (error) {
      this.logger.warn(`The schedule could not be kept in Redis: ${(error as Error).message}`);
    }
  }

  private replaceWorkers(): void {
    const { WORKER_SILENCE_SECONDS: most } = this.config;
    this.logger.warn(`No work came from Redis for ${most} s; the connections are made anew.`);
    for (const old of this.hands) void this.letGo(old);
    this.takeWork();
  }

  private async letGo({ worker, connection }: Hand): Promise<void> {
    await worker.close(true).catch(() => undefined);
    this.link.close(connection);
  }

  /** An evicting Redis throws queued work away; the sweeps would find it again, but late. */
  private async checkPolicy(): Promise<void> {
    const answer = await this.queues.redis.config('GET', 'maxmemory-policy').catch(() => null);
    const policy = Array.isArray(answer) ? String(answer[1]) : null;
    if (policy && policy !== 'noeviction')
      this.logger.warn(`Redis has maxmemory-policy ${policy}; queues need noeviction.`);
  }
}
