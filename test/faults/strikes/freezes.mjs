// Processes stand still and come back as if nothing had happened, with all they believed before.
import { setTimeout as pause } from 'node:timers/promises';

async function freezeFor(part, holdMs) {
  part.freeze();
  await pause(holdMs);
  part.thaw();
  return performance.now();
}

/** A client waits 35 seconds for an answer; what stands before it must wake up earlier. */
const atMost = (holdMs) => Math.min(holdMs, 15_000);

export const freezes = [
  {
    name: 'api-freeze',
    says: 'the API stands still',
    lane: 'moves',
    recovers: 'moves',
    withinSeconds: 5,
    strike: ({ apis }, { holdMs }) => freezeFor(apis[0], atMost(holdMs)),
  },
  {
    name: 'database-freeze',
    says: 'MariaDB stands still',
    lane: 'moves',
    recovers: 'moves',
    withinSeconds: 10,
    strike: ({ database }, { holdMs }) => freezeFor(database, atMost(holdMs)),
  },
  {
    name: 'redis-freeze',
    says: 'Redis stands still',
    lane: 'redis',
    strike: ({ redis }, { holdMs }) => freezeFor(redis, holdMs),
  },
  {
    name: 'worker-zombie',
    says: 'one of two workers stands still, then goes on with what it held',
    lane: 'worker',
    strike: ({ workers }, { holdMs }) => freezeFor(workers[0], holdMs),
  },
];
