import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FunnelFiguresWire, FunnelRecordsWire, FunnelRowWire } from '@tandem/contracts';
import { aHistory, type Step } from '../builders/a-history';
import { aSalesFloor, type SalesFloor } from '../builders/a-sales-floor';
import { aSource } from '../builders/a-source';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let viewer: SignedInClient;
let floor: SalesFloor;
beforeAll(async () => {
  api = await startApi({ organisation: { zone: 'Asia/Taipei', fiscalYearStart: 4 } });
  viewer = await api.as('viewer');
  floor = await aSalesFloor(api);
});
afterAll(() => api.stop());

const deal = (steps: readonly Step[], wishes: object = {}) =>
  aHistory(api, { teamId: floor.teamId, ownerId: floor.amy, steps, ...wishes });
const at = (day: string, stage: string): Step => ({ at: `${day}T04:00:00Z`, stage });

async function funnel(query: string): Promise<FunnelFiguresWire> {
  const answer = await viewer.get(`/figures/funnel?${query}`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as FunnelFiguresWire;
}
const row = ({ rows }: FunnelFiguresWire, key: string): FunnelRowWire => {
  const found = rows.find((one) => one.key === key);
  if (!found) throw new Error(`no row ${key}`);
  return found;
};
const records = async (query: string) =>
  (await viewer.get(`/figures/funnel/records?${query}`)).body as FunnelRecordsWire;

describe('the funnel', () => {
  test('converts a cohort within its window, leaves the running ones out and opens into each part', async () => {
    await api.database.write(() =>
      api.database.run(
        `INSERT INTO conversion_window (from_stage_id, to_stage_id, days)
         SELECT f.id, t.id, 30 FROM funnel_stage f JOIN funnel_stage t WHERE f.stage_key = 'prospect' AND t.stage_key = 'define_needs'`,
      ),
    );
    const quick = await deal([at('2026-10-05', 'prospect'), at('2026-11-03', 'define_needs')]);
    const late = await deal([at('2026-10-06', 'prospect'), at('2026-11-06', 'define_needs')]);
    const never = await deal([at('2026-10-07', 'prospect'), { at: '2026-10-08T04:00:00Z', outcome: 'lost' }]);
    const running = await deal([at('2026-11-10', 'prospect'), at('2026-11-12', 'define_needs')]);
    await deal([at('2026-09-30', 'prospect'), at('2026-10-01', 'define_needs')]);
    const figures = await funnel('period=2026-10-01..2026-12-31');
    expect(row(figures, 'prospect')).toMatchObject({
      entered: 4,
      implied: 0,
      conversion: expect.anything(),
      value: { amountMinor: '40000', currency: 'USD' },
    });
    expect(row(figures, 'define_needs')).toMatchObject({
      entered: 4,
      throughput: '1',
      conversion: {
        windowDays: 30,
        mature: 3,
        converted: 1,
        running: 1,
        rate: '0.333333',
        previousRate: '1',
        changed: true,
      },
    });
    const ids = async (more: string) =>
      (await records(`period=2026-10-01..2026-12-31&row=prospect${more}`)).items.map(
        ({ opportunityId }) => opportunityId,
      );
    expect(await ids('')).toEqual([quick, late, never, running]);
    expect([await ids('&converted=yes'), await ids('&converted=no'), await ids('&converted=running')]).toEqual([
      [quick],
      [late, never],
      [running],
    ]);
    const [first] = (await records('period=2026-10-01..2026-12-31&row=prospect&converted=running')).items;
    expect(first).toMatchObject({
      running: true,
      convertedAt: '2026-11-12T04:00:00.000Z',
      enteredAt: '2026-11-10T04:00:00.000Z',
      implied: false,
    });
  });

  test('counts a mandatory stage that was jumped over as entered and says how many were', async () => {
    const jumper = await deal([
      at('2020-05-04', 'prospect'),
      at('2020-05-05', 'negotiate'),
      at('2020-05-06', 'implement'),
    ]);
    const entered = async (mode: string) =>
      (await funnel(`period=2020-05&mode=${mode}`)).rows.slice(4, 9).map((one) => `${one.entered}/${one.implied}`);
    expect(await entered('ordered')).toEqual(['1/0', '1/1', '1/1', '1/0', '1/0']);
    expect(await entered('strict')).toEqual(['1/0', '0/0', '0/0', '0/0', '0/0']);
    expect(await entered('any')).toEqual(['1/0', '0/0', '0/0', '1/0', '1/0']);
    expect((await records('period=2020-05&row=propose')).items).toEqual([
      expect.objectContaining({ opportunityId: jumper, implied: true, enteredAt: '2020-05-05T04:00:00.000Z' }),
    ]);
  });

  test('is seen from the buyer’s side as eight steps, a step entered at the first of its stages', async () => {
    await deal([
      at('2019-05-04', 'reach'),
      at('2019-05-08', 'qualify'),
      at('2019-05-14', 'prospect'),
      at('2019-05-20', 'propose'),
      at('2019-05-24', 'implement'),
    ]);
    const { rows } = await funnel('period=2019-05&side=buyer');
    expect(rows.map(({ key, entered }) => [key, entered])).toEqual([
      ['customer_awareness', 1],
      ['brand_awareness', 0],
      ['consideration', 0],
      ['preference', 1],
      ['purchase_intention', 1],
      ['purchase', 1],
      ['loyalty', 0],
      ['advocacy', 0],
    ]);
    expect(rows[4]).toMatchObject({
      name: { en: 'Purchase intention', zhTW: '有意購買' },
      ownerSide: 'sales',
      medianDays: 10,
      fromFirst: { mature: 1, converted: 1 },
    });
  });

  test('puts a deal at half past midnight on the first of the month into that month, in the reporting zone', async () => {
    await deal([{ at: '2018-02-28T16:30:00Z', stage: 'prospect' }]);
    expect([
      row(await funnel('period=2018-02'), 'prospect').entered,
      row(await funnel('period=2018-03'), 'prospect').entered,
    ]).toEqual([0, 1]);
    expect((await funnel('period=2018-Q1')).range).toMatchObject({
      from: '2017-04-01',
      fromInstant: '2017-03-31T16:00:00.000Z',
    });
  });

  test('gives an entry to whom the deal belonged then, and narrows by source', async () => {
    const fair = await aSource(api.database);
    await deal([at('2017-05-04', 'prospect'), { ...at('2017-05-08', 'define_needs'), ownerId: floor.ben }], {
      sourceId: fair,
    });
    const entered = async (filter: string) =>
      (await funnel(`period=2017-05&${filter}`)).rows.slice(4, 6).map((one) => one.entered);
    expect([await entered(`personId=${floor.amy}`), await entered(`personId=${floor.ben}`)]).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect([
      await entered(`sourceId=${fair}`),
      await entered('sourceId=none'),
      await entered(`teamId=${floor.teamId}`),
    ]).toEqual([
      [1, 1],
      [0, 0],
      [1, 1],
    ]);
    const conversion = row(await funnel(`period=2017-05&personId=${floor.amy}`), 'define_needs').conversion;
    expect(conversion).toMatchObject({ mature: 1, converted: 1, rate: '1' });
  });

  test('of a quarter in which nothing entered says so instead of showing 0 %', async () => {
    const { conversion, medianDays, throughput } = row(await funnel('period=2001-Q1'), 'propose');
    expect(conversion).toMatchObject({ windowDays: 90, rate: null, unavailable: { code: 'nothing_entered' } });
    expect([medianDays, throughput]).toEqual([null, null]);
  });

  test('refuses a row it does not have', async () => {
    const answer = await viewer.get('/figures/funnel/records?row=dreaming');
    expect([answer.status, answer.body.code]).toEqual([400, 'funnel.row_unknown']);
  });
});
