import { Injectable } from '@nestjs/common';
import { RedisLink } from './redis-link';

/** How Redis is set up, as far as it tells. */
export interface RedisSettings {
  readonly version: string;
  /** Queues need `noeviction`. */
  readonly maxmemoryPolicy: string | null;
  /** `yes` when every write is also on disk. */
  readonly appendonly: string | null;
}

/** Asks Redis about itself; a managed one may keep its settings to itself. */
@Injectable()
export class RedisCondition {
  constructor(private readonly link: RedisLink) {}

  /** Throws when Redis cannot be reached. */
  async look(): Promise<RedisSettings> {
    const redis = this.link.asking();
    if (redis.status !== 'ready') {
      await new Promise<void>((resolve, reject) => {
        redis.once('ready', resolve);
        redis.once('error', reject);
      });
    }
    const setting = async (name: string): Promise<string | null> => {
      const answer = await redis.config('GET', name).catch(() => null);
      return Array.isArray(answer) && answer.length > 1 ? String(answer[1]) : null;
    };
    const server = await redis.info('server');
    return {
      version: /redis_version:(\S+)/.exec(server)?.[1] ?? 'unknown',
      maxmemoryPolicy: await setting('maxmemory-policy'),
      appendonly: await setting('appendonly'),
    };
  }
}
