import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { date, money } from '@tandem/kernel';
import { SpendService } from '@tandem/spend';
import { anAccount } from '../builders/an-account';
import { anOpportunity, moved } from '../builders/an-opportunity';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let rep: SignedInClient;
beforeAll(async () => {
  api = await startApi();
  rep = await api.as('rep', { name: '@Ann' });
});
afterAll(() => api.stop());

const usd = (amountMinor: string) => ({ amountMinor, currency: 'USD' });
const linesOf = (csv: string): string[] => csv.replace('\uFEFF', '').trim().split('\r\n');

async function file(path: string, headers: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const answer = await rep.get(path, { headers });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  return linesOf(answer.body as string);
}

test('the records behind a figure can be taken along as a file that no spreadsheet calculates', async () => {
  const accountId = await anAccount(api.database, { name: '=1+1' });
  await moved(rep, await anOpportunity(rep, { name: '-1, please', accountId, amount: usd('12345') }), 'implement');
  const [head, line, ...more] = await file('/figures/net_revenue/records?period=2026-11&format=csv');
  expect(head).toBe(
    'id,kind,of,name,name_zh_tw,account_name,account_name_zh_tw,opportunity_id,owner_name,owner_name_zh_tw,date,contribution,contribution_unit',
  );
  expect(line?.slice(36)).toMatch(
    /^,booking,bookings,"'-1, please",,'=1\+1,,[0-9a-f-]{36},'@Ann,,2026-11-23,123\.45,USD$/,
  );
  expect(more).toEqual([]);
  const { headers } = await rep.get('/metrics/waterfall/records?format=csv');
  expect(headers.get('content-disposition')).toBe('attachment; filename="waterfall-records.csv"');
});

test('whoever accepts CSV gets it, and whoever prefers JSON does not', async () => {
  const path = '/metrics/cycle/records?period=2026-11';
  const [head, line] = await file(path, { accept: 'text/csv' });
  expect(head).toMatch(
    /^id,of,opportunity_id,name,name_zh_tw,.*,value,value_currency,milliseconds,days,minutes,from,to$/,
  );
  expect(line).toContain(`"'-1, please"`);
  const json = await rep.get(path, { headers: { accept: 'application/json, text/csv;q=0.5' } });
  expect(json.body.items).toHaveLength(1);
});

test('a list without a record has its columns all the same, and a refusal is told as one', async () => {
  expect(await file('/metrics/slippage/records?period=2011-Q1&format=csv')).toHaveLength(1);
  const refused = await rep.get('/metrics/mix/records?row=none-such&by=product&format=csv&period=1066');
  expect([refused.status, refused.body.code]).toEqual([400, 'period.unknown']);
  expect((await rep.get('/metrics/stale/records?format=xml')).status).toBe(400);
});

test('a list of more than a page is written page by page, each record once, by what was known at the first', async () => {
  const spend = api.app.get(SpendService, { strict: false });
  await api.act(async () => {
    for (let count = 0; count < 1_003; count++) {
      const amount = money(BigInt(count + 1), 'USD');
      await spend.record({ date: date('2026-08-03'), side: 'sales', category: 'people', amount });
    }
  });
  const [, ...lines] = await file('/figures/sales_expense_ratio/records?period=2026-08&format=csv');
  expect(lines).toHaveLength(1_003);
  const ids = lines.map((line) => line.slice(0, 36));
  expect(new Set(ids).size).toBe(1_003);
  const cents = lines.map((line) => Math.round(Number(line.split(',').at(-2)) * 100));
  expect(cents.reduce((sum, one) => sum + one, 0)).toBe((1_003 * 1_004) / 2);
}, 120_000);
