import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { addressOf, migrate } from '@tandem/database';
import mysql from 'mysql2/promise';
import { anOpportunity, stageIds } from '../builders/an-opportunity';
import { ownServer, type OwnServer } from '../migrations/own-server';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

jest.setTimeout(120_000);

const minute = 60_000;

let server: OwnServer;
let owner: mysql.Connection;
let api: RunningApi;
let rep: SignedInClient;

beforeAll(async () => {
  server = await ownServer();
  await server.start();
  const application = new URL(server.url);
  application.username = 'tandem';
  await migrate(server.url, { application: application.href });
  const { socketPath = '', username, database } = addressOf(server.url);
  owner = await mysql.createConnection({ socketPath, user: username, database });
  api = await startApi({ environment: { DATABASE_URL: application.href } });
  rep = await api.as('rep');
});
afterAll(async () => {
  await api?.stop();
  await owner?.end();
  await server.remove();
});

/** As while another server takes over. */
const takingNoWrites = async <T>(work: () => Promise<T>): Promise<T> => {
  await owner.query('SET GLOBAL read_only = 1');
  try {
    return await work();
  } finally {
    await owner.query('SET GLOBAL read_only = 0');
  }
};

describe('when the database takes no writes', () => {
  test('a change is told to come back, and the same request with the same key is carried out when it does', async () => {
    const opened = await anOpportunity(rep, { stage: 'prospect' });
    const { propose } = await stageIds(rep);
    const move = () =>
      rep.post(`/opportunities/${opened.id}/moves`, { toStageId: propose }, { version: 1, key: 'taken over' });
    const refused = await takingNoWrites(move);
    expect(refused.status).toBe(503);
    expect(refused.body).toMatchObject({
      code: 'database.read_only',
      detail: expect.stringContaining('takes no changes'),
    });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await move()).body.version).toBe(2);
  });

  test('people go on reading, also those whose session is due to be written back', async () => {
    const opened = await anOpportunity(rep, { stage: 'prospect' });
    api.clock.advance(6 * minute);
    await takingNoWrites(async () => {
      expect((await rep.get(`/opportunities/${opened.id}`)).status).toBe(200);
      expect((await fetch(`${api.url}/readyz`)).status).toBe(200);
    });
    const seen = () => api.database.query<{ at: Date }>('SELECT MAX(last_seen_at) AS at FROM session');
    expect((await rep.get('/session')).status).toBe(200);
    expect((await seen())[0]?.at).toEqual(api.clock.now());
  });

  test('a database without room says so, and in the language of who asks', async () => {
    await owner.query('SET GLOBAL max_heap_table_size = 16384');
    await owner.query('SET SESSION max_heap_table_size = 16384');
    await owner.query('ALTER TABLE sign_in_failure ENGINE = MEMORY');
    const fill = async () => {
      for (let n = 0; n < 10_000; n++)
        await owner.query('INSERT INTO sign_in_failure (email_norm, failures, last_at) VALUES (?, 1, NOW(6))', [
          `n${n}`,
        ]);
    };
    await expect(fill()).rejects.toMatchObject({ errno: 1114 });
    const refused = await api.anonymous.post(
      '/session',
      { email: 'nobody@example.com', password: 'not it' },
      { headers: { 'accept-language': 'zh-TW' } },
    );
    expect(refused.status).toBe(503);
    expect(refused.body).toMatchObject({ code: 'database.full', detail: expect.stringContaining('空間已滿') });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
