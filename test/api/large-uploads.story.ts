import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ImportRunner } from '@tandem/exchange';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

const contentOf = (name: string): string =>
  readFileSync(new URL(`../fixtures/crm-sales/${name}`, import.meta.url), 'utf8');

let api: RunningApi;
let admin: SignedInClient;
beforeAll(async () => {
  api = await startApi();
  admin = await api.as('administrator');
});
afterAll(() => api.stop());

/** Ids that hardly compress, as those of real exports do; the same ones each time. */
function* ids(): Generator<string> {
  for (let state = 7n; ; state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n)
    yield state.toString(36);
}

function upload(pipeline: string): FormData {
  const form = new FormData();
  for (const name of ['accounts.csv', 'products.csv', 'sales_teams.csv'])
    form.append('files', new Blob([contentOf(name)]), name);
  form.append('files', new Blob([pipeline]), 'sales_pipeline.csv');
  return form;
}

function aPipelineOf(rows: number): string {
  const [header = ''] = contentOf('sales_pipeline.csv').split('\n');
  const id = ids();
  const row = () => `${id.next().value},${id.next().value},NX Pro,Quillon,Engaging,2022-02-01,,`;
  return [header.trim(), ...Array.from({ length: rows }, row)].join('\n');
}

// Much is read and written here, and the machine may have other things to do.
const patience = 120_000;

describe('a large upload', () => {
  test(
    'holds up nobody else: while its files are read, questions are answered',
    async () => {
      const form = upload(aPipelineOf(80_000));
      let answers = 0;
      const sent = admin.post('/imports/crm-sales', form);
      for (let left = true; left; answers++)
        left = await Promise.race([sent.then(() => false), admin.get('/funnel').then(() => true)]);
      expect((await sent).status).toBe(202);
      // One behind the other, and no milliseconds, so that a busy machine makes no difference: an upload that is read in one go lets
      // two or three of them in between.
      expect(answers).toBeGreaterThan(10);
    },
    patience,
  );

  test(
    'is kept and read in more parts than one statement takes',
    async () => {
      const { body } = await admin.post('/imports/crm-sales', upload(aPipelineOf(80_000)));
      const [kept] = await api.database.query<{ parts: string }>(
        `SELECT COUNT(*) AS parts FROM import_file f JOIN import_run r ON r.id = f.run_id
       WHERE f.name = 'sales_pipeline.csv' AND r.rows_total = ?`,
        [body.rowsTotal],
      );
      expect(Number(kept?.parts)).toBeGreaterThan(2);
      while (await api.app.get(ImportRunner).runWaiting());
      const done = await admin.get(`/imports/${body.id}`);
      expect(done.body).toMatchObject({ state: 'done', rowsDone: body.rowsTotal });
    },
    patience,
  );
});
