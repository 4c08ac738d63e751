import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AccountWire, Card, HistoryWire } from '@tandem/contracts';
import { bin } from '@tandem/database';
import { ImportRunner, ImportService } from '@tandem/exchange';
import type { Id } from '@tandem/kernel';
import { AccountsService, OpportunitiesService } from '@tandem/opportunities';
import { stageIds } from '../builders/an-opportunity';
import { merged } from '../builders/later-knowledge';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

const names = ['accounts.csv', 'products.csv', 'sales_teams.csv', 'sales_pipeline.csv'];
let api: RunningApi;
let officer: SignedInClient;
let content: Map<string, string>;

beforeAll(async () => {
  api = await startApi({ clock: new FixedClock('2022-07-01T09:00:00.000Z') });
  officer = await api.as('revenue_officer');
  content = new Map(
    names.map((name) => [name, readFileSync(new URL(`../fixtures/crm-sales/${name}`, import.meta.url), 'utf8')]),
  );
  await imported();
});
afterAll(() => api.stop());

interface Beside {
  /** What somebody else is about to commit; the rows of the import come up to it and wait. */
  readonly held?: () => Promise<unknown>;
  /** What happens when the lists are done and the rows are still to come. */
  readonly meanwhile?: () => Promise<unknown>;
  readonly currency?: string;
}

/** Somebody closes the books just now: whoever dates something waits until they are done. */
const closingBooks = () => api.database.query('SELECT id FROM organisation WHERE id = 1 FOR UPDATE');

/** Takes the export in, with other people at work. */
async function imported({ held = closingBooks, meanwhile, currency = 'USD' }: Beside = {}) {
  const id = await asked(currency);
  const { running } = await heldOpen(held, async () => {
    const begun = { running: api.app.get(ImportRunner).runWaiting() };
    await listsDone(id);
    await meanwhile?.();
    return begun;
  });
  await running;
  return (await officer.get(`/imports/${id}`)).body.report;
}

async function asked(currency: string): Promise<Id<'import_run'>> {
  const files = new Map([...content].map(([name, text]) => [name, Buffer.from(text)]));
  return api.act(async () => {
    const imports = api.app.get(ImportService);
    const options = { dryRun: false, replaceDemo: false, currency };
    return imports.start(await imports.check(files), options);
  });
}

/** Does something in a transaction that stays open for as long as something else is done beside it. */
async function heldOpen<T>(first: () => Promise<unknown>, beside: () => Promise<T>): Promise<T> {
  let close = (): void => undefined;
  const closed = new Promise<void>((resolve) => (close = resolve));
  let whole: Promise<unknown> = Promise.resolve();
  await new Promise<unknown>((isOpen, fail) => {
    whole = api.act(() =>
      api.database.write(() =>
        first()
          .then(isOpen)
          .then(() => closed),
      ),
    );
    whole.catch(fail);
  });
  try {
    return await beside();
  } finally {
    close();
    await whole;
  }
}

async function listsDone(id: Id<'import_run'>): Promise<void> {
  for (;;) {
    const [run] = await api.database.query<{ readonly done: number }>(
      'SELECT rows_done AS done FROM import_run WHERE id = ?',
      [bin(id)],
    );
    if (run && run.done > 0) return;
    await pause(10);
  }
}

function change(row: string, by: string): void {
  content.set('sales_pipeline.csv', (content.get('sales_pipeline.csv') ?? '').replace(row, by));
}
const add = (row: string, to = 'sales_pipeline.csv') => content.set(to, `${content.get(to) ?? ''}${row}\n`);
async function account(name: string): Promise<AccountWire> {
  const { items } = (await officer.get(`/accounts?q=${encodeURIComponent(name)}`)).body as { items: AccountWire[] };
  const found = items.find((each) => each.name.en === name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
}
const deals = async (filter: string) => (await officer.get(`/opportunities?limit=200&${filter}`)).body.items as Card[];

test('accounts that are merged while an import runs stay merged: its rows go to the one that is left', async () => {
  const [madeira, lights] = [await account('Harbour Lights Madeira'), await account('Harbour Lights')];
  const [before] = await deals(`accountId=${madeira.id}`);
  change('Harbour Lights Madeira,Lost,2022-01-11,2022-03-15,0', 'Harbour Lights Madeira,Lost,2022-01-11,2022-03-16,0');
  add('Z1B2C3D4,Ada Verne,NX Pro,Harbour Lights Madeira,Engaging,2022-06-20,,');
  const { total } = await imported({
    meanwhile: async () => expect((await merged(officer, madeira.id, lights.id)).status).toBe(200),
  });
  expect(total).toMatchObject({ created: 1, updated: 1, refused: 0 });
  expect(await deals(`accountId=${madeira.id}`)).toEqual([]);
  const now = await deals(`accountId=${lights.id}`);
  expect(now.find(({ id }) => id === before?.id)?.closeDate).toBe('2022-03-16');
  expect(now.filter(({ name }) => name === 'NX Pro · Harbour Lights Madeira')).toHaveLength(1);
});

test('a rate that is set while an import runs holds for the rows that are still to come', async () => {
  await officer.put('/exchange-rates/EUR/2022-01-01', { rate: '1.1' });
  add('Y1B2C3D4,Ada Verne,NX Pro,Quillon,Won,2022-05-01,2022-06-20,100');
  await imported({
    meanwhile: () => officer.put('/exchange-rates/EUR/2022-06-01', { rate: '1.2' }),
    currency: 'EUR',
  });
  const won = (await deals('outcome=won')).find(({ amount }) => amount?.currency === 'EUR');
  const { bookings } = (await officer.get(`/opportunities/${won?.id}/history`)).body as HistoryWire;
  expect(bookings).toMatchObject([
    { reportingAmount: { amountMinor: '12000', currency: 'USD' }, rateDate: '2022-06-01' },
  ]);
});

test('a row waits for whoever is changing its opportunity, and leaves it as they did', async () => {
  const deal = (await deals('outcome=open')).find(({ name }) => name === 'Kite 90 · D6E7F8A9');
  change('Engaging,2022-06-14,,', 'Won,2022-06-14,2022-06-25,26000');
  const toStageId = (await stageIds(officer))['propose'] as Id<'stage'>;
  const id = deal?.id as Id<'opportunity'>;
  const { refusals } = await imported({
    held: () => api.app.get(OpportunitiesService).move(id, deal?.version ?? 0, { toStageId }),
    meanwhile: () => pause(500),
  });
  expect(refusals.map(({ code }: { code: string }) => code)).toContain('import.changed_here');
  expect((await officer.get(`/opportunities/${id}`)).body).toMatchObject({ stageId: toStageId, outcome: 'open' });
});

test('the lists put no account under one that is being merged away at the moment', async () => {
  const [quillon, orchard] = [await account('Quillon'), await account('Orchard Medical')];
  add('Quillon Valdivia,technolgy,2015,3.1,12,Chile,Quillon', 'accounts.csv');
  await asked('USD');
  const merge = { intoAccountId: orchard.id as Id<'account'>, note: 'one and the same' };
  const { running } = await heldOpen(
    () => api.app.get(AccountsService).merge(quillon.id as Id<'account'>, quillon.version, merge),
    async () => {
      const begun = { running: api.app.get(ImportRunner).runWaiting() };
      await pause(500);
      return begun;
    },
  );
  await running;
  const under = await api.database.query('SELECT name FROM account WHERE parent_id = ?', [bin(quillon.id as Id)]);
  expect(under).toEqual([]);
});
