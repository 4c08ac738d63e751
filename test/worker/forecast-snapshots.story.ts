import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ForecastAccuracyWire } from '@tandem/contracts';
import { aHistory, aWonDeal } from '../builders/a-history';
import { aSalesFloor, type SalesFloor } from '../builders/a-sales-floor';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { noRedis, startWorker, type TestWorker } from '../support/start-worker';
import { passTo } from '../support/told-figures';

jest.setTimeout(120_000);

let api: RunningApi;
let workers: readonly [TestWorker, TestWorker];
let viewer: SignedInClient;
let floor: SalesFloor;
beforeAll(async () => {
  api = await startApi({ clock: new FixedClock('2026-09-07T09:00:00.000Z') });
  workers = [await startWorker(api.clock, noRedis), await startWorker(api.clock, noRedis)];
  viewer = await api.as('viewer');
  floor = await aSalesFloor(api);
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await api.stop();
});

const take = () => workers[0].run('snapshot-forecasts');
const kept = () =>
  api.database.query<{ week: string; period: string; scope: string; weighted: string; p10: string; p90: string }>(
    `SELECT week_from AS week, period_key AS period, IF(scope_id = x'${'00'.repeat(16)}', 'whole', 'team') AS scope, weighted_minor AS weighted,
       p10_minor AS p10, p90_minor AS p90
     FROM forecast_snapshot ORDER BY week_from, period_from, scope, id`,
  );
const whole = async () =>
  (await kept())
    .filter(({ scope }) => scope === 'whole')
    .map(({ week, period, weighted }) => `${week} ${period} ${weighted}`);
async function accuracy(query = ''): Promise<ForecastAccuracyWire> {
  const answer = await viewer.get(`/metrics/forecast/accuracy?${query}`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as ForecastAccuracyWire;
}

describe('what was forecast at the end of each week', () => {
  test('is not kept before anything was recorded', async () => {
    await take();
    expect(await kept()).toEqual([]);
    expect(await accuracy()).toMatchObject({ leads: [], periods: [], unavailable: { code: 'no_period_over' } });
  });

  test('is kept once, of the whole and of each team, of this quarter and the next, however often it is asked', async () => {
    const deal = { teamId: floor.teamId, ownerId: floor.amy };
    const open = (at: string, closeDate: string, amountMinor: bigint) =>
      aHistory(api, { ...deal, steps: [{ at, stage: 'propose', closeDate, amountMinor }] });
    await aWonDeal(api, '2026-09-08', { ...deal, amountMinor: 40_000n });
    await open('2026-09-09T09:00:00Z', '2026-09-25', 20_000n);
    await open('2026-09-09T09:00:00Z', '2026-12-01', 9_000n);
    await passTo(api, '2026-09-13T23:59:59Z');
    await take();
    expect(await kept()).toEqual([]);
    await passTo(api, '2026-09-14T00:00:30Z');
    await Promise.all(
      workers.flatMap((worker) => [worker.run('snapshot-forecasts'), worker.run('snapshot-forecasts')]),
    );
    await take();
    expect(await whole()).toEqual(['2026-09-07 2026-Q3 50000', '2026-09-07 2026-Q4 4500']);
    const rows = await kept();
    expect(rows.map(({ scope }) => scope).toSorted()).toEqual(['team', 'team', 'whole', 'whole']);
    expect(rows.find(({ scope, period }) => scope === 'team' && period === '2026-Q3')).toMatchObject({
      weighted: '50000',
      p10: '40000',
      p90: '60000',
    });
    const told = await api.database.query(`SELECT 1 FROM audit_line WHERE action = 'forecast_snapshot.taken'`);
    expect(told).toHaveLength(4);
  });

  test('that nobody kept in time is kept late, as it would have been', async () => {
    const deal = { teamId: floor.teamId, ownerId: floor.amy };
    // Recorded in the second week after; the one before knows nothing of it.
    await aHistory(api, {
      ...deal,
      steps: [{ at: '2026-09-22T09:00:00Z', stage: 'propose', closeDate: '2026-09-30', amountMinor: 2_000n }],
    });
    await passTo(api, '2026-10-01T12:00:00Z');
    await take();
    // On 27 September the first deal is overdue: what is left is what is won and the new one.
    expect((await whole()).filter((row) => row.includes('Q3'))).toEqual([
      '2026-09-07 2026-Q3 50000',
      '2026-09-14 2026-Q3 50000',
      '2026-09-21 2026-Q3 41000',
    ]);
    const once = await kept();
    await take();
    expect(await kept()).toEqual(once);
  });

  test('is held against what the quarter came to once it is over, and n/a until then', async () => {
    const judged = await accuracy('period=2026');
    expect(judged.periods.map(({ key, unavailable }) => [key, unavailable?.code])).toEqual([
      ['2026-Q4', 'period_running'],
      ['2026-Q3', undefined],
    ]);
    expect(judged.periods[1]).toMatchObject({
      actual: { amountMinor: '40000', currency: 'USD' },
      snapshots: [
        { weekFrom: '2026-09-07', leadWeeks: 2, within: true },
        { weekFrom: '2026-09-14', leadWeeks: 1, within: true },
        { weekFrom: '2026-09-21', leadWeeks: 0, within: true },
      ],
    });
    expect(
      judged.leads.map(({ leadWeeks, periods, within, weighted }) => [
        leadWeeks,
        periods,
        within,
        weighted.accuracy,
        weighted.bias,
      ]),
    ).toEqual([
      [0, 1, 1, '0.975', '0.025'],
      [1, 1, 1, '0.75', '0.25'],
      [2, 1, 1, '0.75', '0.25'],
    ]);
    // Half of it is a best case, none is committed to.
    expect(judged.leads[2]).toMatchObject({
      commit: { accuracy: '1', bias: '0' },
      bestCase: { accuracy: '0.5', bias: '0.5', forecast: { amountMinor: '60000' } },
    });
    expect(await accuracy(`period=2026&teamId=${floor.teamId}`)).toMatchObject({ leads: judged.leads });
    // Before the quarter was over nothing could be said, and nobody knew yet what was kept late.
    const then = await accuracy('period=2026&asOf=2026-09-30');
    expect(then).toMatchObject({ leads: [], unavailable: { code: 'no_period_over' } });
    expect(then.periods.find(({ key }) => key === '2026-Q3')?.snapshots).toHaveLength(1);
  });

  test('stays, and the product cannot change it', async () => {
    const change = api.database.write(() => api.database.run('UPDATE forecast_snapshot SET weighted_minor = 1'));
    await expect(change).rejects.toMatchObject({ errno: 1142 });
  });
});
