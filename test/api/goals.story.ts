import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GoalsWire, GoalWire, ScoreboardWire, TargetsWire, TargetWire } from '@tandem/contracts';
import { newId, type Id } from '@tandem/kernel';
import { aWonDeal } from '../builders/a-history';
import { aSalesFloor, type SalesFloor } from '../builders/a-sales-floor';
import { aSource } from '../builders/a-source';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { figureOf, passTo } from '../support/told-figures';

let api: RunningApi;
let officer: SignedInClient;
let viewer: SignedInClient;
let floor: SalesFloor;
let source: Id<'source'>;
beforeAll(async () => {
  api = await startApi();
  officer = await api.as('revenue_officer');
  viewer = await api.as('viewer');
  floor = await aSalesFloor(api);
  source = await aSource(api.database);
});
afterAll(() => api.stop());

const usd = (amountMinor: string) => ({ unit: 'money', money: { amountMinor, currency: 'USD' } });
const count = (number: number) => ({ unit: 'count', count: number });
const share = (ratio: string) => ({ unit: 'ratio', ratio });

const set = async (key: string, period: string, value: unknown, slice: unknown = null, version?: number) =>
  officer.put(`/targets/${key}/${period}`, { value, slice }, version === undefined ? {} : { version });

const goals = async (query: string): Promise<GoalsWire> => {
  const { status, body } = await viewer.get(`/metrics/goals?${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as GoalsWire;
};
const brief = ({ key, slice, value, standing }: GoalWire) => [key, slice?.id ?? null, value, standing];

describe('a target', () => {
  test('stands on any figure, for everybody or one slice, each by itself', async () => {
    const slice = { kind: 'team', id: floor.teamId };
    const whole = await set('net_revenue', '2025-Q1', usd('90000'));
    const ofTeam = await set('net_revenue', '2025-Q1', usd('50000'), slice);
    const ofNobody = await set('net_revenue', '2025-Q1', usd('1000'), { kind: 'source', id: null });
    const narrow = await set('win_rate_narrow', '2025-Q1', share('0.4'), { kind: 'segment', id: 'Retail 零售' });
    expect([whole, ofTeam, ofNobody, narrow].map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(ofTeam.body).toMatchObject({ figureKey: 'net_revenue', slice, version: 1, salesSigner: null });
    const { targets } = (await viewer.get('/targets?period=2025-Q1')).body as TargetsWire;
    expect(targets.map((target: TargetWire) => [target.figureKey, target.slice?.kind ?? null])).toEqual([
      ['net_revenue', null],
      ['net_revenue', 'team'],
      ['net_revenue', 'source'],
      ['win_rate_narrow', 'segment'],
    ]);
    expect((await set('net_revenue', '2025-Q1', usd('60000'), slice)).status).toBe(428);
    expect((await set('net_revenue', '2025-Q1', usd('60000'), slice, 2)).status).toBe(412);
    expect((await set('net_revenue', '2025-Q1', usd('60000'), slice, 1)).body.version).toBe(2);
    expect((await viewer.get('/targets?period=2025-Q1')).body.targets[0].value).toEqual(usd('90000'));
  });

  test('stands where its figure can be asked for, on what there is, in its unit', async () => {
    const refused = async (key: string, value: unknown, slice: unknown) => {
      const { status, body } = await set(key, '2025-Q2', value, slice);
      return [status, body.code];
    };
    const campaign = { kind: 'campaign', id: newId() };
    expect(await refused('closings', count(3), campaign)).toEqual([409, 'target.slice_not_asked']);
    expect(await refused('coverage_start', share('3'), { kind: 'source', id: source })).toEqual([
      409,
      'target.slice_not_asked',
    ]);
    expect(await refused('slippage_share', share('0.1'), campaign)).toEqual([404, 'target.slice_missing']);
    expect(await refused('cycle_median', share('30'), null)).toEqual([409, 'target.other_unit']);
    expect((await set('nothing_known', '2025-Q2', count(1))).status).toBe(400);
    expect((await set('closings', '2025-Q2', count(3), { kind: 'team', id: 'no id' })).status).toBe(400);
  });

  test('says which figures it can stand on, in the reader’s language', async () => {
    const { body } = await viewer.get('/metrics/goals/figures');
    expect(body.figures).toHaveLength(21);
    expect(body.figures).toContainEqual({
      key: 'slippage_share',
      name: 'Share that slipped',
      unit: 'ratio',
      betterWhen: 'lower',
      additive: false,
      slices: ['team', 'office', 'person', 'source', 'campaign', 'segment', 'product'],
    });
    const reader = await api.as('viewer', { locale: 'zh-TW' });
    const [first] = (await reader.get('/metrics/goals/figures')).body.figures;
    expect(first.name).toBe('業績達成率');
  });
});

describe('where goals stand', () => {
  const won = (on: string, amountMinor: bigint, of: Id<'source'> | null) =>
    aWonDeal(api, on, { amountMinor, ownerId: floor.amy, teamId: floor.teamId, sourceId: of });

  test('the scoreboard holds slices against their own targets', async () => {
    await won('2025-02-03', 60_000n, source);
    await won('2025-02-10', 30_000n, null);
    const board = (await viewer.get('/figures/scoreboard?period=2025-Q1&by=team')).body as ScoreboardWire;
    expect(figureOf(board.figures, 'net_revenue')).toMatchObject({
      target: usd('90000'),
      attainment: '1',
      standing: 'met',
    });
    const own = board.slices.find(({ slice }) => slice.id === floor.teamId);
    expect(figureOf(own?.figures ?? [], 'net_revenue')).toMatchObject({ target: usd('60000'), standing: 'met' });
    const ofNobody = (await viewer.get('/figures/scoreboard?period=2025-Q1&by=team&sourceId=none'))
      .body as ScoreboardWire;
    expect(ofNobody.slices.map(({ figures }) => figureOf(figures, 'net_revenue').target)).toEqual([null]);
    const asked = async (query: string) =>
      figureOf(
        ((await viewer.get(`/figures/scoreboard?period=2025-Q1&${query}`)).body as ScoreboardWire).figures,
        'net_revenue',
      ).target;
    expect(await asked(`teamId=${floor.teamId}`)).toEqual(usd('60000'));
    expect(await asked('sourceId=none')).toEqual(usd('1000'));
    expect(await asked(`sourceId=${source}`)).toBeNull();
    expect(await asked(`teamId=${floor.teamId}&sourceId=none`)).toBeNull();
  });

  test('every goal shows what its own figure says', async () => {
    await set('cycle_median', '2025-Q1', count(1_000), { kind: 'person', id: floor.amy });
    await set('win_rate_created', '2025-Q1', share('0.5'));
    const { items, count: all } = await goals('period=2025-Q1');
    expect(all).toBe(items.length);
    expect(items.map(brief)).toEqual([
      ['net_revenue', null, usd('90000'), 'met'],
      ['win_rate_created', null, expect.anything(), expect.anything()],
      ['net_revenue', floor.teamId, usd('90000'), 'met'],
      ['cycle_median', floor.amy, expect.anything(), 'met'],
      ['net_revenue', null, usd('30000'), 'met'],
      ['win_rate_narrow', 'Retail 零售', null, null],
    ]);
    const cycle = (await viewer.get(`/metrics/cycle?period=2025-Q1&personId=${floor.amy}`)).body.whole.days.median;
    expect(items.find(({ key }) => key === 'cycle_median')?.value).toEqual(count(Math.ceil(cycle)));
    expect(items.at(-1)?.unavailable?.detail).toMatch(/\w/);
    const first = await goals('period=2025-Q1&limit=2');
    const second = await goals(`period=2025-Q1&limit=200&cursor=${first.page.nextCursor}`);
    expect([...first.items, ...second.items]).toEqual(items);
  });

  test('targets of shorter periods add up for sums, slice by slice, and not for rates', async () => {
    const slice = { kind: 'source', id: source };
    for (const month of ['2024-01', '2024-02', '2024-03']) {
      await set('closings', month, count(2), slice);
      await set('hand_off_compliance', month, share('0.9'));
    }
    expect((await goals('period=2024-Q1')).items.map(({ key, target }) => [key, target])).toEqual([
      ['closings', count(6)],
    ]);
    expect((await goals('period=2024-01')).items).toHaveLength(2);
  });

  test('as of a past day, targets stand as they stood then', async () => {
    await passTo(api, '2026-11-24T09:00:00Z');
    const slice = { kind: 'person', id: floor.ben };
    await set('new_customers', '2026-Q4', count(5), slice);
    await passTo(api, '2026-11-26T09:00:00Z');
    await set('new_customers', '2026-Q4', count(9), slice, 1);
    const told = async (asOf: string) => (await goals(`period=2026-Q4${asOf}`)).items.map(({ target }) => target);
    expect(await told('')).toEqual([count(9)]);
    expect(await told('&asOf=2026-11-25')).toEqual([count(5)]);
    expect(await told('&asOf=2026-11-23')).toEqual([]);
  });

  test('a covered quota is met, and an open one is measured', async () => {
    const money = (amountMinor: string) => ({ amountMinor, currency: 'USD' });
    await officer.post('/quotas', { periodKey: '2025-Q1', teamId: floor.teamId, amount: money('80000') });
    await set('coverage_to_go', '2025-Q1', share('3'), { kind: 'team', id: floor.teamId });
    await set('coverage_start', '2025-Q1', share('3'), { kind: 'team', id: floor.teamId });
    const { items } = await goals('period=2025-Q1');
    const covered = items.filter(({ key }) => key.startsWith('coverage'));
    expect(covered.map(({ key, standing, unavailable }) => [key, standing, unavailable?.code ?? null])).toEqual([
      ['coverage_start', 'missed', null],
      ['coverage_to_go', 'met', 'quota_met'],
    ]);
  });
});

test('when the fiscal calendar changes, goals and quotas stay on their days, and the same key can have new ones', async () => {
  const administrator = await api.as('administrator');
  const money = (amountMinor: string) => ({ amountMinor, currency: 'USD' });
  const quota = { periodKey: '2023-Q2', teamId: floor.teamId, amount: money('100') };
  expect((await set('closings', '2023-Q2', count(4))).status).toBe(200);
  expect((await officer.post('/quotas', quota)).body.revision).toBe(1);
  const { body } = await administrator.get('/organisation/fiscal-calendar');
  const { year: _, version, ...calendar } = body;
  const weeks = { ...calendar, fiscalCalendar: 'weeks_454' };
  expect((await administrator.put('/organisation/fiscal-calendar', weeks, { version })).status).toBe(200);
  expect((await goals('period=2023-Q2')).items).toEqual([]);
  expect((await set('closings', '2023-Q2', count(7))).status).toBe(200);
  expect((await officer.post('/quotas', quota)).body.revision).toBe(1);
  expect((await goals('period=2023-Q2')).items.map(({ target }) => target)).toEqual([count(7)]);
  expect((await goals('period=2023-04-01..2023-06-30')).items.map(({ target }) => target)).toEqual([count(4)]);
});
