// A computer is started again with another clock than before: an hour ahead, an hour behind, 90 seconds off, or right once more.
import { killAndRaise, pick } from './kills.mjs';

const hourMs = 3_600_000;
const offsets = [hourMs, -hourMs, 90_000, 0];

function anotherClock(part, random) {
  const others = offsets.filter((ms) => ms !== part.clock.aheadMs);
  part.clock.aheadMs = pick(others, random);
  return killAndRaise(part);
}

export const clocks = [
  {
    name: 'api-clock',
    says: 'the API comes back with another clock',
    lane: 'moves',
    kills: 1,
    recovers: 'moves',
    withinSeconds: 5,
    strike: ({ apis }, { random }) => anotherClock(pick(apis, random), random),
  },
  {
    name: 'worker-clock',
    says: 'the worker comes back with another clock',
    lane: 'worker',
    kills: 1,
    recovers: 'worker',
    withinSeconds: 45,
    strike: ({ workers }, { random }) => anotherClock(pick(workers, random), random),
  },
];
