import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { newId } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { testPassword } from '../builders/a-person';
import { anOpportunity, moved } from '../builders/an-opportunity';
import { startApiProcess } from '../fuzz/api-process';
import { Client } from '../support/client';
import { FixedClock } from '../support/fixed-clock';
import { followChanges, type Following } from '../support/follow-changes';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

jest.setTimeout(60_000);

const soonMs = 3_000;

let api: RunningApi;
let rep: SignedInClient;
let listener: SignedInClient;
let open: Following[] = [];

beforeAll(async () => {
  // The process of its own has no other clock than the machine's.
  api = await startApi({ clock: new FixedClock(new Date(Date.now() - 60_000).toISOString()) });
  rep = await api.as('rep');
  listener = await api.as('marketer');
});
afterEach(() => {
  for (const following of open.splice(0)) following.leave();
});
afterAll(() => api.stop());

async function follow(client: Client = listener, url = api.url): Promise<Following> {
  const following = await followChanges(client, url);
  open = [...open, following];
  return following;
}

const relay = () => api.act(() => api.app.get(Outbox, { strict: false }).relay(200, async () => undefined));

/** A change that is written down, and committed when it is told to. */
async function aSlowChange() {
  const subjectId = newId();
  let commit = (): void => undefined;
  const until = new Promise<void>((resolve) => (commit = resolve));
  let isWritten = (): void => undefined;
  const written = new Promise<void>((resolve) => (isWritten = resolve));
  const done = api.act(() =>
    api.database.write(async () => {
      await api.app.get(Outbox, { strict: false }).record({ topic: 'touch.added', subjectKind: 'touch', subjectId });
      // What is left for later is sent with the next question.
      await api.database.query('SELECT 1');
      isWritten();
      await until;
    }),
  );
  await written;
  return { id: subjectId, commit: () => (commit(), done) };
}

test('a change is heard of within a second, by kind and id and nothing else', async () => {
  const following = await follow();
  expect(following.status).toBe(200);
  expect(following.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(following.headers.get('cache-control')).toContain('no-store');
  expect(following.headers.get('x-accel-buffering')).toBe('no');
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const opened = await anOpportunity(rep, { name: 'Nobody may read this here' });
    times.push(await following.hearOf(opened.id));
  }
  process.stdout.write(`heard of after ${times.map((ms) => Math.round(ms)).join(', ')} ms\n`);
  // A machine that tests much else at once is late now and then; most of the time it is not.
  expect(times.toSorted((one, other) => one - other)[2]).toBeLessThan(1_000);
  expect(Math.max(...times)).toBeLessThan(soonMs);
  for (const news of following.heard) expect(Object.keys(news).toSorted()).toEqual(['ids', 'kinds']);
  expect(JSON.stringify(following.heard)).not.toContain('Nobody may');
});

test('a change that is committed late is heard of, though later ones were heard of before and are sealed', async () => {
  const following = await follow();
  const slow = await aSlowChange();
  const opened = await anOpportunity(rep);
  await following.hearOf(opened.id);
  await relay();
  await pause(600);
  expect(following.heard.some(({ ids }) => ids?.includes(slow.id))).toBe(false);
  await slow.commit();
  expect(await following.hearOf(slow.id)).toBeLessThan(soonMs);
  const sealed = await aSlowChange();
  await sealed.commit();
  // Between two looks it is relayed: it does not wait any more, and its seal tells of it.
  await relay();
  expect(await following.hearOf(sealed.id)).toBeLessThan(soonMs);
});

test('whoever begins to listen hears of the last seconds, so that nothing is lost while a page comes up', async () => {
  await anOpportunity(rep);
  for (const following of [await follow(), await follow()]) {
    // How many records that is depends on the stories before this one.
    for (let tries = 0; tries < 200 && following.heard.length === 0; tries++) await pause(20);
    expect(following.heard.flatMap(({ kinds }) => kinds)).toContain('opportunity');
  }
});

test('a stream ends with the session it belongs to', async () => {
  const guest = await api.as('viewer');
  const [theirs, other] = [await follow(guest), await follow()];
  await guest.delete('/session');
  await theirs.ended;
  expect((await follow(guest)).status).toBe(401);
  const opened = await anOpportunity(rep);
  await other.hearOf(opened.id);
});

test('one person holds a dozen streams and no more', async () => {
  const greedy = await api.as('viewer');
  for (let count = 0; count < 12; count++) expect((await follow(greedy)).status).toBe(200);
  expect((await greedy.get('/changes')).body).toMatchObject({ status: 429, code: 'changes.too_many' });
  open.at(-1)?.leave();
  await pause(100);
  expect((await follow(greedy)).status).toBe(200);
});

test('another process tells what this one wrote, and told to stop it lets its listeners go at once', async () => {
  const leaving = await startApiProcess();
  const client = new Client(leaving.url);
  await client.signIn(listener.person.email, testPassword);
  const following = await follow(client, leaving.url);
  const opened = await anOpportunity(rep);
  expect(await following.hearOf(opened.id)).toBeLessThan(soonMs);
  await moved(rep, opened, 'propose');
  const since = performance.now();
  leaving.child.kill('SIGTERM');
  await following.ended;
  expect(performance.now() - since).toBeLessThan(soonMs);
  await leaving.ended;
  expect(performance.now() - since).toBeLessThan(2 * soonMs);
  expect(leaving.child.exitCode).toBe(0);
});
