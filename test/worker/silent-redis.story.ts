import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { schedule } from '@tandem/jobs';
import { startApi, type RunningApi } from '../support/start-api';
import { startWorker, type TestWorker } from '../support/start-worker';

jest.setTimeout(120_000);

/** The least there is; a silent connection is made anew this often. */
const silence = 5;

const folder = mkdtempSync(path.join(os.tmpdir(), 'tandem-silent-'));
const socket = path.join(folder, 'redis.sock');
let server: ChildProcess;
let redis: Redis;
let api: RunningApi;
let worker: TestWorker;

beforeAll(async () => {
  server = spawn('redis-server', ['--port', '0', '--unixsocket', socket, '--dir', folder, '--save', ''], {
    stdio: 'ignore',
  });
  await until(() => existsSync(socket));
  redis = new Redis({ path: socket });
  api = await startApi();
  worker = await startWorker(api.clock, { REDIS_URL: `unix://${socket}`, WORKER_SILENCE_SECONDS: String(silence) });
});
afterAll(async () => {
  await worker.stop();
  await api.stop();
  redis.disconnect();
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
  rmSync(folder, { recursive: true, force: true });
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 30_000; performance.now() < end; await pause(50)) if (await holds()) return;
  throw new Error('it did not happen within 30 seconds');
}

/** The ids of the connections that this Redis has open. */
const connections = async (): Promise<string[]> =>
  [...String(await redis.client('LIST')).matchAll(/^id=(\d+)/gm)].map(([, id = '']) => id);

test('a Redis that has become a read-only copy is asked anew again and again, over no more connections than before', async () => {
  worker.start();
  const lines = schedule({ MAIL_SWEEP_SECONDS: 1, WORKER_SILENCE_SECONDS: silence }).length;
  await until(async () => (await redis.zcard('tandem:work:repeat')) === lines);
  await pause(1_000);
  const first = await connections();

  await redis.replicaof('127.0.0.1', '1');
  for (let known = first, rounds = 0; rounds < 4; rounds++) {
    const before = known;
    await until(async () => (await connections()).some((id) => !before.includes(id)));
    await pause(1_000); // all that is opened and closed with it
    known = await connections();
  }
  expect(await connections()).toHaveLength(first.length);

  await redis.replicaof('NO', 'ONE');
  const moved = async () => (await redis.zrange('tandem:work:repeat', 0, -1, 'WITHSCORES')).join(' ');
  const stood = await moved();
  await until(async () => (await moved()) !== stood);
});
