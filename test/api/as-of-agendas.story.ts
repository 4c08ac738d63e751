import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { date, money } from '@tandem/kernel';
import { AgendaPlanner } from '@tandem/meetings';
import { SpendService } from '@tandem/spend';
import { aHistory, aWonDeal } from '../builders/a-history';
import { aSalesFloor, type SalesFloor } from '../builders/a-sales-floor';
import { aSeries } from '../builders/a-series';
import { anAccount } from '../builders/an-account';
import { anExchangeRate } from '../builders/an-exchange-rate';
import { anOpportunity } from '../builders/an-opportunity';
import { adjusted, locked, redated, restated, withdrawn } from '../builders/later-knowledge';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { passTo } from '../support/told-figures';

let api: RunningApi;
let chair: SignedInClient;
let floor: SalesFloor;
beforeAll(async () => {
  api = await startApi();
  chair = await api.as('revenue_officer', { name: 'Ann' });
  floor = await aSalesFloor(api);
});
afterAll(() => api.stop());

const expense = (on: string, amount: bigint) =>
  api.act(() =>
    api.app
      .get(SpendService, { strict: false })
      .record({ date: date(on), side: 'sales', category: 'people', amount: money(amount, 'USD') }),
  );
const compose = (key: string, week: string) =>
  api.act(() => api.app.get(AgendaPlanner, { strict: false }).composeFor(key, week));

/** Everything an agenda says: its items with their facts, and the figures it was written from. */
async function said(id: string) {
  const hex = id.replaceAll('-', '');
  const items = await api.database.query<{ kind: string; facts: string }>(
    `SELECT section, kind, facts FROM agenda_item WHERE agenda_id = UNHEX('${hex}') ORDER BY position`,
  );
  const [kept] = await api.database.query<{ figures: string }>(`SELECT figures FROM agenda WHERE id = UNHEX('${hex}')`);
  return { items, figures: kept?.figures };
}

test('an agenda written months late says what it would have said on time, whatever was learned, corrected and moved since', async () => {
  const [onTime, late] = [await aSeries(api, { chair: chair.person }), await aSeries(api, { chair: chair.person })];
  const accountId = await anAccount(api.database);
  const deal = { teamId: floor.teamId, ownerId: floor.amy, accountId };
  await anExchangeRate(api.database, { from: 'EUR', to: 'USD', date: '2026-01-01', rate: '2' });
  const sold = await aWonDeal(api, '2026-02-09', deal);
  const won = await aHistory(api, {
    ...deal,
    currency: 'EUR',
    steps: [
      { at: '2026-01-05T09:00:00Z' },
      { at: '2026-01-20T09:00:00Z', stage: 'propose' },
      { at: '2026-02-10T09:00:00Z', stage: 'implement' },
    ],
  });
  const open = await aHistory(api, {
    ...deal,
    steps: [
      { at: '2026-01-05T09:00:00Z', amountMinor: 90_000n },
      { at: '2026-01-12T09:00:00Z', stage: 'negotiate' },
    ],
  });
  await api.database.write(() =>
    api.database.run(`UPDATE opportunity SET next_step = 'call', next_step_date = '2026-12-24'`),
  );
  await passTo(api, '2026-02-11T09:00:00Z');
  await expense('2026-02-01', 400n);
  expect((await redated(chair, open, 2, '2026-01-09T09:00:00.000Z')).status).toBe(200);
  await passTo(api, '2026-03-01T09:30:00Z');
  const before = await said(await compose(onTime.key, '2026-W10'));
  expect(before.items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['figure', 'mix', 'purse']));
  expect(JSON.stringify(before.items)).toContain('90000');

  await passTo(api, '2026-03-02T08:00:00Z');
  await expense('2026-02-02', 5_000n);
  const later = [
    await restated(chair, 'EUR', '2026-02-01', '3'),
    await withdrawn(chair, won),
    await redated(chair, open, 2, '2026-02-20T09:00:00.000Z'),
    await locked(chair, '2026-02-13'),
    await adjusted(chair, sold, '7000', '2026-02-12'),
  ];
  expect(later.map(({ status }) => status)).toEqual([200, 200, 200, 201, 200]);
  await anOpportunity(chair, {
    stage: 'negotiate',
    amount: { amountMinor: '800000', currency: 'USD' },
    ownerId: floor.ben,
    closeDate: '2026-01-15',
  });
  const { version } = (await chair.get(`/opportunities/${open}`)).body as { version: number };
  await chair.patch(`/opportunities/${open}`, { amount: { amountMinor: '1', currency: 'USD' } }, { version });
  await passTo(api, '2026-08-01T09:00:00Z');
  expect(await said(await compose(late.key, '2026-W10'))).toEqual(before);

  await passTo(api, '2026-03-08T09:30:00Z');
  const next = await said(await compose(onTime.key, '2026-W11'));
  expect(JSON.stringify(next.items)).toContain('800000');
});

test('the agenda of a week before anything was recorded here tells what has been learned of that week since', async () => {
  const { key } = await aSeries(api, { chair: chair.person }, { firstDate: date('2025-03-03') });
  const steps = [
    { at: '2025-01-07T09:00:00Z', amountMinor: 4_200n },
    { at: '2025-01-09T09:00:00Z', stage: 'propose' },
  ];
  await aHistory(api, { teamId: floor.teamId, ownerId: floor.amy, recordedAt: '2026-08-02T09:00:00Z', steps });
  await passTo(api, '2026-08-03T09:00:00Z');
  expect(JSON.stringify((await said(await compose(key, '2025-W12'))).items)).toContain('4200');
});
