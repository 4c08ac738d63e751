import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { documentOf, runCli, startCli } from './run-cli';
import { freshDatabase, type TestDatabase } from './test-database';

let database: TestDatabase;
let opportunities: number;
beforeAll(async () => {
  database = await freshDatabase();
  await documentOf('seed', 'demo');
  opportunities = await count('opportunity');
}, 60_000);
afterAll(() => database.close());

const count = async (table: string): Promise<number> => {
  const [row] = await database.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`);
  return Number(row?.n);
};

/** Parts of what the sums say, added up; the same only when all of them are. */
const sums = () =>
  database.rows(
    `SELECT (SELECT SUM(won_count * 7 + revenue_minor) FROM rollup_sales) AS sales, (SELECT SUM(entered_count * DAYOFYEAR(day)) FROM rollup_entry) AS entries,
       (SELECT SUM(open_count * DAYOFYEAR(day) + weighted_minor) FROM rollup_pipeline) AS pipeline, (SELECT SUM(connected_new_count + winning_count) FROM rollup_customer) AS customers,
       (SELECT COUNT(*) FROM folded_opportunity) AS folded`,
  );

const isAlive = (pid: number) => existsSync(`/proc/${pid}`);
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

test('several processes make all sums anew, as one alone does', async () => {
  expect(await documentOf('rebuild-figures', '--processes', '1')).toMatchObject({ opportunities });
  const alone = await sums();
  expect(await documentOf('rebuild-figures', '--processes', '3')).toMatchObject({ opportunities });
  expect(await sums()).toEqual(alone);
  expect(await count('ledger_part')).toBe(0);
}, 60_000);

test('who is killed takes the others along, and what was begun is gone on with', async () => {
  const alone = await sums();
  const killed = startCli(['rebuild-figures', '--processes', '3']);
  const gone = new Promise((resolve) => killed.once('exit', resolve));
  const { pid = 0 } = killed;
  while (childrenOf(pid).length < 2) await pause(5);
  const helpers = childrenOf(pid);
  killed.kill('SIGKILL');
  await gone;
  while (helpers.some(isAlive)) await pause(20);
  expect(await documentOf('rebuild-figures')).toMatchObject({ opportunities });
  expect(await sums()).toEqual(alone);
}, 60_000);

test('a number of processes that makes no sense is refused', async () => {
  for (const processes of ['0', 'many', '17'])
    expect(await runCli(['rebuild-figures', '--processes', processes])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('whole number from 1 to 16'),
    });
}, 60_000);
