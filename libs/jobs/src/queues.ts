import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { QueueName } from './define-job';
import { queueNames, queueOptions } from './queue';
import { RedisLink } from './redis-link';

const closeMs = 500;

/** The queues in Redis, opened when they are first needed, over one connection that never keeps what it could not send. */
@Injectable()
export class Queues implements OnApplicationShutdown {
  private readonly opened = new Map<QueueName, Queue>();
  private connection: Redis | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly link: RedisLink,
  ) {}

  get redis(): Redis {
    return (this.connection ??= this.link.asking());
  }

  /** Whether asking would be in vain; a connection that is still being made counts as there. */
  get isAway(): boolean {
    return ['reconnecting', 'close', 'end'].includes(this.redis.status);
  }

  of(name: QueueName): Queue {
    const known = this.opened.get(name);
    if (known) return known;
    const queue = new Queue(name, { ...queueOptions(this.config.QUEUE_PREFIX), connection: this.redis });
    queue.on('error', () => undefined); // the link has told it already
    this.opened.set(name, queue);
    return queue;
  }

  /** Resolves when Redis answers; throws with its reason when it cannot be reached. */
  async ready(): Promise<void> {
    const { redis } = this;
    if (redis.status === 'ready') return;
    await new Promise<void>((resolve, reject) => {
      redis.once('ready', resolve);
      redis.once('error', reject);
    });
  }

  /** Removes everything that stands in Redis under our queues, whoever put it there; says how many keys are gone. */
  async clear(): Promise<number> {
    await this.close();
    let gone = 0;
    for (const name of queueNames) {
      let cursor = '0';
      do {
        const match = `${this.config.QUEUE_PREFIX}:${name}:*`;
        const [next, keys] = await this.redis.scan(cursor, 'MATCH', match, 'COUNT', 1_000);
        if (keys.length > 0) gone += await this.redis.unlink(...keys);
        cursor = next;
      } while (cursor !== '0');
    }
    return gone;
  }

  /** At the very end: work that is let finish may still ask for more. */
  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  /** A Redis that is gone is waited for no longer than a moment. */
  private async close(): Promise<void> {
    const closing = [...this.opened.values()].map((queue) => queue.close().catch(() => undefined));
    this.opened.clear();
    await Promise.race([Promise.all(closing), new Promise((resolve) => setTimeout(resolve, closeMs).unref())]);
  }
}
