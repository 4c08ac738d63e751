// Processes end without warning, and somebody starts them again.

/** Kills by pid, has it started again at once, and does not wait for it: the clients say when it serves. */
export async function killAndRaise(...parts) {
  const since = performance.now();
  await Promise.all(parts.map((part) => part.kill()));
  for (const part of parts) void part.up();
  return since;
}

export const pick = (list, random) => list[Math.floor(random() * list.length)];

export const kills = [
  {
    name: 'api-kill',
    says: 'the API is killed',
    lane: 'moves',
    kills: 1,
    recovers: 'moves',
    withinSeconds: 5,
    strike: ({ apis }, { random }) => killAndRaise(pick(apis, random)),
  },
  {
    name: 'database-kill',
    says: 'MariaDB is killed',
    lane: 'moves',
    kills: 1,
    recovers: 'moves',
    withinSeconds: 10,
    strike: ({ database }) => killAndRaise(database),
  },
  {
    name: 'redis-kill',
    says: 'Redis is killed',
    lane: 'redis',
    kills: 1,
    strike: ({ redis }) => killAndRaise(redis),
  },
  {
    name: 'worker-kill',
    says: 'the worker is killed',
    lane: 'worker',
    kills: 1,
    recovers: 'worker',
    withinSeconds: 45,
    strike: ({ workers }, { random }) => killAndRaise(pick(workers, random)),
  },
  {
    name: 'house-kill',
    says: 'everything is killed at once',
    lane: 'moves',
    kills: 4,
    recovers: 'moves',
    withinSeconds: 10,
    strike: ({ apis, workers, database, redis }) => killAndRaise(database, redis, ...apis, ...workers),
  },
];
