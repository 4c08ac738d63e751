import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { bin } from '@tandem/database';
import { testPassword } from '../builders/a-person';
import { anOpportunity, stageIds } from '../builders/an-opportunity';
import { startApiProcess } from '../fuzz/api-process';
import { Client } from '../support/client';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

jest.setTimeout(90_000);

let api: RunningApi;
let rep: SignedInClient;
let leaving: Awaited<ReturnType<typeof startApiProcess>>;
let client: Client;

beforeAll(async () => {
  // The process of its own has no other clock than the machine's.
  api = await startApi({ clock: new FixedClock(new Date(Date.now() - 60_000).toISOString()) });
  rep = await api.as('rep');
});
afterAll(() => api.stop());
beforeEach(async () => {
  leaving = await startApiProcess();
  client = new Client(leaving.url);
  await client.signIn(rep.person.email, testPassword);
});
afterEach(() => leaving.stop());

/** A move that has to wait for somebody else's lock; `letGo` ends that. */
async function aSlowMove() {
  const opened = await anOpportunity(rep, { stage: 'prospect' });
  const { propose } = await stageIds(rep);
  let letGo = (): void => undefined;
  const until = new Promise<void>((resolve) => (letGo = resolve));
  let isHeld = (): void => undefined;
  const held = new Promise<void>((resolve) => (isHeld = resolve));
  const holding = api.database.write(async () => {
    const id = bin(opened.id);
    await api.database.query('SELECT id FROM opportunity WHERE id = ? FOR UPDATE', [id]);
    isHeld();
    await until;
  });
  await held;
  const answer = client.post(`/opportunities/${opened.id}/moves`, { toStageId: propose }, { version: 1 });
  await pause(300);
  return { answer, letGo: () => (letGo(), holding) };
}

async function connected(): Promise<net.Socket> {
  const socket = net.connect(Number(new URL(leaving.url).port), '127.0.0.1');
  socket.on('error', () => undefined).resume();
  await once(socket, 'connect');
  return socket;
}

const quickly = async (work: Promise<unknown>): Promise<number> => {
  const since = performance.now();
  await work;
  return performance.now() - since;
};

test('told to stop, an API answers who waits, sends nobody new to itself, and ends', async () => {
  const { answer, letGo } = await aSlowMove();
  leaving.child.kill('SIGTERM');
  await pause(200);
  const ready = await fetch(`${leaving.url}/readyz`);
  expect(ready.status).toBe(503);
  expect(ready.headers.get('connection')).toBe('close');
  expect(((await ready.json()) as { code: string }).code).toBe('api.leaving');
  const served = await client.get('/session');
  expect([served.status, served.headers.get('connection')]).toEqual([200, 'close']);
  await letGo();
  const moved = await answer;
  expect([moved.status, moved.body.version]).toEqual([200, 2]);
  expect(moved.headers.get('connection')).toBe('close');
  expect(await quickly(leaving.ended)).toBeLessThan(2_000);
  expect(leaving.child.exitCode).toBe(0);
});

test('nobody who only keeps a connection open keeps the process from ending', async () => {
  const silent = await connected();
  const idle = await connected();
  idle.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(idle, 'data');
  leaving.child.kill('SIGTERM');
  expect(await quickly(leaving.ended)).toBeLessThan(2_000);
  expect(leaving.child.exitCode).toBe(0);
  for (const socket of [silent, idle]) socket.destroy();
});

test('a connection without a word is closed at once, though another one waits for its answer', async () => {
  const { answer, letGo } = await aSlowMove();
  const silent = await connected();
  const closed = once(silent, 'close');
  leaving.child.kill('SIGTERM');
  expect(await quickly(closed)).toBeLessThan(1_000);
  await letGo();
  expect((await answer).status).toBe(200);
});
