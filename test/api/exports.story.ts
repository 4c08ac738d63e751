import { anAccount } from '../builders/an-account';
import { anOpportunity, moved } from '../builders/an-opportunity';
import { startApi, type RunningApi } from '../support/start-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const usd = (amountMinor: string) => ({ amountMinor, currency: 'USD' });
const linesOf = (csv: string): string[] => csv.replace('\uFEFF', '').trim().split('\r\n');

test('a list to take along is a file that no spreadsheet calculates', async () => {
  const rep = await api.as('rep', { name: '@Ann' });
  const accountId = await anAccount(api.database, { name: '=HYPERLINK("http://evil.test")' });
  await anOpportunity(rep, { name: '-1+1, please', accountId, amount: usd('-0'), nextStep: '鑫鴻' });
  const { status, headers, body } = await rep.get('/exports/opportunities.csv');
  expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(headers.get('content-disposition')).toBe('attachment; filename="opportunities.csv"');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  const [head, line] = linesOf(body as string);
  expect(head).toBe('id,name,account,stage,outcome,amount,currency,close_date,owner,next_step,next_step_date');
  expect(line?.slice(37)).toBe(
    `"'-1+1, please","'=HYPERLINK(""http://evil.test"")",prospect,open,0.00,USD,,'@Ann,鑫鴻,`,
  );
});

test('everybody takes along what they may see, and the ledger is for all', async () => {
  const [one, other] = [await api.as('rep'), await api.as('rep')];
  const won = await moved(one, await anOpportunity(one, { name: 'Mine', amount: usd('12345') }), 'implement');
  await one.post(
    `/opportunities/${won.id}/reopening`,
    { toStageId: won.stageId, note: 'no' },
    { version: won.version },
  );
  const stage = (await one.get('/funnel')).body.stages.find(({ key }: { key: string }) => key === 'propose').id;
  await one.post(`/opportunities/${won.id}/reopening`, { toStageId: stage, note: 'back' }, { version: won.version });
  expect(linesOf((await one.get('/exports/opportunities.csv')).body as string)).toHaveLength(2);
  expect(linesOf((await other.get('/exports/opportunities.csv')).body as string)).toHaveLength(1);
  const [, ...lines] = linesOf(
    (await other.get('/exports/bookings.csv?from=2026-11-01&until=2026-12-01')).body as string,
  );
  expect(lines.map((line) => line.split(',').slice(4, 8))).toEqual([
    ['new_business', '2026-11-23', '123.45', 'USD'],
    ['new_business', '2026-11-23', '-123.45', 'USD'],
  ]);
  expect(linesOf((await other.get('/exports/bookings.csv?until=2026-11-23')).body as string)).toHaveLength(1);
  expect((await other.get('/exports/bookings.csv?from=yesterday')).status).toBe(400);
});

test('nobody takes anything along without signing in', async () => {
  for (const file of ['opportunities', 'bookings'])
    expect((await api.anonymous.get(`/exports/${file}.csv`)).status).toBe(401);
});
