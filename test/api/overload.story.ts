import { AsyncResource } from 'node:async_hooks';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bin } from '@tandem/database';
import { newId } from '@tandem/kernel';
import { anOpportunity, stageIds } from '../builders/an-opportunity';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let rep: SignedInClient;

beforeAll(async () => {
  api = await startApi({ environment: { DATABASE_CONNECTIONS: '4', DATABASE_STATEMENT_SECONDS: '2' } });
  rep = await api.as('rep');
});
afterAll(() => api.stop());

const asleep = (seconds: number) => api.database.query(`SELECT SLEEP(${seconds})`);

describe('when there is too much to do', () => {
  test('reads are turned away at once while moves are still saved', async () => {
    const opened = await anOpportunity(rep, { stage: 'prospect' });
    const { propose } = await stageIds(rep);
    const crowd = Array.from({ length: 150 }, () => asleep(0.02));
    const [list, me, move] = await Promise.all([
      rep.get('/opportunities', { patient: false }),
      rep.get('/session'),
      rep.post(`/opportunities/${opened.id}/moves`, { toStageId: propose }, { version: 1 }),
    ]);
    await Promise.all(crowd);
    expect(list.status).toBe(503);
    expect(list.body.code).toBe('api.overloaded');
    expect(Number(list.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(me.status).toBe(200);
    expect(move.status).toBe(200);
    expect((await rep.get('/opportunities')).status).toBe(200);
  });

  test('reads that take long leave connections for moves', async () => {
    const opened = await anOpportunity(rep, { stage: 'prospect' });
    const { propose } = await stageIds(rep);
    const reading = Array.from({ length: 24 }, () => api.database.asReader(() => asleep(1.9)).catch(() => 'busy'));
    await new Promise((resolve) => void setTimeout(resolve, 700));
    const list = await rep.get('/opportunities', { patient: false });
    const moved = await rep.post(`/opportunities/${opened.id}/moves`, { toStageId: propose }, { version: 1 });
    expect(list.body.code).toBe('api.overloaded');
    expect(moved.status).toBe(200);
    expect((await Promise.all(reading)).filter((answer) => answer === 'busy').length).toBeGreaterThan(10);
    expect((await rep.get('/opportunities')).status).toBe(200);
  });

  test('whoever finds every connection in use for too long is told to come back, and nothing is half-written', async () => {
    const holding = Array.from({ length: 4 }, () =>
      api.database.write(() => api.database.query('SELECT SLEEP(1.9)').then(() => asleep(1.9))),
    );
    const answer = await rep.post('/opportunities', { name: 'Late' });
    expect(answer.status).toBe(503);
    expect(answer.body.code).toBe('database.busy');
    await Promise.all(holding);
    const [found] = await api.database.query<{ n: string }>(
      `SELECT COUNT(*) AS n FROM opportunity WHERE name = 'Late'`,
    );
    expect(Number(found?.n)).toBe(0);
  });

  test('a statement that takes too long is given up by the server and told as such', async () => {
    const endless = `WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 900)
      SELECT COUNT(*) FROM n a, n b, n c, n d`;
    await expect(api.database.query(endless)).rejects.toMatchObject({
      code: 'database.too_slow',
    });
  });

  test('every connection works in UTC, strictly, and reads what is committed', async () => {
    const settings = () =>
      api.database.query<{ Variable_name: string; Value: string }>(
        `SHOW SESSION VARIABLES WHERE SLEEP(0.05) = 0 AND Variable_name IN
           ('time_zone', 'sql_mode', 'tx_isolation', 'max_statement_time', 'innodb_lock_wait_timeout')`,
      );
    // Four connections there are, and each is busy for so long that all of them have to answer.
    const answers = await Promise.all(Array.from({ length: 4 }, settings));
    for (const rows of answers) {
      const found = Object.fromEntries(rows.map(({ Variable_name: name, Value: value }) => [name, value]));
      expect(found).toMatchObject({ time_zone: '+00:00', sql_mode: expect.stringContaining('STRICT_ALL_TABLES') });
      expect(found['tx_isolation']).toBe('READ-COMMITTED');
      expect(Number(found['max_statement_time'])).toBe(2);
      expect(Number(found['innodb_lock_wait_timeout'])).toBe(4);
    }
  });

  test('a change sees what others committed since it began', async () => {
    const named = () => api.database.query(`SELECT name FROM office WHERE name = 'Meanwhile'`);
    const add = () => api.database.run(`INSERT INTO office (id, name) VALUES (?, 'Meanwhile')`, [bin(newId())]);
    let committed: Promise<unknown> = Promise.resolve();
    const outside = AsyncResource.bind(() => (committed = api.database.write(add)));
    await api.database.write(async () => {
      expect(await named()).toEqual([]);
      void outside();
      await committed;
      expect(await named()).toHaveLength(1);
    });
  });
});
