import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { OpportunityWire } from '@tandem/contracts';
import { bin } from '@tandem/database';
import { addDays, date, startOfDay, type Id } from '@tandem/kernel';
import { LedgerComparisonReader, Projector } from '@tandem/metrics';
import { aHistory } from '../builders/a-history';
import { aSalesFloor } from '../builders/a-sales-floor';
import { aSource } from '../builders/a-source';
import { anAccount } from '../builders/an-account';
import { anExchangeRate } from '../builders/an-exchange-rate';
import { stageIds } from '../builders/an-opportunity';
import { chosen, deed, perform, type Scene } from '../builders/some-days';
import { forgetWork } from '../support/forget-work';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { figureOf, passTo, ToldFigures } from '../support/told-figures';

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
      await projector().begin();
      await projector().build(() => undefined);
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

test('a loss that an import told of stays with the source it was lost with, whichever way it is answered', async () => {
  await forgetWork(['booking_restatement', 'account_merge', 'expense_line', 'quota', 'target']);
  await foldAll();
  const [fair, web] = [chosen(set.sources, 0), chosen(set.sources, 1)];
  const id = await aHistory(api, {
    ownerId: set.floor.amy,
    teamId: set.floor.teamId,
    sourceId: fair,
    steps: [
      { at: '2026-10-01T10:00:00Z', stage: 'propose' },
      { at: '2026-10-06T10:00:00Z', outcome: 'lost' },
      { at: '2026-10-13T10:00:00Z', stage: 'negotiate' },
    ],
  });
  await passTo(api, '2026-10-20T10:00:00Z');
  const { version } = (await officer.get(`/opportunities/${id}`)).body as OpportunityWire;
  expect((await officer.patch(`/opportunities/${id}`, { sourceId: web }, { version })).status).toBe(200);
  await passTo(api, '2026-10-22T10:00:00Z');
  const lost = async (period: string) => {
    const { slices } = await new ToldFigures(officer).board(`period=${period}&reading=reported&by=source`);
    return slices.map(({ slice, figures }) => [slice.id, figureOf(figures, 'lost').value]);
  };
  const told = async () => [await lost('2026-10'), await lost('2026-W41'), await lost('2026-W42')];
  const counted = (count: number) => [[fair, { unit: 'count', count }]];
  const expected = [counted(0), counted(1), counted(-1)];
  expect(['by sums and tail', await told()]).toEqual(['by sums and tail', expected]);
  await foldAll();
  expect(['by sums', await told()]).toEqual(['by sums', expected]);
  await api.database.write(() => api.database.run(`UPDATE fact_ledger SET definition = 'of before'`));
  expect(['by records', await told()]).toEqual(['by records', expected]);
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

test('families that become one by accounts nobody booked for are told so, wherever customers made anew stand', async () => {
  await forgetWork(['booking_restatement', 'account_merge', 'expense_line', 'quota', 'target']);
  const buyers = [await anAccount(api.database), await anAccount(api.database)];
  // Behind all others in the order a rebuild goes by.
  const leads = ['f', 'e'].map((last) => `ffffffff-ffff-7fff-bfff-fffffffffff${last}` as Id<'account'>);
  await api.database.write(() =>
    api.database.run('INSERT INTO account (id, name, created_at, version) VALUES ?', [
      leads.map((lead) => [bin(lead), lead, new Date('2026-01-01T00:00:00Z'), 1]),
    ]),
  );
  for (const [place, buyer] of buyers.entries()) {
    const today = addDays(firstDay, 10 + place);
    await passTo(api, new Date(startOfDay(today, zone).getTime() + 3_600_000).toISOString());
    for (const does of ['open', 'win'])
      await perform({ ...set, accounts: [buyer], today }, { does, pick: 0, other: 0 });
    await api.database.write(async () => {
      await api.database.run('UPDATE account SET parent_id = ? WHERE id = ?', [bin(chosen(leads, place)), bin(buyer)]);
      await api.database.run('INSERT INTO customer_tail (account_id) VALUES (?)', [bin(buyer)]);
    });
  }
  await foldAll();
  const connected = async () => {
    const [row] = await api.database.query<{ count: string }>(
      `SELECT SUM(connected_new_count) AS count FROM rollup_customer WHERE slice_kind = 0 AND grain = 'year' AND reading <> 'reported'`,
    );
    return Number(row?.count);
  };
  expect([await connected(), await compared()]).toEqual([0, []]);
  // The rebuild is done with both buyers, and has more customers before it than it takes at once; the leads it will never come to.
  await api.database.write(async () => {
    const many = 'WITH RECURSIVE n AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM n WHERE n < 501)';
    const id = `UNHEX(CONCAT('f0', LPAD(HEX(n.n), 30, '0')))`;
    await api.database.run(
      `INSERT INTO account (id, name, created_at, version) ${many} SELECT ${id}, CONCAT('Buyer ', n.n), NOW(3), 1 FROM n`,
    );
    await api.database.run(
      `INSERT INTO booking (id, opportunity_id, move_id, account_id, booking_type, amount_minor, currency, reporting_amount_minor,
         reporting_currency, rate, rate_date, booking_date, recorded_at, owner_id, team_id)
       ${many} SELECT ${id}, b.opportunity_id, NULL, ${id}, b.booking_type, b.amount_minor, b.currency, b.reporting_amount_minor,
         b.reporting_currency, b.rate, b.rate_date, b.booking_date, b.recorded_at, b.owner_id, b.team_id FROM n JOIN booking b ON b.account_id = ?`,
      [bin(chosen(buyers, 0))],
    );
    await api.database.run('INSERT INTO fact_tail (opportunity_id) SELECT DISTINCT opportunity_id FROM booking');
    await api.database.run(`UPDATE fact_ledger SET state = 'building', customers_to = ?`, [bin(chosen(buyers, 1))]);
  });
  await perform({ ...set, accounts: leads, today: addDays(firstDay, 11) }, { does: 'merge', pick: 0, other: 1 });
  // As if reading took long: on a large installation a rebuild takes many steps, and between them the tail is folded.
  let now = performance.now();
  const slow = jest.spyOn(performance, 'now').mockImplementation(() => (now += 5_000));
  await projector().step();
  slow.mockRestore();
  await foldAll();
  expect([await connected(), await compared()]).toEqual([1, []]);
});
