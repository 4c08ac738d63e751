import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, date, startOfDay, type Id } from '@tandem/kernel';
import { LedgerComparisonReader, Projector } from '@tandem/metrics';
import { aSalesFloor } from '../builders/a-sales-floor';
import { aSource } from '../builders/a-source';
import { anAccount } from '../builders/an-account';
import { anExchangeRate } from '../builders/an-exchange-rate';
import { stageIds } from '../builders/an-opportunity';
import { chosen, deed, perform, type Scene } from '../builders/some-days';
import { forgetWork } from '../support/forget-work';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { passTo, ToldFigures } from '../support/told-figures';

const wished = process.env;
const zone = 'Europe/Berlin';
const firstDay = date('2026-10-23');

let api: RunningApi;
let officer: SignedInClient;
let set: Omit<Scene, 'accounts' | 'today'>;
beforeAll(async () => {
  api = await startApi({ organisation: { zone, fiscalYearStart: 4 } });
  officer = await api.as('revenue_officer');
  await anExchangeRate(api.database, { from: 'EUR', to: 'USD', date: '2026-01-01', rate: '1.1' });
  const sources = [await aSource(api.database), await aSource(api.database)];
  set = { api, officer, sources, stages: await stageIds(officer), floor: await aSalesFloor(api) };
});
afterAll(() => api.stop());

const projector = () => api.app.get(Projector, { strict: false });
const compared = () => api.app.get(LedgerComparisonReader, { strict: false }).differences();

/** Folds until there is nothing left to fold. */
async function foldAll(): Promise<void> {
  while (await projector().step());
}

/** Every sum that comes to something, in the order of its key. */
async function sumsKept(): Promise<string[]> {
  const sums = await api.app.get(LedgerComparisonReader, { strict: false }).sums();
  return [...sums]
    .filter(([, measures]) => measures.some((measure) => measure !== 0n))
    .map(([place, measures]) => `${place}: ${measures.join(' ')}`)
    .toSorted();
}

const rowsIn = async (table: string): Promise<number> => {
  const [row] = await api.database.query<{ rows: string }>(`SELECT COUNT(*) AS \`rows\` FROM ${table}`);
  return Number(row?.rows);
};

test('whatever happens, and wherever folding stops, the sums and the tail are all that the records say', async () => {
  const day = fc.array(fc.record({ deed, folds: fc.boolean() }), { minLength: 14, maxLength: 20, size: 'max' });
  await fc.assert(
    fc.asyncProperty(fc.array(day, { minLength: 3, maxLength: 3 }), async (days) => {
      await forgetWork(['booking_restatement', 'account_merge', 'expense_line', 'quota', 'target']);
      const accounts: Id<'account'>[] = [];
      for (const parent of [null, 0, 0, 1, null, 4]) {
        accounts.push(await anAccount(api.database, { parentId: parent === null ? null : chosen(accounts, parent) }));
      }
      await foldAll();
      for (const [index, deeds] of days.entries()) {
        const today = addDays(firstDay, index);
        for (const [place, one] of deeds.entries()) {
          await passTo(api, new Date(startOfDay(today, zone).getTime() + (place + 1) * 2_400_000).toISOString());
          await perform({ ...set, accounts, today }, one.deed);
          if (one.folds) await projector().step();
          expect(await compared()).toEqual([]);
        }
      }
      await foldAll();
      expect([await rowsIn('fact_tail'), await rowsIn('customer_tail')]).toEqual([0, 0]);
      const kept = await sumsKept();
      await projector().rebuild(() => undefined);
      expect(await sumsKept()).toEqual(kept);
      expect(await compared()).toEqual([]);
    }),
    { numRuns: Number(wished['HISTORIES'] ?? 1), endOnFailure: true, seed: Number(wished['SEED'] ?? 1) },
  );
}, 600_000);

test('pages read the sums: what stands there is what they show', async () => {
  await forgetWork(['booking_restatement', 'account_merge', 'expense_line', 'quota', 'target']);
  await passTo(api, '2026-10-26T10:00:00Z');
  const accounts = [await anAccount(api.database)];
  for (const does of ['open', 'open', 'win'])
    await perform({ ...set, accounts, today: firstDay }, { does, pick: 1, other: 1 });
  await foldAll();
  const shown = async () => {
    const told = new ToldFigures(officer);
    const entered = await told.entered('period=2026-10');
    return [
      await told.number('closings', '2026-10'),
      await told.number('winning_customers', '2026-10'),
      entered['define_needs'],
    ];
  };
  expect(await shown()).toEqual([1, 1, 2]);
  await api.database.write(async () => {
    await api.database.run('UPDATE rollup_sales SET won_count = won_count + 10 WHERE slice_kind = 0');
    await api.database.run('UPDATE rollup_customer SET winning_count = winning_count + 10 WHERE slice_kind = 0');
    await api.database.run('UPDATE rollup_entry SET entered_count = entered_count + 10 WHERE slice_kind = 0');
  });
  const [closings, customers, entered] = await shown();
  expect([closings, customers]).toEqual([11, 11]);
  expect(entered).toBeGreaterThan(10);
  await api.database.write(() => api.database.run(`UPDATE fact_ledger SET definition = 'of before'`));
  expect(await shown()).toEqual([1, 1, 2]);
});

test('what is opened in the middle of a rebuild is in the sums, however far it has come', async () => {
  for (let before = 0; before < 6; before++) {
    await forgetWork(['booking_restatement', 'account_merge', 'expense_line', 'quota', 'target']);
    const accounts = [await anAccount(api.database)];
    const open = (pick: number) => perform({ ...set, accounts, today: firstDay }, { does: 'open', pick, other: pick });
    await open(1);
    for (let step = 0; step < before; step++) await projector().step();
    await open(2);
    await foldAll();
    expect(await compared()).toEqual([]);
    expect(await rowsIn('folded_opportunity')).toBe(2);
  }
});
