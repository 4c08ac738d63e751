import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AccountWire, BookingWire, Card } from '@tandem/contracts';
import { ImportRunner } from '@tandem/exchange';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

const names = ['accounts.csv', 'products.csv', 'sales_teams.csv', 'sales_pipeline.csv'];
let api: RunningApi;
let officer: SignedInClient;
let content: Record<string, string>;

beforeAll(async () => {
  api = await startApi({ clock: new FixedClock('2022-07-01T09:00:00.000Z') });
  officer = await api.as('revenue_officer');
  content = Object.fromEntries(
    names.map((name) => [name, readFileSync(new URL(`../fixtures/crm-sales/${name}`, import.meta.url), 'utf8')]),
  );
  await imported();
});
afterAll(() => api.stop());

/** Sends the export again and says what became of it. */
async function imported() {
  const form = new FormData();
  for (const name of names) form.append('files', new Blob([content[name] ?? '']), name);
  const { body } = await officer.post('/imports/crm-sales', form);
  await api.app.get(ImportRunner).runWaiting();
  return (await officer.get(`/imports/${body.id}`)).body.report;
}
function change(row: string, by: string): void {
  content['sales_pipeline.csv'] = (content['sales_pipeline.csv'] ?? '').replace(row, by);
}
const account = async (name: string) =>
  ((await officer.get(`/accounts?q=${encodeURIComponent(name)}`)).body.items as AccountWire[]).find(
    (found) => found.name.en === name,
  );
const deals = async (filter: string) => (await officer.get(`/opportunities?limit=200&${filter}`)).body.items as Card[];
const worth = (all: readonly Card[], amountMinor: string) => {
  const found = all.find(({ amount }) => amount?.amountMinor === amountMinor);
  if (!found) throw new Error(`nothing is worth ${amountMinor}`);
  return found;
};

test('an account that was merged here stays merged when the export still names it', async () => {
  const [madeira, lights] = [await account('Harbour Lights Madeira'), await account('Harbour Lights')];
  const before = await deals(`accountId=${madeira?.id}`);
  expect(before).toHaveLength(1);
  const merged = await officer.post(
    `/accounts/${madeira?.id}/merge`,
    { intoAccountId: lights?.id, note: 'one and the same' },
    { version: madeira?.version ?? 0 },
  );
  expect(merged.status).toBe(200);
  // A line that changed, and one that is new, both of the account that is no more.
  change('Harbour Lights Madeira,Lost,2022-01-11,2022-03-15,0', 'Harbour Lights Madeira,Lost,2022-01-11,2022-03-16,0');
  content['sales_pipeline.csv'] += 'Z1B2C3D4,Ada Verne,NX Pro,Harbour Lights Madeira,Engaging,2022-06-20,,\n';
  expect((await imported()).total).toMatchObject({ created: 1, updated: 1, refused: 0 });
  expect(await deals(`accountId=${madeira?.id}`)).toEqual([]);
  const now = await deals(`accountId=${lights?.id}`);
  expect(now.find(({ id }) => id === before[0]?.id)?.closeDate).toBe('2022-03-16');
  expect((await officer.get(`/accounts/${madeira?.id}`)).body.mergedInto.id).toBe(lights?.id);
});

test('what was booked by hand is never taken back by an import: the row is left as it is', async () => {
  const deal = worth(await deals('outcome=won'), '481000');
  const credit = { amount: { amountMinor: '100', currency: 'USD' }, note: 'a scratch' };
  expect((await officer.post(`/opportunities/${deal.id}/credits`, credit, { version: deal.version })).status).toBe(200);
  change('Won,2022-03-09,2022-06-02,4810', 'Won,2022-03-09,2022-06-02,4820');
  const { total, refusals } = await imported();
  expect([total.refused, refusals[0].code]).toEqual([1, 'import.changed_here']);
  const { bookings } = (await officer.get(`/opportunities/${deal.id}/history`)).body as { bookings: BookingWire[] };
  expect(bookings.map(({ amount }) => amount.amountMinor)).toEqual(['481000', '-100']);
  change('Won,2022-03-09,2022-06-02,4820', 'Won,2022-03-09,2022-06-02,4810');
});

test('nothing is imported into a locked period, and what lies behind it goes on', async () => {
  await officer.post('/period-locks', { lockedBefore: '2022-06-01', note: 'closed' });
  change('Won,2022-02-20,2022-05-12,480', 'Won,2022-02-20,2022-05-12,490');
  change('Engaging,2022-05-01,,', 'Won,2022-05-01,2022-06-15,700');
  content['sales_pipeline.csv'] += 'Y1B2C3D4,Ada Verne,NX Pro,Quillon,Won,2022-05-01,2022-06-20,99\n';
  const { total, refusals } = await imported();
  expect(total).toMatchObject({ created: 0, updated: 1, refused: 2 });
  expect(refusals.map(({ code }: { code: string }) => code)).toEqual(['import.period_locked', 'import.period_locked']);
  expect(refusals[0].detail).toContain('The row is about 2022-05-12, and everything before 2022-06-01 is locked');
  const won = worth(await deals('outcome=won'), '70000');
  const { bookings } = (await officer.get(`/opportunities/${won.id}/history`)).body as { bookings: BookingWire[] };
  expect(bookings.map(({ bookingDate }) => bookingDate)).toEqual(['2022-06-15']);
});
