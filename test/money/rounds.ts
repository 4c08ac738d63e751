import { anExchangeRate } from '../builders/an-exchange-rate';
import { stageIds } from '../builders/an-opportunity';
import { startApi } from '../support/start-api';
import { currencies, drawAmounts } from './amounts';
import { forgetAmounts } from './owner';
import { byFile, byHand, byHistory, type Truth, type World } from './ways-in';
import { checkFigure, checkFiles, checkPages, checkTables } from './ways-out';

const wished = Number(process.env['MONEY_AMOUNTS'] ?? 4_000);
export const seed = Number(process.env['MONEY_SEED'] ?? 1);
const codes = Object.keys(currencies);
/** So many at once that a page of a figure still fits into memory. */
const mostAtOnce = 25_000;

/** A world with a rate for every currency, for the stories of one file; what they leave is forgotten after each. */
export function withWorld(): () => World {
  let world: World;
  beforeAll(async () => {
    const api = await startApi();
    const [officer, rep] = [await api.as('revenue_officer'), await api.as('rep')];
    world = { api, officer, rep, stages: await stageIds(officer) };
    for (const [from, { rate }] of Object.entries(currencies))
      if (from !== 'USD') await anExchangeRate(api.database, { from, to: 'USD', date: '2026-01-01', rate });
  }, 60_000);
  afterEach(forgetAmounts);
  afterAll(() => world.api.stop());
  return () => world;
}

/** Rounds of one currency after the other, each with its share of all amounts. */
export function tellRounds(some: readonly string[], worldOf: () => World): void {
  const share = Math.ceil(wished / codes.length);
  const parts = Math.ceil(share / mostAtOnce);
  const rounds = some.flatMap((currency) =>
    Array.from({ length: parts }, (_, part) => ({
      currency,
      count: Math.ceil(share / parts),
      drawn: seed * 1_000_003 + codes.indexOf(currency) * 1_009 + part,
    })),
  );
  test.each(rounds)(
    '$count amounts of $currency go in by hand, file and history and come out of tables, pages, files and figures to the unit',
    async ({ currency, count, drawn }) => {
      const world = worldOf();
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
    600_000,
  );
}

const together = (truths: readonly Truth[]): Truth => ({
  amounts: new Map(truths.flatMap(({ amounts }) => [...amounts])),
  booked: truths.flatMap(({ booked }) => booked),
});
