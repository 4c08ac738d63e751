import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AccountWire, BookingWire, Card } from '@tandem/contracts';
import { bin } from '@tandem/database';
import { ImportRunner, ImportService } from '@tandem/exchange';
import { date, type Id } from '@tandem/kernel';
import { HistoryLoader } from '@tandem/opportunities';
import { aHistory } from '../builders/a-history';
import { aSalesFloor } from '../builders/a-sales-floor';
import { stageIds } from '../builders/an-opportunity';
import { aSource } from '../builders/a-source';
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

test('a corrected win stays with whoever won it, though the export names somebody else by now', async () => {
  const deal = worth(await deals('outcome=won'), '460000');
  change('A7B8C9D0,Ada Verne,NXPro,Quillon,Won', 'A7B8C9D0,Ben Okoro,NXPro,Quillon,Won');
  change('2022-02-02,2022-04-01,4600', '2022-02-02,2022-04-01,4601');
  expect((await imported()).total).toMatchObject({ updated: 1, refused: 0 });
  const now = worth(await deals('outcome=won'), '460100');
  expect([now.id, now.owner.id === deal.owner.id]).toEqual([deal.id, false]);
  const lines = await api.database.query(
    'SELECT owner_id AS ownerId, amount_minor AS amount, booking_date AS day FROM booking WHERE opportunity_id = ? ORDER BY amount_minor',
    [bin(deal.id as Id)],
  );
  const adas = { ownerId: deal.owner.id, day: '2022-04-01' };
  expect(lines).toEqual([
    { ...adas, amount: '-460000' },
    { ...adas, amount: '460000' },
    { ...adas, amount: '460100' },
  ]);
});

test('what somebody has edited here is not lost to an import, nor booked without it: the row is left as it is', async () => {
  const deal = (await deals('outcome=open')).find(({ name }) => name === 'Kite 90 · D6E7F8A9');
  const sourceId = await aSource(api.database);
  const cost = { amountMinor: '4000', currency: 'USD' };
  const edit = { name: 'Kites for the harbour', cost, sourceId };
  expect((await officer.patch(`/opportunities/${deal?.id}`, edit, { version: deal?.version ?? 0 })).status).toBe(200);
  change('Engaging,2022-06-14,,', 'Won,2022-06-14,2022-06-25,26000');
  const { total, refusals } = await imported();
  expect([total.refused, total.updated, refusals[0]?.code]).toEqual([1, 0, 'import.changed_here']);
  const { body } = await officer.get(`/opportunities/${deal?.id}`);
  expect(body).toMatchObject({ name: 'Kites for the harbour', cost, source: { id: sourceId }, outcome: 'open' });
  expect((await officer.get(`/opportunities/${deal?.id}/history`)).body.bookings).toEqual([]);
  change('Won,2022-06-14,2022-06-25,26000', 'Engaging,2022-06-14,,');
});

test('a history that is kept is booked at the cost and from the source that are kept', async () => {
  const sourceId = await aSource(api.database);
  const { amy: ownerId, teamId } = await aSalesFloor(api);
  const begun = [{ at: '2022-06-20T08:00:00.000Z', stage: 'negotiate' }];
  const id = await aHistory(api, {
    ownerId,
    teamId,
    steps: begun,
    sourceId,
    costMinor: 4_000n,
    bookingType: 'renewal',
  });
  const stageId = (await stageIds(officer))['implement'] as Id<'stage'>;
  const loader = api.app.get(HistoryLoader, { strict: false });
  await api.act(() =>
    api.database.write(async () => {
      const standing = await loader.standingOf(id);
      if (!standing) throw new Error('it is not there');
      const at = new Date('2022-06-21T08:00:00.000Z');
      const won = { stageId, outcome: 'won', closeDate: date('2022-06-21'), at, recordedAt: at } as const;
      const how = { precision: 'day', origin: 'import_event', actorId: null, reasonKey: null, note: null } as const;
      const change = { id, name: 'Renewed', accountId: null, productId: null };
      const states = [{ ...standing.state, ...won, ...how }];
      await loader.append({ ...change, states }, standing, await loader.books('USD', 'UTC'));
    }),
  );
  const found = await api.database.query(
    'SELECT amount_minor AS amount, cost_minor AS cost, source_id AS sourceId, booking_type AS type FROM booking WHERE opportunity_id = ?',
    [bin(id)],
  );
  expect(found).toEqual([{ amount: '10000', cost: '4000', sourceId, type: 'renewal' }]);
});

test('a file said to be in another currency changes no money that is kept', async () => {
  const bytes = new Map(Object.entries(content).map(([name, text]) => [name, Buffer.from(text)]));
  const run = await api.act(async () => {
    const imports = api.app.get(ImportService);
    return imports.start(await imports.check(bytes), { dryRun: true, replaceDemo: false, currency: 'EUR' });
  });
  await api.app.get(ImportRunner).runWaiting();
  const { refusals } = (await officer.get(`/imports/${run}`)).body.report;
  const fixed = refusals.filter(({ code }: { code: string }) => code === 'import.currency_fixed');
  // Of those that are won one was booked on by hand, and one no file knows.
  expect(fixed).toHaveLength((await deals('outcome=won')).length - 2);
  expect(fixed[0].detail).toContain('is kept in USD, and the file is said to be in EUR');
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

test('whoever an import gives another team is told of one by one, and nobody else', async () => {
  content['sales_teams.csv'] = (content['sales_teams.csv'] ?? '').replace(
    'Ada Verne,Noor Haddad,North',
    'Ada Verne,Pia Romano,South',
  );
  await imported();
  await imported();
  const told = await api.database.query<{ who: string; via: string; moved: number; team: string }>(
    `SELECT p.name AS who, a.via, JSON_VALUE(a.before_state, '$.teamId') <> JSON_VALUE(a.after_state, '$.teamId') AS moved, t.name AS team
     FROM audit_line a JOIN person p ON p.id = a.object_id
     JOIN team t ON t.id = UNHEX(REPLACE(JSON_VALUE(a.after_state, '$.teamId'), '-', '')) WHERE a.action = 'person.reassigned'`,
  );
  expect(told).toEqual([{ who: 'Ada Verne', via: 'import', moved: 1, team: 'Pia Romano' }]);
});

test('customers that the export describes otherwise change all at once, and nobody else does', async () => {
  const kept = () =>
    api.database.query<{ name: string; version: number }>(
      `SELECT a.name, a.segment, a.employees, a.country, p.name AS parent, a.version FROM account a LEFT JOIN account p ON p.id = a.parent_id
       WHERE a.name IN ('Orchard Medical', 'Quillon', 'Reed, Stone & Sons', 'Umbra Films') ORDER BY a.name`,
    );
  const before = await kept();
  const described = content['accounts.csv'] ?? '';
  content['accounts.csv'] = described
    .replace('Orchard Medical,medical,1987,530.1,1210,Ireland,', 'Orchard Medical,,1987,530.1,,,')
    .replace('Quillon,technolgy,2001,77.9,305,Chile,', 'Quillon,retail,2001,77.9,306,Perú,')
    .replace('Umbra Films,entertainment,2010,9.3,28,Iceland,', 'Umbra Films,entertainment,2010,9.3,28,Iceland,Quillon');
  expect((await imported()).total).toMatchObject({ created: 0, updated: 3, refused: expect.any(Number) });
  const [orchard, quillon, reed, umbra] = before.map(({ version }) => version);
  expect(await kept()).toMatchObject([
    { segment: null, employees: null, country: null, parent: null, version: (orchard ?? 0) + 1 },
    { segment: 'retail', employees: 306, country: 'Perú', parent: null, version: (quillon ?? 0) + 1 },
    { segment: 'services', parent: null, version: reed },
    { segment: 'entertainment', employees: 28, parent: 'Quillon', version: (umbra ?? 0) + 1 },
  ]);
  content['accounts.csv'] = described;
  await imported();
  expect(await kept()).toMatchObject(before.map(({ version: _, ...as }) => as));
});
