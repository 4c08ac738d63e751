// Every run by its name: what is broken, for how long, and what else is looked at.
import { kinds } from './strikes/kinds.mjs';

const everyKill = ['api-kill', 'database-kill', 'redis-kill', 'worker-kill'];
const everyWeather = [
  'redis-flush',
  'redis-empty',
  'redis-away',
  'response-lost',
  'line-cuts',
  'line-slow',
  'line-hole',
  'line-narrow',
  'half-open',
];

/** F1 + F3 + F4 + F9 of the fault plan together. */
const together = (kills, weathers) => [
  { kinds: everyKill, count: kills },
  { kinds: everyWeather, count: weathers },
];

const composed = [
  {
    name: 'quick',
    says: 'a little of everything in two minutes: what CI runs',
    strikes: [...together(8, 6), { kinds: ['api-clock', 'worker-clock'], count: 2 }],
    seconds: 40,
    hold: 3,
    agendas: 4,
    step: 25,
    slack: 4,
    provesItself: true,
  },
  {
    name: 'long',
    says: 'half an hour of 60 kills and bad weather',
    strikes: [...together(60, 45), { kinds: ['connection-kills'], count: 6 }],
    seconds: 1_800,
    hold: 15,
    agendas: 20,
    step: 1,
    provesItself: true,
  },
  {
    name: 'combined',
    says: 'API, MariaDB, Redis and worker are killed, Redis forgets, lines break: all in one minute',
    strikes: [...together(8, 6), { kinds: ['connection-kills'], count: 1 }],
    seconds: 60,
    hold: 5,
    agendas: 4,
  },
  {
    name: 'network-cut',
    says: 'a move request and its answer are cut at every byte, and asked for again',
    step: 1,
  },
  {
    name: 'network-stall',
    says: 'only the first bytes of a request arrive, on connections that stay open',
    stalls: 48,
  },
  {
    name: 'network-slow',
    says: 'slow and narrow lines before the API and before the database',
    strikes: [{ kinds: ['line-slow', 'line-very-slow', 'line-narrow', 'database-slow'], count: 4 }],
    seconds: 60,
    hold: 8,
  },
  {
    name: 'worker-zombie',
    says: kinds.get('worker-zombie').says,
    strikes: [{ kinds: ['worker-zombie'], count: 1 }],
    seconds: 110,
    hold: 90,
    agendas: 4,
    workers: 2,
  },
  {
    name: 'clock-skew',
    says: 'computers whose clocks are an hour off and 90 s apart are started again with others',
    strikes: [{ kinds: ['api-clock', 'worker-clock'], count: 8 }],
    seconds: 60,
    agendas: 4,
    apis: 2,
    workers: 2,
    clocks: { apis: [3_600, -3_600], workers: [-3_600, 90] },
  },
  {
    name: 'database-full',
    says: `${kinds.get('database-full').says}, and then is not (as root on Linux only)`,
    strikes: [{ kinds: ['database-full'], count: 2 }],
    seconds: 90,
    hold: 20,
  },
  {
    name: 'backup',
    says: kinds.get('backup').says,
    strikes: [{ kinds: ['backup'], count: 2 }],
    seconds: 40,
  },
  {
    name: 'redis-away',
    says: kinds.get('redis-away').says,
    strikes: [{ kinds: ['redis-away'], count: 1 }],
    seconds: 60,
    hold: 25,
    agendas: 3,
  },
];

/** Passes only when the judges see the loss. */
const planted = {
  name: 'planted-loss',
  says: 'a MariaDB that forgets what it acknowledged is killed: the proof that a loss would be seen',
  strikes: [{ kinds: ['database-kill'], count: 3 }],
  seconds: 25,
  isForgetful: true,
};

/** Lanes in which an agenda could be missed or a letter go astray. */
const agendaLanes = ['worker', 'redis', 'smtp', 'webhooks'];

/** A kind of fault alone, a few times. */
const alone = ({ name, says, kills = 0, lane }) => ({
  name,
  says,
  strikes: [{ kinds: [name], count: kills > 0 ? 3 : 2 }],
  seconds: 45,
  hold: 8,
  agendas: agendaLanes.includes(lane) ? 2 : 0,
});

const isComposed = ({ name }) => composed.some((run) => run.name === name);

/** Every run by its name. */
export const catalogue = new Map(
  [...composed, planted, ...[...kinds.values()].filter((kind) => !isComposed(kind)).map(alone)].map((run) => [
    run.name,
    run,
  ]),
);
