import type { Board } from '@tandem/contracts';
import { anExchangeRate } from '../builders/an-exchange-rate';
import { anOpportunity, moved, stageIds } from '../builders/an-opportunity';
import { startApi, type RunningApi } from '../support/start-api';
import { currencies, drawAmounts } from './amounts';
import { changeByOwner, forgetAmounts } from './owner';
import { byFile, byHand, byHistory, type Truth, type World } from './ways-in';
import { checkFigure, checkFiles, checkPages, checkTables } from './ways-out';

const wished = Number(process.env['MONEY_AMOUNTS'] ?? 10_000);
const seed = Number(process.env['MONEY_SEED'] ?? 1);
const codes = Object.keys(currencies);
/** So many at once that a page of a figure still fits into memory. */
const mostAtOnce = 25_000;

let api: RunningApi;
let world: World;
beforeAll(async () => {
  api = await startApi();
  const [officer, rep] = [await api.as('revenue_officer'), await api.as('rep')];
  world = { api, officer, rep, stages: await stageIds(officer) };
  for (const [from, { rate }] of Object.entries(currencies))
    if (from !== 'USD') await anExchangeRate(api.database, { from, to: 'USD', date: '2026-01-01', rate });
}, 60_000);
afterEach(forgetAmounts);
afterAll(() => api.stop());

/** Rounds of one currency after the other until all amounts are through. */
const rounds = codes.flatMap((currency, place) => {
  const share = Math.ceil(wished / codes.length);
  const parts = Math.ceil(share / mostAtOnce);
  return Array.from({ length: parts }, (_, part) => ({
    currency,
    count: Math.ceil(share / parts),
    drawn: seed * 1_000_003 + place * 1_009 + part,
  }));
});

test.each(rounds)(
  '$count amounts of $currency go in by hand, file and history and come out of tables, pages, files and figures to the unit',
  async ({ currency, count, drawn }) => {
    const amounts = drawAmounts(count, drawn);
    const typed = Math.max(5, Math.floor(count / 500));
    const half = typed + Math.floor((count - typed) / 2);
    const truth = together([
      await byHand(world, currency, amounts.slice(0, typed)),
      await byFile(world, currency, amounts.slice(typed, half)),
      await byHistory(world, currency, amounts.slice(half)),
    ]);
    await checkTables(world, currency, truth);
    await checkPages(world, currency, truth);
    await checkFigure(world, currency, truth);
    await checkFiles(world, currency, truth);
  },
  120_000,
);

test('one unit too many in one row of many is found out, wherever it is', async () => {
  const truth = await byHistory(world, 'JPY', drawAmounts(40, seed));
  const off = async (table: string, column: string) => {
    await changeByOwner(
      `UPDATE ${table} SET ${column} = ${column} + 1 WHERE ${column} BETWEEN 1 AND 999999999999999 LIMIT 1`,
    );
  };
  await checkTables(world, 'JPY', truth);
  await off('booking', 'amount_minor');
  await expect(checkTables(world, 'JPY', truth)).rejects.toThrow();
  await expect(checkFiles(world, 'JPY', truth)).rejects.toThrow();
  await off('booking', 'reporting_amount_minor');
  await expect(checkFigure(world, 'JPY', truth)).rejects.toThrow();
  await off('opportunity', 'amount_minor');
  await expect(checkPages(world, 'JPY', truth)).rejects.toThrow();
});

test('sums may be longer than the largest amount', async () => {
  const largest = { amountMinor: String(10n ** 15n), currency: 'USD' };
  const open = (stage: string) => anOpportunity(world.rep, { stage, amount: largest });
  for (let count = 0; count < 11; count++) {
    await open('propose');
    await moved(world.rep, await open('propose'), 'implement');
  }
  const eleven = { amountMinor: String(11n * 10n ** 15n), currency: 'USD' };
  const { columns } = (await world.rep.get('/board')).body as Board;
  expect(columns.filter(({ count }) => count > 0).map(({ total }) => total)).toEqual([eleven, eleven]);
  for (const path of ['/figures/scoreboard', '/figures/funnel', '/figures/net_revenue/records'])
    expect([path, (await world.rep.get(`${path}?period=2026`)).status]).toEqual([path, 200]);
});

const together = (truths: readonly Truth[]): Truth => ({
  amounts: new Map(truths.flatMap(({ amounts }) => [...amounts])),
  booked: truths.flatMap(({ booked }) => booked),
});
