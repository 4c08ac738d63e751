import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { gateBefore, type Gate } from '../support/gate';
import { freshSchema } from '../support/empty-database';
import { testDatabaseUrl, testRedisUrl } from '../support/servers';

jest.setTimeout(60_000);

const root = fileURLToPath(new URL('../..', import.meta.url));
const silenceSeconds = 5;

let gate: Gate;
let throughGate: string;
let worker: ChildProcess | null = null;
let address: string;
beforeAll(async () => {
  await freshSchema();
  const url = new URL(testDatabaseUrl());
  gate = await gateBefore(url.searchParams.get('socketPath') ?? '');
  url.searchParams.set('socketPath', gate.socket);
  throughGate = url.href;
});
afterEach(() => {
  worker?.kill('SIGKILL');
  worker = null;
});
afterAll(() => gate.shut());

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  return port;
}

/** The built worker as a supervisor runs it. */
async function aWorker(): Promise<ChildProcess> {
  const port = await freePort();
  address = `http://127.0.0.1:${port}/healthz`;
  worker = spawn(process.execPath, ['dist/packed/worker.js'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: throughGate,
      REDIS_URL: testRedisUrl(),
      QUEUE_PREFIX: 'process-story',
      WORKER_PORT: String(port),
      WORKER_SILENCE_SECONDS: String(silenceSeconds),
      LOG_LEVEL: 'silent',
    },
    stdio: 'inherit',
  });
  await until(async () => (await health())?.status === 200);
  return worker;
}

async function health(): Promise<{ status: number; body: Record<string, unknown> } | null> {
  try {
    const answer = await fetch(address);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  } catch {
    return null;
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return;
    await pause(100);
  }
  throw new Error('it did not happen within 20 seconds');
}

const endOf = async (child: ChildProcess): Promise<unknown> =>
  (child.exitCode ?? (await once(child, 'exit'))[0]) as unknown;

test('a worker shows that it lives, and ends quietly when it is told to', async () => {
  const child = await aWorker();
  await pause((silenceSeconds + 2) * 1_000);
  expect(await health()).toMatchObject({ status: 200, body: { status: 'ok' } });
  child.kill('SIGTERM');
  expect(await endOf(child)).toBe(0);
});

test('a worker that cannot write its heartbeat says so, and ends so that a new one can start', async () => {
  const child = await aWorker();
  await pause((silenceSeconds + 1) * 1_000);
  expect(child.exitCode).toBeNull();
  await gate.shut();
  expect((await health())?.status).toBe(503);
  expect(await endOf(child)).toBe(1);
  await gate.open();
});

test('a worker that was stopped for too long ends itself when it goes on', async () => {
  const child = await aWorker();
  child.kill('SIGSTOP');
  await pause((silenceSeconds + 1) * 1_000);
  expect(child.exitCode).toBeNull();
  child.kill('SIGCONT');
  expect(await endOf(child)).toBe(1);
});
