// Redis forgets, or is not what it should be. Nothing a person does may depend on it.
import { setTimeout as pause } from 'node:timers/promises';

/** A wiped Redis is felt until the schedule stands in it again. */
const settleMs = 5_000;

/** Makes Redis unfit by one command and fit again by another. */
const spoiled = (spoil, mend) => async (house, holdMs) => {
  await house.tellRedis(...spoil);
  await pause(holdMs);
  await house.tellRedis(...mend);
};

const full = spoiled(['CONFIG', 'SET', 'maxmemory', '1'], ['CONFIG', 'SET', 'maxmemory', '0']);
// Port 9 is where things are thrown away: the master it is told to follow never answers.
const copy = spoiled(['REPLICAOF', '127.0.0.1', '9'], ['REPLICAOF', 'NO', 'ONE']);

export const redis = [
  {
    name: 'redis-flush',
    says: 'Redis is emptied while it runs',
    lane: 'redis',
    async strike(house) {
      await house.tellRedis('FLUSHALL');
      await pause(settleMs);
    },
  },
  {
    name: 'redis-empty',
    says: 'Redis is replaced by an empty one',
    lane: 'redis',
    kills: 1,
    async strike({ redis: server, emptyRedis }) {
      await server.kill();
      emptyRedis();
      await server.up();
      await pause(settleMs);
    },
  },
  {
    name: 'redis-away',
    says: 'Redis is killed and stays away',
    lane: 'redis',
    kills: 1,
    async strike({ redis: server }, { holdMs }) {
      await server.kill();
      await pause(holdMs);
      await server.up();
    },
  },
  {
    name: 'redis-full',
    says: 'Redis has no memory left and refuses to write',
    lane: 'redis',
    strike: (house, { holdMs }) => full(house, holdMs),
  },
  {
    name: 'redis-read-only',
    says: 'Redis becomes a copy that cannot be written',
    lane: 'redis',
    strike: (house, { holdMs }) => copy(house, holdMs),
  },
];
