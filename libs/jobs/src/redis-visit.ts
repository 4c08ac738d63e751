import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import type { Config } from '@tandem/config';
import { patienceMs } from './in-time';
import { queueNames } from './queue';
import { redisAddress } from './rules/redis-address';

/** Where Redis is, and what our keys there begin with. */
export type Whereabouts = Pick<Config, 'REDIS_URL' | 'QUEUE_PREFIX'>;

/** Looks around in Redis over a connection of its own, which is closed afterwards; throws with its reason when it cannot be reached. */
export async function visitRedis<Found>(config: Whereabouts, look: (redis: Redis) => Promise<Found>): Promise<Found> {
  const redis = new Redis({
    ...redisAddress(config.REDIS_URL),
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    connectTimeout: patienceMs,
    commandTimeout: patienceMs,
    retryStrategy: () => null,
  });
  let broken: Error | null = null;
  redis.on('error', (error: Error) => (broken = error));
  try {
    await redis.connect().catch((error: unknown) => {
      throw broken ?? error;
    });
    return await look(redis);
  } finally {
    redis.disconnect();
  }
}

/** Looks at each of our queues in turn, and changes none. */
export async function visitQueues(redis: Redis, prefix: string, look: (queue: Queue) => Promise<void>): Promise<void> {
  for (const name of queueNames) {
    const queue = new Queue(name, { prefix, connection: redis, skipMetasUpdate: true, skipVersionCheck: true });
    queue.on('error', () => undefined);
    // The connection is the visitor's own and stays open; what listens on it does not.
    try {
      await look(queue);
    } finally {
      await queue.close();
    }
  }
}
