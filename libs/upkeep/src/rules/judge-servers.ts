import { finding, type Detail, type Finding } from './finding';
import type { QueuesStanding, RedisStanding, Standing, WorkerStanding } from './standing';

/** One round trip on a machine that is not overloaded takes a few milliseconds. */
const slowMs = 250;
const tooSlowMs = 2_000;
/** A worker shows every fifteen seconds that it lives. */
const silentMs = 60_000;
/** A worker in good health takes more than this within a minute. */
const manyWaiting = 1_000;

export function judgeDatabase({ version, tookMs }: Standing['database']): Finding {
  const facts = { ms: Math.max(1, Math.round(tookMs)), version };
  if (tookMs >= tooSlowMs) return finding('database', 'bad', 'slow', { facts });
  if (tookMs >= slowMs) return finding('database', 'watch', 'slow', { facts });
  return finding('database', 'good', 'answers', { facts });
}

export function judgeRedis(redis: RedisStanding | null): Finding {
  if (redis === null) return finding('redis', 'bad', 'away');
  const { version, role, maxmemoryPolicy, logIsWritten, evicted } = redis;
  if (role !== 'master') return finding('redis', 'bad', 'replica');
  if (!logIsWritten) return finding('redis', 'bad', 'unwritten');
  if (evicted > 0) return finding('redis', 'watch', 'evicted', { facts: { count: evicted } });
  if (maxmemoryPolicy !== null && maxmemoryPolicy !== 'noeviction')
    return finding('redis', 'watch', 'evicting', { facts: { policy: maxmemoryPolicy } });
  return finding('redis', 'good', 'answers', { facts: { version } });
}

export const livingWorkers = (workers: readonly WorkerStanding[], now: Date): readonly WorkerStanding[] =>
  workers.filter(({ beatAt }) => now.getTime() - beatAt.getTime() < silentMs);

export function judgeWorkers(workers: readonly WorkerStanding[], now: Date): Finding {
  const [latest] = workers;
  if (!latest) return finding('workers', 'bad', 'never');
  const living = livingWorkers(workers, now);
  if (living.length === 0) return finding('workers', 'bad', 'silent', { at: latest.beatAt });
  const details = living.map(({ name, startedAt }) => detail('startedAt', name, startedAt));
  return finding('workers', 'good', 'alive', { facts: { count: living.length }, at: latest.beatAt, details });
}

export function judgeQueues(queues: QueuesStanding | null): Finding {
  if (queues === null) return finding('queues', 'unknown', 'away');
  const sum = (of: 'waiting' | 'underWay' | 'failed') => queues.queues.reduce((all, queue) => all + queue[of], 0);
  const facts = { waiting: sum('waiting'), underWay: sum('underWay'), count: sum('failed') };
  const details = queues.failures.map(({ name, at, reason }) => detail('job', `${name}: ${reason}`, at));
  if (facts.waiting >= manyWaiting) return finding('queues', 'watch', 'piled', { facts, details });
  if (facts.count > 0) return finding('queues', 'watch', 'failed', { facts, at: details[0]?.at ?? null, details });
  return finding('queues', 'good', 'flowing', { facts });
}

const detail = (name: string, value: string, at: Date | null = null): Detail => ({ name, value, at });
