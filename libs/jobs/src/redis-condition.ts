import type { Redis } from 'ioredis';
import { visitQueues, visitRedis, type Whereabouts } from './redis-visit';

/** How Redis is set up and how it is, as far as it tells; null is what a managed one keeps to itself. */
export interface RedisSighting {
  readonly version: string;
  /** `master` or `slave`; only a master takes work. */
  readonly role: string;
  /** A cluster spreads the keys of one queue over nodes, which queues cannot bear. */
  readonly clustered: boolean;
  /** Queues need `noeviction`. */
  readonly maxmemoryPolicy: string | null;
  /** `yes` when every write is also on disk. */
  readonly appendonly: string | null;
  /** `always`, `everysec` or `no`. */
  readonly appendfsync: string | null;
  /** False when the last write to the log on disk failed. */
  readonly logIsWritten: boolean;
  /** Bytes; 0 is without limit. */
  readonly maxmemory: number;
  readonly usedMemory: number;
  /** Keys thrown away since Redis started. */
  readonly evicted: number;
  readonly now: Date;
  /** Lines of the worker's schedule found under our prefix. */
  readonly scheduleLines: number;
  /** Jobs that wait under our prefix. */
  readonly waiting: number;
}

/** Asks Redis about itself over a connection of its own; throws when it cannot be reached. It changes nothing there. */
export const lookAtRedis = (config: Whereabouts): Promise<RedisSighting> =>
  visitRedis(config, async (redis) => ({
    ...(await settingsOf(redis)),
    ...(await workOn(redis, config.QUEUE_PREFIX)),
  }));

async function settingsOf(redis: Redis): Promise<Omit<RedisSighting, 'scheduleLines' | 'waiting'>> {
  const told = await redis.info();
  const line = (name: string): string | null => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(told)?.[1] ?? null;
  const number = (name: string): number => Number(line(name) ?? 0);
  const setting = async (name: string): Promise<string | null> => {
    const answer = await redis.config('GET', name).catch(() => null);
    return Array.isArray(answer) && answer.length > 1 ? String(answer[1]) : null;
  };
  const [seconds = 0, micros = 0] = (await redis.time()).map(Number);
  return {
    version: line('redis_version') ?? 'unknown',
    role: line('role') ?? 'unknown',
    clustered: line('cluster_enabled') === '1',
    maxmemoryPolicy: line('maxmemory_policy') ?? (await setting('maxmemory-policy')),
    appendonly: (await setting('appendonly')) ?? (line('aof_enabled') === '1' ? 'yes' : null),
    appendfsync: await setting('appendfsync'),
    logIsWritten: (line('aof_last_write_status') ?? 'ok') === 'ok',
    maxmemory: number('maxmemory'),
    usedMemory: number('used_memory'),
    evicted: number('evicted_keys'),
    now: new Date(seconds * 1_000 + micros / 1_000),
  };
}

async function workOn(redis: Redis, prefix: string): Promise<Pick<RedisSighting, 'scheduleLines' | 'waiting'>> {
  const found = { scheduleLines: 0, waiting: 0 };
  await visitQueues(redis, prefix, async (queue) => {
    found.scheduleLines += await queue.getJobSchedulersCount();
    found.waiting += await queue.getWaitingCount();
  });
  return found;
}
