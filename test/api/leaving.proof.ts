import { once } from 'node:events';
import http from 'node:http';
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

const onLinux = process.platform === 'linux' ? test : test.skip;

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

/** Asks again as soon as it has its answer, on the same connection until it is told to close; tells why it stopped. */
async function askOnAndOn(url: string) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  let [answers, closing] = [0, 0];
  for (let resets = 0; ;) {
    try {
      const [answer] = (await once(http.get(`${url}/api/v1/session`, { agent }), 'response')) as [http.IncomingMessage];
      await answer.toArray();
      answers++;
      if (answer.headers.connection === 'close') closing++;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // The system may have taken in one connection that the process never saw when it stopped listening; nobody gets a second.
      if (code === 'ECONNRESET' && resets++ === 0) continue;
      return { answers, closing, end: code };
    }
  }
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

test('under questions without end, an API answers all it took in, takes in nobody new, and ends', async () => {
  const asking = Array.from({ length: 6 }, () => askOnAndOn(leaving.url));
  const { answer, letGo } = await aSlowMove();
  await pause(700);
  leaving.child.kill('SIGTERM');
  const took = await quickly(Promise.all(asking));
  for (const { answers, closing, end } of await Promise.all(asking)) {
    expect(end).toBe('ECONNREFUSED');
    expect(closing).toBeGreaterThan(0);
    expect(answers).toBeGreaterThan(closing);
  }
  expect(took).toBeLessThan(4_000);
  expect(leaving.child.exitCode).toBeNull();
  await letGo();
  expect((await answer).status).toBe(200);
  expect(await quickly(leaving.ended)).toBeLessThan(2_000);
  expect(leaving.child.exitCode).toBe(0);
});

test('with nobody but those who ask on and on, an API ends within seconds', async () => {
  const asking = Array.from({ length: 6 }, () => askOnAndOn(leaving.url));
  await pause(1_000);
  leaving.child.kill('SIGTERM');
  expect(await quickly(leaving.ended)).toBeLessThan(4_000);
  expect(leaving.child.exitCode).toBe(0);
  for (const { end } of await Promise.all(asking)) expect(end).toBe('ECONNREFUSED');
});

onLinux('who came by another address of localhost is answered as well, and nobody new is let in there', async () => {
  await leaving.stop();
  leaving = await startApiProcess({ HOST: 'localhost', NODE_OPTIONS: `--import=data:text/javascript,${twoAddresses}` });
  const other = leaving.url.replace('127.0.0.1', '127.0.0.2');
  client = new Client(other);
  await client.signIn(rep.person.email, testPassword);
  const { answer, letGo } = await aSlowMove();
  leaving.child.kill('SIGTERM');
  await pause(200);
  expect((await fetch(`${other}/readyz`)).headers.get('connection')).toBe('close');
  await pause(2_000);
  for (const url of [leaving.url, other]) expect((await askOnAndOn(url)).end).toBe('ECONNREFUSED');
  expect(leaving.child.exitCode).toBeNull();
  await letGo();
  expect((await answer).status).toBe(200);
  expect(await quickly(leaving.ended)).toBeLessThan(2_000);
  expect(leaving.child.exitCode).toBe(0);
});

/** A machine whose `localhost` has two addresses, wherever the test runs. */
const twoAddresses = encodeURIComponent(`
  import dns from 'node:dns';
  const { lookup } = dns;
  const both = ['127.0.0.1', '127.0.0.2'].map((address) => ({ address, family: 4 }));
  dns.lookup = (name, options, tell) =>
    name === 'localhost' && options.all ? process.nextTick(tell, null, both) : lookup(name, options, tell);
`);
