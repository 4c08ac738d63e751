import type { RedisSighting } from '@tandem/jobs';
import { check, untold, type Check } from '../check';
import { sizeOf } from '../settings';

interface Asked {
  /** REDIS_URL. */
  readonly url: string;
  /** The instant of this machine when Redis told its own. */
  readonly now: Date;
  /** A worker showed in the database that it lives; null when the database could not be asked. */
  readonly workerLives: boolean | null;
}

const manyWaiting = 10_000;

/** Whether queued work stays queued, and is queued where the worker looks. */
export const checkRedis = (redis: RedisSighting, asked: Asked): Check[] => [
  check('redis.connection', `version ${redis.version}`, isSupported(redis.version), {
    otherwise: 'bad',
    advice: 'Queues need Redis 6.2 or Valkey 7, or newer.',
  }),
  check('redis.role', redis.role, redis.role === 'master', {
    otherwise: 'bad',
    advice: 'This is a read-only replica: it takes no work. REDIS_URL must name the primary.',
  }),
  check('redis.cluster', redis.clustered ? 'cluster' : 'one server', !redis.clustered, {
    otherwise: 'bad',
    advice: 'Queues need one server (with replicas, if you like): a cluster spreads the keys of a queue over nodes.',
  }),
  checkPolicy(redis.maxmemoryPolicy),
  check('redis.evicted', `${redis.evicted} keys thrown away`, redis.evicted === 0, {
    otherwise: 'warning',
    advice: 'Work was thrown away since Redis started; sweeps find it again, late. Set maxmemory-policy noeviction.',
  }),
  checkMemory(redis),
  ...checkPersistence(redis),
  checkClock(redis.now, asked.now),
  checkWay(asked.url),
  ...checkSchedule(redis, asked.workerLives),
  check('redis.waiting', `${redis.waiting} jobs wait`, redis.waiting < manyWaiting, {
    otherwise: 'warning',
    advice: 'Is a worker running, and keeping up? Start another.',
  }),
];

export const redisAway = (error: Error): Check => ({
  name: 'redis.connection',
  state: 'bad',
  found: error.message || 'no answer',
  advice:
    'Is it running, and is REDIS_URL right? Changes still work; the worker goes on from the database, more slowly.',
});

function isSupported(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 6 || (major === 6 && minor >= 2);
}

const checkPolicy = (policy: string | null): Check =>
  policy === null
    ? untold('redis.policy', 'Ask for maxmemory-policy noeviction.')
    : check('redis.policy', `maxmemory-policy ${policy}`, policy === 'noeviction', {
        otherwise: 'bad',
        advice: 'Set maxmemory-policy noeviction: an evicting Redis throws queued work away.',
      });

function checkMemory({ maxmemory, usedMemory }: RedisSighting): Check {
  const found = maxmemory === 0 ? `${sizeOf(usedMemory)}, no limit` : `${sizeOf(usedMemory)} of ${sizeOf(maxmemory)}`;
  return check('redis.memory', found, maxmemory === 0 || usedMemory < 0.8 * maxmemory, {
    otherwise: usedMemory < 0.95 * maxmemory ? 'warning' : 'bad',
    advice: 'Give it more memory: a full Redis takes no work.',
  });
}

function checkPersistence({ appendonly, appendfsync, logIsWritten }: RedisSighting): Check[] {
  return [
    appendonly === null
      ? untold('redis.persistence', 'Ask for an append-only file.')
      : check('redis.persistence', `appendonly ${appendonly}`, appendonly === 'yes', {
          otherwise: 'warning',
          advice: 'Set appendonly yes: without it a restart of Redis delays work until a sweep finds it again.',
        }),
    appendfsync === null
      ? untold('redis.fsync', 'Ask for appendfsync everysec.')
      : check('redis.fsync', `appendfsync ${appendfsync}`, appendfsync !== 'no', {
          otherwise: 'warning',
          advice: 'Set appendfsync everysec: a power cut would take more than the last second.',
        }),
    check('redis.log', logIsWritten ? 'written' : 'the last write failed', logIsWritten, {
      otherwise: 'bad',
      advice: 'The disk of Redis is full or broken. Make room; Redis refuses work until it can write again.',
    }),
  ];
}

function checkClock(redis: Date, machine: Date): Check {
  const skew = Math.abs(redis.getTime() - machine.getTime());
  return check('redis.clock', `${skew} ms between Redis and this machine`, skew < 2_000, {
    otherwise: 'warning',
    advice: 'Let both follow a time server: delayed work would come early or late.',
  });
}

function checkWay(address: string): Check {
  const url = new URL(address);
  const isLocal = url.protocol === 'unix:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const isGuarded = url.protocol === 'rediss:' && url.password !== '';
  const found = isLocal
    ? 'on this machine'
    : `${url.protocol === 'rediss:' ? 'encrypted' : 'in the clear'}, ${url.password ? 'with' : 'without'} password`;
  return check('redis.way', found, isLocal || isGuarded, {
    otherwise: url.password === '' && !isLocal ? 'warning' : 'advice',
    advice:
      'Use rediss:// with a password, or keep Redis on a private network: whoever reaches it can queue and drop work.',
  });
}

function checkSchedule({ scheduleLines }: RedisSighting, workerLives: boolean | null): Check[] {
  const found = `${scheduleLines} lines of the schedule`;
  if (workerLives === null) return [];
  // A living worker puts a lost schedule back within fifteen seconds.
  if (!workerLives) {
    return [
      check('redis.schedule', found, scheduleLines > 0, {
        otherwise: 'advice',
        advice: 'The worker writes it when it starts.',
      }),
    ];
  }
  return [
    check('redis.schedule', found, scheduleLines > 0, {
      otherwise: 'bad',
      advice:
        'A worker lives, but its schedule is not in this Redis: it uses another REDIS_URL or QUEUE_PREFIX, and what the API asks for reaches it only by the sweeps.',
    }),
  ];
}
