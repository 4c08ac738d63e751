import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApi, type RunningApi } from '../support/start-api';
import { noRedis, startWorker, type TestWorker } from '../support/start-worker';

let api: RunningApi;
let worker: TestWorker;
beforeAll(async () => {
  api = await startApi();
  worker = await startWorker(api.clock, noRedis);
});
afterAll(async () => {
  await worker.stop();
  await api.stop();
});

const relayed = `outbox_event WHERE state = 'relayed'`;
const count = async (table: string): Promise<number> => {
  const [row] = await api.database.query<{ n: string }>(`SELECT COUNT(*) AS n FROM ${table}`);
  return Number(row?.n);
};
test('keys of last week, sessions that ended, failed sign-ins and relayed events are forgotten; younger ones and their answers stay', async () => {
  api.clock.set('2026-11-01T09:00:00Z');
  const rep = await api.as('rep');
  await rep.patch('/session/preferences', { locale: 'zh-TW' }, { key: 'old' });
  await api.anonymous.post('/session', { email: 'nobody@example.com', password: 'wrong password' });
  expect(await count('sign_in_failure')).toBe(1);

  api.clock.set('2026-11-08T09:00:00Z');
  await api.anonymous.post('/session', { email: 'somebody@example.com', password: 'wrong password' });
  const young = await api.signIn(rep.person);
  const first = await young.patch('/session/preferences', { locale: 'en' }, { key: 'young' });
  expect(first.status).toBe(200);
  const before = await count('idempotency_key');
  await worker.run('relay-outbox');

  api.clock.set('2026-11-08T09:00:01Z');
  await worker.run('prune');
  expect(await count('idempotency_key')).toBe(before - 1);
  expect(await count('session')).toBe(1);
  expect(await count('sign_in_failure')).toBe(1); // the one of this minute
  expect(await count(relayed)).toBeGreaterThan(0);
  const again = await young.patch('/session/preferences', { locale: 'en' }, { key: 'young' });
  expect([again.status, again.body, again.headers.get('idempotency-replayed')]).toEqual([200, first.body, 'true']);

  api.clock.set('2026-12-24T09:00:00Z'); // what the house began with on 23 November is a month old, too
  await worker.run('prune');
  expect([await count('idempotency_key'), await count('session'), await count(relayed)]).toEqual([0, 0, 0]);
});
