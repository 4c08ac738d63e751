// Bad lines: between clients and API, between the product and its database, Redis, mail server and listeners.
import { setTimeout as pause } from 'node:timers/promises';

/** A client waits 35 seconds for an answer; a hole must close earlier. */
const atMost = (holdMs) => Math.min(holdMs, 15_000);

/** Bad weather on some lines for a while, then fair again. */
async function weather(proxies, bad, holdMs, clearing) {
  for (const proxy of proxies) proxy.set(bad);
  await pause(holdMs);
  for (const proxy of proxies) proxy.clear(clearing);
  return performance.now();
}

const onClients =
  (bad) =>
  (house, { holdMs }) =>
    weather(house.lines.clients, bad, atMost(holdMs), { wakesDead: true });
const onDatabase =
  (bad) =>
  (house, { holdMs }) =>
    weather([house.lines.database], bad, holdMs);
const onRedis =
  (bad) =>
  (house, { holdMs }) =>
    weather([house.lines.redis], bad, holdMs);
const onSmtp =
  (bad) =>
  (house, { holdMs }) =>
    weather([house.lines.smtp], bad, holdMs);
const onWebhooks =
  (bad) =>
  (house, { holdMs }) =>
    weather([house.lines.webhooks], bad, holdMs);

const slow = { delayMs: 50, jitterMs: 150 };
const serving = { lane: 'moves', recovers: 'moves', withinSeconds: 10 };
const breaking = { cutWithin: 4_000 };

export const network = [
  { name: 'line-slow', says: 'clients are far away: 50 to 200 ms each way', lane: 'line', strike: onClients(slow) },
  {
    name: 'line-very-slow',
    says: 'clients are on the moon: a second each way',
    lane: 'line',
    strike: onClients({ delayMs: 1_000 }),
  },
  {
    name: 'line-narrow',
    says: 'clients have 2,000 bytes a second',
    lane: 'moves',
    strike: onClients({ bytesPerSecond: 2_000 }),
  },
  {
    name: 'line-cuts',
    says: 'connections of clients break after random bytes',
    lane: 'line',
    strike: onClients(breaking),
  },
  { name: 'line-hole', says: 'what clients send and hear vanishes', ...serving, strike: onClients({ isHole: true }) },
  {
    name: 'line-freeze',
    says: 'the line of the clients stands still',
    ...serving,
    strike: onClients({ isFrozen: true }),
  },
  { name: 'response-lost', says: 'one answer in five is lost', lane: 'line', strike: onClients({ loseAnswers: 0.2 }) },
  {
    name: 'half-open',
    says: 'the API drops its connections and clients are not told',
    ...serving,
    async strike({ lines }, { holdMs }) {
      for (const line of lines.clients) line.halfOpen();
      return weather(lines.clients, {}, Math.min(holdMs, 5_000), { wakesDead: true });
    },
  },
  {
    name: 'database-slow',
    says: 'the database is 50 to 200 ms away',
    ...serving,
    strike: onDatabase(slow),
    needsDatabaseLine: true,
  },
  {
    name: 'database-cuts',
    says: 'connections to the database break',
    ...serving,
    strike: onDatabase({ cutWithin: 20_000 }),
    needsDatabaseLine: true,
  },
  {
    name: 'database-hole',
    says: 'connections to the database fall silent for ever',
    ...serving,
    strike: onDatabase({ isHole: true }),
    needsDatabaseLine: true,
  },
  { name: 'redis-slow', says: 'Redis is 50 to 200 ms away', lane: 'redis', strike: onRedis(slow) },
  {
    name: 'redis-hole',
    says: 'connections to Redis fall silent for ever',
    lane: 'redis',
    strike: onRedis({ isHole: true }),
  },
  {
    name: 'smtp-cuts',
    says: 'conversations with the mail server break',
    lane: 'smtp',
    strike: onSmtp({ cutWithin: 3_000 }),
  },
  { name: 'smtp-hole', says: 'the mail server never answers', lane: 'smtp', strike: onSmtp({ isHole: true }) },
  {
    name: 'webhook-cuts',
    says: 'deliveries to a receiver of webhooks break',
    lane: 'webhooks',
    strike: onWebhooks({ cutWithin: 600 }),
  },
  {
    name: 'webhook-hole',
    says: 'a receiver of webhooks never answers',
    lane: 'webhooks',
    strike: onWebhooks({ isHole: true }),
  },
];
