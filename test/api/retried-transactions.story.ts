import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { addressOf, bin, dataSource } from '@tandem/database';
import { newId } from '@tandem/kernel';
import { anOpportunity, stageIds } from '../builders/an-opportunity';
import { gateBefore, type Gate } from '../support/gate';
import { testDatabaseUrl } from '../support/servers';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let gate: Gate;
let throughGate: string;
let api: RunningApi;
let rep: SignedInClient;

beforeAll(async () => {
  const url = new URL(testDatabaseUrl());
  gate = await gateBefore(addressOf(url.href).socketPath ?? '');
  url.searchParams.set('socketPath', gate.socket);
  throughGate = url.href;
  api = await startApi({ environment: { DATABASE_URL: throughGate } });
  rep = await api.as('rep');
});
afterAll(async () => {
  await api.stop();
  await gate.shut();
});

const addOffice = (name: string, id = newId()) =>
  api.database.run('INSERT INTO office (id, name) VALUES (?, ?)', [bin(id), name]);
const named = async (like: string) =>
  (await api.database.query<{ name: string }>('SELECT name FROM office WHERE name LIKE ?', [like])).map(
    ({ name }) => name,
  );
/** The server itself says it, and leaves the transaction open as it does after a lock wait. */
const serverSays = (errno: number) =>
  api.database.query(`SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = ${errno}, MESSAGE_TEXT = 'said on purpose'`);

describe('a transaction that can simply run again', () => {
  test.each([
    [1213, 'a deadlock'],
    [1020, 'a row that changed since the snapshot'],
    [1205, 'a lock waited for too long'],
    [1047, 'a node that is not ready'],
  ])('runs again as a whole after %i, %s, and nothing of the first try is kept', async (errno) => {
    let tries = 0;
    await api.database.write(async () => {
      tries += 1;
      await addOffice(`After ${errno}: ${tries}`);
      if (tries === 1) await serverSays(errno);
    });
    expect(await named(`After ${errno}%`)).toEqual([`After ${errno}: 2`]);
  });

  test('lets go of everything after a lock wait before it runs again, though the server would keep it', async () => {
    const held = newId();
    await api.database.write(() => addOffice('Held', held));
    const holding = api.database.write(async () => {
      await api.database.run(`UPDATE office SET name_zh = '持' WHERE id = ?`, [bin(held)]);
      await pause(4_500);
    });
    await pause(100);
    let tries = 0;
    await api.database.write(async () => {
      tries += 1;
      await addOffice(`Waited ${tries}`);
      await api.database.run(`UPDATE office SET name_zh = '等' WHERE id = ?`, [bin(held)]);
    });
    await holding;
    expect(tries).toBe(2);
    expect(await named('Waited%')).toEqual(['Waited 2']);
  });

  test('is given up after five tries, and whoever asked is told to come back', async () => {
    let tries = 0;
    const contended = api.database.write(async () => {
      tries += 1;
      await addOffice('Never kept');
      await serverSays(1213);
    });
    await expect(contended).rejects.toMatchObject({ code: 'database.contended', facts: { retryAfter: 1 } });
    expect(tries).toBe(5);
    expect(await named('Never kept')).toEqual([]);
  });

  test('does not run again after what no other try would mend', async () => {
    let tries = 0;
    const refused = api.database.write(async () => {
      tries += 1;
      await serverSays(1644);
    });
    await expect(refused).rejects.toMatchObject({ errno: 1644 });
    expect(tries).toBe(1);
  });
});

describe('a connection that breaks at COMMIT', () => {
  test.each([
    ['answer', 'was made', 'true'],
    ['question', 'was not made', null],
  ] as const)(
    'leaves the outcome unknown; the same key finds out when the %s is lost that it %s',
    async (lost, _, replayed) => {
      const opened = await anOpportunity(rep, { stage: 'prospect' });
      const { propose } = await stageIds(rep);
      const move = () =>
        rep.post(`/opportunities/${opened.id}/moves`, { toStageId: propose }, { version: 1, key: `lost ${lost}` });
      gate.breakAt('COMMIT', lost);
      const unknown = await move();
      expect(unknown.status).toBe(503);
      expect(unknown.body.code).toBe('database.outcome_unknown');
      const settled = await move();
      expect(settled.status).toBe(200);
      expect(settled.body.version).toBe(2);
      expect(settled.headers.get('idempotency-replayed')).toBe(replayed);
      expect((await rep.get(`/opportunities/${opened.id}/history`)).body.moves).toHaveLength(2);
    },
  );
});

describe('a connection that does not keep our settings', () => {
  /** Opens through a line that lets the server hear something else; says why that failed, and what the log says. */
  const openingWith = async (said: string, heard: string) => {
    const lines: string[] = [];
    Logger.overrideLogger({ log: () => {}, warn: () => {}, error: (line: string) => void lines.push(line) });
    gate.swap([said, heard]);
    const failure = await dataSource(throughGate, { connections: 1, statementSeconds: 5 }).initialize().catch(String);
    gate.swap(null);
    return { failure, lines };
  };

  test.each([
    ['READ COMMITTED', 'SERIALIZABLE  '],
    ["time_zone='+00:00'", "time_zone='+09:00'"],
    ['STRICT_ALL_TABLES', 'NO_ZERO_DATE,ANSI'],
  ])('is not used when the server hears no %s, and the log says why', async (said, heard) => {
    const { failure, lines } = await openingWith(said, heard);
    expect(failure).toContain('Connection lost: it does not keep our settings');
    expect(lines).toEqual([expect.stringMatching(/is not used, because it does not keep our settings: .*time_zone/)]);
  });

  test('is not used either when the server refuses one of them', async () => {
    const { failure, lines } = await openingWith('STRICT_ALL_TABLES', 'STRICT_ALL_TABLEZ');
    expect(failure).toContain('Connection lost: the server refuses a setting');
    expect(lines).toEqual([expect.stringContaining('STRICT_ALL_TABLEZ')]);
  });
});
