import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addressOf } from '@tandem/database';
import { anOpportunity, moved, stageIds } from '../builders/an-opportunity';
import { gateBefore, type Gate } from '../support/gate';
import { testDatabaseUrl } from '../support/servers';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let gate: Gate;
let api: RunningApi;
let rep: SignedInClient;

beforeAll(async () => {
  const direct = new URL(testDatabaseUrl());
  gate = await gateBefore(addressOf(direct.href).socketPath ?? '');
  direct.searchParams.set('socketPath', gate.socket);
  api = await startApi({ environment: { DATABASE_URL: direct.href, REDIS_URL: 'unix:///nowhere/redis.sock' } });
  rep = await api.as('rep');
});
afterAll(async () => {
  await api.stop();
  await gate.shut();
});

describe('when something else is down', () => {
  test('without Redis opportunities are opened and moved as ever', async () => {
    const opened = await anOpportunity(rep, { stage: 'prospect' });
    expect((await moved(rep, opened, 'propose')).version).toBe(2);
  });

  test('without the database a request says so at once, and the same request works when it is back', async () => {
    const opened = await anOpportunity(rep, { stage: 'prospect' });
    const { propose } = await stageIds(rep);
    const move = () =>
      rep.post(`/opportunities/${opened.id}/moves`, { toStageId: propose }, { version: opened.version, key: 'outage' });
    await gate.shut();
    const refused = await move();
    expect(refused.status).toBe(503);
    expect(refused.body.code).toBe('database.away');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await fetch(`${api.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
    await gate.open();
    const done = await move();
    expect(done.status).toBe(200);
    expect(done.body.version).toBe(2);
    const history = await rep.get(`/opportunities/${opened.id}/history`);
    expect(history.body.moves).toHaveLength(2);
  });
});
