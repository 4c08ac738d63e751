import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addressOf, isConnectionFailure } from '@tandem/database';
import { ConsistentViews } from '@tandem/verification';
import { freshSchema } from '../support/empty-database';
import { gateBefore, type Gate } from '../support/gate';
import { testDatabaseUrl } from '../support/servers';

let gate: Gate;
let throughGate: string;
beforeAll(async () => {
  await freshSchema();
  const url = new URL(testDatabaseUrl());
  gate = await gateBefore(addressOf(url.href).socketPath ?? '');
  url.searchParams.set('socketPath', gate.socket);
  throughGate = url.href;
});
afterAll(() => gate.shut());

/** What became of looking. */
const lookingAt = async (sql: string, { url = testDatabaseUrl(), seconds = 1, meanwhile = () => {} } = {}) => {
  const views = await ConsistentViews.open(url, 1, seconds);
  const looking = views.within(async (ask) => {
    await ask('SELECT 1');
    meanwhile();
    return ask(sql);
  });
  const became = await looking.catch((error: unknown) => error);
  await views.close();
  return became;
};

describe('a look of a verification', () => {
  test('that takes too long is given up by the server, and the verification goes no further', async () => {
    expect(await lookingAt('SELECT SLEEP(20)')).toMatchObject({ code: 'database.too_slow' });
  });

  test('at a server that falls silent is given up, so that another worker can take the verification over', async () => {
    const failure = await lookingAt('SELECT 2', { url: throughGate, meanwhile: () => gate.fallSilent() });
    expect(isConnectionFailure(failure)).toBe(true);
  });

  test('may take five minutes', async () => {
    const views = await ConsistentViews.open(testDatabaseUrl(), 1);
    const [row] = await views.within((ask) => ask<{ most: string }>('SELECT @@SESSION.max_statement_time AS most'));
    await views.close();
    expect(Number(row?.most)).toBe(300);
  });
});
