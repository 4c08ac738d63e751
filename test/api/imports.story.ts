import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ImportRunner } from '@tandem/exchange';
import { testPassword } from '../builders/a-person';
import { Client } from '../support/client';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

const names = ['accounts.csv', 'products.csv', 'sales_teams.csv', 'sales_pipeline.csv'];
const contentOf = (name: string): string =>
  readFileSync(new URL(`../fixtures/crm-sales/${name}`, import.meta.url), 'utf8');

function upload(
  changes: Readonly<Record<string, string | Uint8Array>> = {},
  fields: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const name of names) form.append('files', new Blob([Buffer.from(changes[name] ?? contentOf(name))]), name);
  return form;
}

let api: RunningApi;
let admin: SignedInClient;
beforeEach(async () => {
  api = await startApi({ clock: new FixedClock('2022-07-01T09:00:00.000Z') });
  admin = await api.as('administrator');
});
afterEach(() => api.stop());

const work = () => api.app.get(ImportRunner).runWaiting();

describe('importing by upload', () => {
  test('an upload is accepted, worked on, and reported with the figures it brings', async () => {
    const started = await admin.post('/imports/crm-sales', upload());
    expect(started.status).toBe(202);
    expect(started.headers.get('location')).toBe(`/api/v1/imports/${started.body.id}`);
    expect(started.body).toMatchObject({ state: 'waiting', dryRun: false, rowsTotal: 34, rowsDone: 0, report: null });
    await work();
    const done = await admin.get(`/imports/${started.body.id}`);
    expect(done.body).toMatchObject({
      state: 'done',
      rowsDone: 34,
      problem: null,
      report: { total: { read: 34, created: 34, refused: 0 } },
    });
    const board = await admin.get('/figures/scoreboard?period=2022-Q2');
    const closings = board.body.figures.find((figure: { key: string }) => figure.key === 'closings');
    expect(closings.value).toEqual({ unit: 'count', count: 4 });
    const list = await admin.get('/imports');
    expect(list.body.items).toHaveLength(1);
  });

  test('a dry run says what would be done and leaves everything as it is', async () => {
    const started = await admin.post('/imports/crm-sales', upload({}, { dryRun: 'true' }));
    await work();
    expect((await admin.get(`/imports/${started.body.id}`)).body.report.total).toMatchObject({ created: 34 });
    expect((await admin.get('/opportunities')).body.items).toHaveLength(0);
  });

  test('every kind of faulty file is refused at once, in the words of the reader, and no run is left behind', async () => {
    const header = 'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value';
    const faults: readonly [string, Record<string, string | Uint8Array>][] = [
      ['import.empty_file', { 'products.csv': '' }],
      ['import.duplicate_column', { 'products.csv': 'product,series,sales_price,Product\nNX Pro,NX,1,x\n' }],
      ['import.wrong_encoding', { 'accounts.csv': new Uint8Array([0x61, 0xa4, 0xa4, 0x0a]) }],
      ['import.unclosed_quote', { 'sales_pipeline.csv': `${header}\nA,"Ada,b\nC,d\n` }],
      ['import.wrong_delimiter', { 'products.csv': 'product;series;sales_price\nNX Pro;NX;1\n' }],
    ];
    for (const [code, changes] of faults) {
      const answer = await admin.post('/imports/crm-sales', upload(changes));
      expect([answer.status, answer.body.code]).toEqual([400, code]);
    }
    const reader = await api.as('administrator', { locale: 'zh-TW' });
    const refused = await reader.post('/imports/crm-sales', upload({ 'products.csv': 'product,series\nNX Pro,NX\n' }));
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ code: 'import.missing_column', facts: { file: 'products.csv' } });
    expect(refused.body.detail).toContain('缺少欄位');
    expect((await admin.get('/imports')).body.items).toHaveLength(0);
  });

  test('a refused row is explained in the language of whoever reads the report', async () => {
    const row = 'X1,Ada Verne,NX Pro,Quillon,Won,2022-02-30,2022-03-01,100\n';
    const started = await admin.post(
      '/imports/crm-sales',
      upload({ 'sales_pipeline.csv': contentOf('sales_pipeline.csv') + row }),
    );
    await work();
    const reader = await api.as('revenue_officer', { locale: 'zh-TW' });
    const path = `/imports/${started.body.id}`;
    expect((await admin.get(path)).body.report.refusals).toMatchObject([
      { row: 20, code: 'import.date_unreadable', detail: expect.stringContaining('no date that exists') },
    ]);
    expect((await reader.get(path)).body.report.refusals).toMatchObject([
      { row: 20, detail: expect.stringContaining('2022-02-30') },
    ]);
    expect((await reader.get(path)).body.report.refusals[0].detail).toContain('日期');
  });

  test('the same upload sent twice with one key is one import, another upload under that key none', async () => {
    const key = 'the same key';
    const first = await admin.post('/imports/crm-sales', upload(), { key });
    const again = await admin.post('/imports/crm-sales', upload(), { key });
    expect(again.body.id).toBe(first.body.id);
    expect((await admin.post('/imports/crm-sales', upload({}, { dryRun: 'true' }), { key })).status).toBe(422);
    expect((await admin.get('/imports')).body.items).toHaveLength(1);
  });

  test('whatever else lies in the folder is passed over', async () => {
    const form = upload();
    form.append('files', new Blob([new Uint8Array(1024 * 1024)]), 'export/metadata.csv');
    const started = await admin.post('/imports/crm-sales', form);
    expect([started.status, started.body.rowsTotal]).toEqual([202, 34]);
  });

  test('only an administrator and the revenue officer import, and only files', async () => {
    const rep = await api.as('rep');
    expect((await rep.post('/imports/crm-sales', upload())).status).toBe(403);
    expect((await rep.get('/imports')).status).toBe(403);
    expect((await admin.post('/imports/crm-sales', { files: [] })).status).toBe(415);
    expect((await admin.post('/imports/crm-sales', upload({}, { dryRun: 'perhaps' }))).status).toBe(400);
    expect((await admin.get('/imports/0198a9a0-0000-7000-8000-000000000000')).status).toBe(404);
  });

  test('beside the demo it is refused; replacing the demo keeps the one who asked for it', async () => {
    await api.stop();
    api = await startApi({ clock: new FixedClock('2022-07-01T09:00:00.000Z'), organisation: { holds: 'demo' } });
    admin = await api.as('administrator');
    const refused = await admin.post('/imports/crm-sales', upload());
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('import.holds_demo');
    await api.as('rep');
    const unsafe = await admin.post('/imports/crm-sales', upload({}, { replaceDemo: 'true' }));
    expect([unsafe.status, unsafe.body.code]).toEqual([409, 'import.password_needed']);
    const same = await admin.post('/imports/crm-sales', upload({}, { replaceDemo: 'true', newPassword: testPassword }));
    expect([same.status, same.body.code]).toEqual([409, 'person.same_password']);
    const elsewhere = await api.signIn(admin.person);
    const started = await admin.post(
      '/imports/crm-sales',
      upload({}, { replaceDemo: 'true', newPassword: 'a password of my own' }),
    );
    expect(started.status).toBe(202);
    expect((await elsewhere.get('/session')).status).toBe(401);
    await work();
    expect((await new Client(api.url).signIn(admin.person.email, testPassword)).status).toBe(401);
    expect((await new Client(api.url).signIn(admin.person.email, 'a password of my own')).status).toBe(201);
    expect((await admin.get(`/imports/${started.body.id}`)).body).toMatchObject({
      state: 'done',
      report: { total: { created: 34 } },
    });
    const { body } = await admin.get('/people');
    const known = body.people.map(({ name }: { name: { en: string } }) => name.en);
    expect(known).toContain(admin.person.name);
    expect(known).toHaveLength(9);
  });
});
