import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { schedule } from '@tandem/jobs';
import { aSeries } from '../builders/a-series';
import { forgetWork } from '../support/forget-work';
import { testRedisUrl } from '../support/servers';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { noRedis, startWorker, type TestWorker } from '../support/start-worker';

let api: RunningApi;
let chair: SignedInClient;
let worker: TestWorker | null = null;
let redis: Redis;

beforeAll(async () => {
  api = await startApi();
  const url = new URL(testRedisUrl());
  const db = Number(url.searchParams.get('db') ?? url.pathname.slice(1));
  redis = new Redis(
    url.protocol === 'unix:' ? { path: url.pathname, db } : { host: url.hostname, port: Number(url.port), db },
  );
});
beforeEach(async () => {
  await redis.flushdb();
  await forgetWork();
  api.clock.set('2026-11-23T09:00:00Z');
  chair = await api.as('revenue_officer', { name: 'Ann' });
  await aSeries(api, { chair: chair.person });
  api.clock.set('2026-02-28T10:00:00Z'); // the agenda is due a day later
});
afterEach(async () => {
  await worker?.stop();
  worker = null;
});
afterAll(async () => {
  redis.disconnect();
  await api.stop();
});

const sentMails = async () => (await chair.get('/deliveries?state=sent')).body.items;
const isScheduled = async () =>
  (await redis.zcard('tandem:work:repeat')) === schedule({ MAIL_SWEEP_SECONDS: 1, WORKER_SILENCE_SECONDS: 120 }).length;

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (await holds()) return;
    await pause(100);
  }
  throw new Error('it did not happen within 15 seconds');
}

async function expectOneOfEach() {
  await until(async () => (await sentMails()).length > 0);
  await pause(1_500);
  expect((await chair.get('/agendas')).body.items).toHaveLength(1);
  expect(await sentMails()).toHaveLength(1);
}

test('Redis wakes the worker, and the agenda goes out', async () => {
  worker = await startWorker(api.clock);
  worker.start();
  await until(isScheduled);
  api.clock.set('2026-03-01T10:00:00Z');
  await expectOneOfEach();
});

test('a Redis wiped before the due moment loses neither the agenda nor the mail', async () => {
  worker = await startWorker(api.clock);
  worker.start();
  await until(isScheduled);
  await redis.flushdb();
  api.clock.set('2026-03-01T10:00:00Z');
  await expectOneOfEach();
});

test('a Redis wiped again and again while mails are on their way loses none and doubles none', async () => {
  worker = await startWorker(api.clock);
  worker.start();
  api.clock.set('2026-03-01T10:00:00Z');
  for (let wipes = 0; wipes < 20; wipes++) {
    await redis.flushdb();
    await pause(100);
  }
  await expectOneOfEach();
  expect((await sentMails())[0]).toMatchObject({ attempts: 1, maybeDuplicate: false });
});

test('without any Redis the worker goes by its own clock', async () => {
  worker = await startWorker(api.clock, noRedis);
  worker.start();
  api.clock.set('2026-03-01T10:00:00Z');
  await expectOneOfEach();
  const [{ beats }] = (await api.database.query('SELECT COUNT(*) AS beats FROM worker_heartbeat WHERE beat_at = ?', [
    api.clock.now(),
  ])) as [{ beats: string }];
  expect(Number(beats)).toBe(1);
});

test('two workers on one Redis write one agenda and send one mail', async () => {
  worker = await startWorker(api.clock);
  const other = await startWorker(api.clock);
  worker.start();
  other.start();
  api.clock.set('2026-03-01T10:00:00Z');
  await expectOneOfEach();
  await other.stop();
});
