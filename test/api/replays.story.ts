import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anOpportunity, stageIds } from '../builders/an-opportunity';
import { startApi, type RunningApi } from '../support/start-api';
import type { Answer } from '../support/client';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const told = ({ status, body, headers }: Answer) => ({
  status,
  body,
  etag: headers.get('etag'),
  location: headers.get('location'),
});
const replayed = ({ headers }: Answer) => headers.get('idempotency-replayed');

function upload(): FormData {
  const form = new FormData();
  for (const name of ['accounts', 'products', 'sales_teams', 'sales_pipeline']) {
    const content = readFileSync(new URL(`../fixtures/crm-sales/${name}.csv`, import.meta.url));
    form.append('files', new Blob([content]), `${name}.csv`);
  }
  return form;
}

test('an upload sent twice is one import, and the second answer says where it is, too', async () => {
  const admin = await api.as('administrator');
  const send = () => admin.post('/imports/crm-sales', upload(), { key: 'upload' });
  const [first, second] = [await send(), await send()];
  expect(first.status).toBe(202);
  expect([replayed(first), replayed(second)]).toEqual([null, 'true']);
  expect(told(second)).toEqual(told(first));
  expect((await admin.get('/imports')).body.items).toHaveLength(1);
});

test('two of the same request in the same moment have one effect and one answer', async () => {
  const rep = await api.as('rep');
  const { id } = await anOpportunity(rep);
  const toStageId = (await stageIds(rep))['propose'];
  const send = () => rep.post(`/opportunities/${id}/moves`, { toStageId }, { version: 1, key: 'twin' });
  const [one, other] = await Promise.all([send(), send()]);
  expect(one.status).toBe(200);
  expect(told(other)).toEqual(told(one));
  expect([replayed(one), replayed(other)].filter(Boolean)).toEqual(['true']);
  expect((await rep.get(`/opportunities/${id}/history`)).body.moves).toHaveLength(2);
});

test('what has changed since does not change the answer of the first time', async () => {
  const rep = await api.as('rep');
  const { id } = await anOpportunity(rep);
  const { propose, negotiate } = await stageIds(rep);
  const send = () => rep.post(`/opportunities/${id}/moves`, { toStageId: propose }, { version: 1, key: 'overtaken' });
  const first = await send();
  await rep.post(`/opportunities/${id}/moves`, { toStageId: negotiate }, { version: 2 });
  const again = await send();
  expect(told(again)).toEqual(told(first));
  expect([first.body.version, replayed(again)]).toEqual([2, 'true']);
  expect((await rep.get(`/opportunities/${id}/history`)).body.moves).toHaveLength(3);
});

test('a key of another request is refused before whatever else is wrong', async () => {
  const rep = await api.as('rep');
  const { id } = await anOpportunity(rep);
  const toStageId = (await stageIds(rep))['propose'];
  const move = (version: number) =>
    rep.post(`/opportunities/${id}/moves`, { toStageId }, { version, key: 'used before' });
  expect((await move(1)).status).toBe(200);
  expect((await move(7)).body.code).toBe('idempotency.other_request');
});
