import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { Redis } from 'ioredis';
import { patienceMs } from './in-time';
import { redisAddress } from './rules/redis-address';

/** Opens connections to Redis and closes them at the end. An outage is told once, not once a second. */
@Injectable()
export class RedisLink implements OnApplicationShutdown {
  private readonly logger = new Logger('Redis');
  private readonly opened = new Set<Redis>();
  private lost = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** For asking: it never keeps what it could not send. */
  asking(): Redis {
    return this.open({ maxRetriesPerRequest: 1, enableOfflineQueue: false });
  }

  /** For waiting for work: it tries until Redis is back. */
  waiting(): Redis {
    return this.open({ maxRetriesPerRequest: null });
  }

  /** Closes one connection before the end. */
  close(connection: Redis): void {
    connection.disconnect();
    this.opened.delete(connection);
  }

  onApplicationShutdown(): void {
    for (const connection of this.opened) connection.disconnect();
  }

  private open(options: { maxRetriesPerRequest: number | null; enableOfflineQueue?: boolean }): Redis {
    const redis = new Redis({
      ...redisAddress(this.config.REDIS_URL),
      ...options,
      connectTimeout: patienceMs,
      disconnectTimeout: 100,
      retryStrategy: (times) => Math.min(100 * times, 2_000),
    });
    redis.on('error', (error: Error) => this.tell(error));
    redis.on('ready', () => this.recovered());
    this.opened.add(redis);
    return redis;
  }

  private tell(error: Error): void {
    if (this.lost) return;
    this.lost = true;
    this.logger.warn(`Redis does not answer (${error.message}); work goes on from the database alone.`);
  }

  private recovered(): void {
    if (this.lost) this.logger.log('Redis answers again.');
    this.lost = false;
  }
}
