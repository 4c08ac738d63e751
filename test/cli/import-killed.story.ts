import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { documentOf, exportWith, handMadeFile, startCli } from './run-cli';
import { freshDatabase, type TestDatabase } from './test-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const rows = 4_000;

test('an import that is killed half-way goes on where it was, and every row is taken once', async () => {
  const folder = exportWith({ 'sales_pipeline.csv': manyRows() });
  const killed = startCli(['import', 'crm-sales', folder]);
  const gone = new Promise((resolve) => killed.once('close', resolve));
  while (((await database.rows<{ n: number }>('SELECT COUNT(*) AS n FROM opportunity'))[0]?.n ?? 0) < 1_000)
    await pause(5);
  killed.kill('SIGKILL');
  await gone;
  const [left] = await database.rows<{ state: string; done: number }>(
    'SELECT state, rows_done AS done FROM import_run',
  );
  expect(left?.state).toBe('running');
  expect(left?.done).toBeLessThan(rows);

  // A minute later the lease of the dead one is over.
  await database.rows('UPDATE import_run SET lease_until = started_at');
  const { report } = await documentOf<{ report: { total: Record<string, number> } }>('import', 'crm-sales', folder);
  expect(report.total).toMatchObject({ created: 0, unchanged: rows + 16 });
  const runs = await database.rows<{ state: string; report: string }>(
    'SELECT state, CAST(report AS CHAR) AS report FROM import_run ORDER BY started_at',
  );
  expect(runs.map(({ state }) => state)).toEqual(['done', 'done']);
  expect(JSON.parse(runs[0]?.report ?? '{}')).toMatchObject({
    total: { read: rows + 16, created: rows + 16, refused: 0 },
  });
  expect(await database.rows('SELECT COUNT(*) AS n, COUNT(DISTINCT name) AS names FROM opportunity')).toEqual([
    { n: rows, names: rows },
  ]);
  expect(
    await database.rows('SELECT COUNT(*) AS n, COUNT(DISTINCT opportunity_id) AS opportunities FROM booking'),
  ).toEqual([{ n: rows, opportunities: rows }]);
  expect(await database.rows('SELECT COUNT(*) AS n FROM import_file')).toEqual([{ n: 0 }]);
}, 60_000);

function manyRows(): string {
  const [header] = handMadeFile('sales_pipeline.csv').split('\n');
  const lines = Array.from(
    { length: rows },
    (_, place) =>
      `R${place},Ada Verne,NX Basic,,Won,2022-01-05,2022-02-${String((place % 28) + 1).padStart(2, '0')},${place + 1}`,
  );
  return [header, ...lines, ''].join('\n');
}
