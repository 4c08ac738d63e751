import type { Board } from '@tandem/contracts';
import { anOpportunity, moved } from '../builders/an-opportunity';
import { currencies, drawAmounts } from './amounts';
import { changeByOwner } from './owner';
import { seed, tellRounds, withWorld } from './rounds';
import { byHistory } from './ways-in';
import { checkFigure, checkFiles, checkPages, checkTables } from './ways-out';

const world = withWorld();
tellRounds(
  Object.keys(currencies).filter((code) => currencies[code]?.digits === 2),
  world,
);

test('one unit too many in one row of many is found out, wherever it is', async () => {
  const truth = await byHistory(world(), 'JPY', drawAmounts(40, seed));
  const off = async (table: string, column: string) => {
    await changeByOwner(
      `UPDATE ${table} SET ${column} = ${column} + 1 WHERE ${column} BETWEEN 1 AND 999999999999999 LIMIT 1`,
    );
  };
  await checkTables(world(), 'JPY', truth);
  await off('booking', 'amount_minor');
  await expect(checkTables(world(), 'JPY', truth)).rejects.toThrow();
  await expect(checkFiles(world(), 'JPY', truth)).rejects.toThrow();
  await off('booking', 'reporting_amount_minor');
  await expect(checkFigure(world(), 'JPY', truth)).rejects.toThrow();
  await off('opportunity', 'amount_minor');
  await expect(checkPages(world(), 'JPY', truth)).rejects.toThrow();
});

test('sums may be longer than the largest amount', async () => {
  const largest = { amountMinor: String(10n ** 15n), currency: 'USD' };
  const open = (stage: string) => anOpportunity(world().rep, { stage, amount: largest });
  for (let count = 0; count < 11; count++) {
    await open('propose');
    await moved(world().rep, await open('propose'), 'implement');
  }
  const eleven = { amountMinor: String(11n * 10n ** 15n), currency: 'USD' };
  const { columns } = (await world().rep.get('/board')).body as Board;
  expect(columns.filter(({ count }) => count > 0).map(({ total }) => total)).toEqual([eleven, eleven]);
  for (const path of ['/figures/scoreboard', '/figures/funnel', '/figures/net_revenue/records'])
    expect([path, (await world().rep.get(`${path}?period=2026`)).status]).toEqual([path, 200]);
});
