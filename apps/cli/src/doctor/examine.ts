import { statfs } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { Heartbeat, RedisCondition } from '@tandem/jobs';
import { Clock } from '@tandem/kernel';
import { OrganisationReader } from '@tandem/people';
import { check, type Check } from './check';
import { DatabaseConditionReader } from './database-condition.reader';

const GB = 1024 ** 3;

/** Everything the doctor looks at, in the order of how much hangs on it. */
export async function examine(product: INestApplicationContext): Promise<Check[]> {
  const [database, redis, worker, disk, organisation] = await Promise.all([
    product.get(DatabaseConditionReader).checks(),
    redisChecks(product.get(RedisCondition)),
    workerCheck(product.get(Heartbeat), product.get(Clock).now()),
    diskCheck(),
    organisationCheck(product.get(OrganisationReader)),
  ]);
  return [...database, ...redis, worker, disk, organisation];
}

async function redisChecks(redis: RedisCondition): Promise<Check[]> {
  try {
    const { version, maxmemoryPolicy, appendonly } = await redis.look();
    return [
      check('redis.connection', `version ${version}`, Number.parseInt(version, 10) >= 6, {
        otherwise: 'bad',
        advice: 'Queues need Redis 6.2 or Valkey 7, or newer.',
      }),
      check('redis.policy', `maxmemory-policy ${maxmemoryPolicy ?? 'not told'}`, maxmemoryPolicy === 'noeviction', {
        otherwise: 'warning',
        advice: 'Set maxmemory-policy noeviction: an evicting Redis throws queued work away.',
      }),
      check('redis.persistence', `appendonly ${appendonly ?? 'not told'}`, appendonly === 'yes', {
        otherwise: 'warning',
        advice: 'Set appendonly yes: without it a restart of Redis delays work until a sweep finds it again.',
      }),
    ];
  } catch (error) {
    const advice = 'Is it running, and is REDIS_URL right? Changes still work; mails and jobs wait.';
    return [check('redis.connection', (error as Error).message || 'no answer', false, { otherwise: 'bad', advice })];
  }
}

async function workerCheck(heartbeat: Heartbeat, now: Date): Promise<Check> {
  const last = await heartbeat.lastBeat();
  const seconds = last ? Math.round((now.getTime() - last.getTime()) / 1000) : null;
  return check('worker', seconds === null ? 'never seen' : `seen ${seconds} s ago`, seconds !== null && seconds < 60, {
    otherwise: 'warning',
    advice: 'No worker runs: agendas are not written and mails are not sent. Start it (npm start does).',
  });
}

async function diskCheck(): Promise<Check> {
  const { bavail, bsize } = await statfs(process.cwd());
  const free = (bavail * bsize) / GB;
  return check('disk', `${free.toFixed(1)} GB free here`, free >= 1, {
    otherwise: 'warning',
    advice: 'Make room: a full disk stops the database.',
  });
}

async function organisationCheck(organisation: OrganisationReader): Promise<Check> {
  const found = await organisation.find();
  return check('organisation', found ? `holds ${found.holds} records` : 'not set up', found !== null, {
    otherwise: 'warning',
    advice: 'Load the demo company (tandem seed demo) or import your own records (tandem import).',
  });
}
