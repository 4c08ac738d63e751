import { expect, test } from '@jest/globals';
import { isConnectionFailure } from './failure';
import { sending, silenceOf, type Connection } from './statement';

test('a server that falls silent is given up, and the connection with it', async () => {
  let isDestroyed = false;
  const deaf: Connection = { query: () => undefined, destroy: () => (isDestroyed = true) };
  const failure = await sending(deaf, 20)('SELECT 1').catch((error: unknown) => error);
  expect(isConnectionFailure(failure)).toBe(true);
  expect(isDestroyed).toBe(true);
});

test('an error tells the statement and none of its values', async () => {
  const refusing: Connection = {
    query: (sql, [secret], heard) =>
      heard(Object.assign(new Error('no'), { sql: sql.replace('?', String(secret)) }), null),
    destroy: () => undefined,
  };
  const failure = await sending(refusing, 1_000)('SELECT ?', ['secret']).catch((error: unknown) => error);
  expect(failure).toMatchObject({ message: 'no', sql: 'SELECT ?' });
});

test('an answer in time is passed on, and nothing is given up later', async () => {
  let isDestroyed = false;
  const prompt: Connection = {
    query: (_sql, parameters, heard) => heard(null, parameters),
    destroy: () => (isDestroyed = true),
  };
  expect(await sending(prompt, 5)('SELECT ?', [7])).toEqual([7]);
  await new Promise((resolve) => void setTimeout(resolve, 20));
  expect(isDestroyed).toBe(false);
});

test('where a statement may take for ever, silence is no reason to give up', async () => {
  const slow: Connection = {
    query: (_sql, parameters, heard) => void setTimeout(heard, 30, null, parameters),
    destroy: () => {
      throw new Error('given up');
    },
  };
  expect([silenceOf(0), silenceOf(30)]).toEqual([null, 33_000]);
  expect(await sending(slow, silenceOf(0))('SELECT ?', [7])).toEqual([7]);
});
