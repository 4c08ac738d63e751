import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FigureWire, TargetsWire } from '@tandem/contracts';
import { newId } from '@tandem/kernel';
import { aWonDeal } from '../builders/a-history';
import { aSalesFloor } from '../builders/a-sales-floor';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let officer: SignedInClient;
beforeAll(async () => {
  api = await startApi();
  officer = await api.as('revenue_officer');
});
afterAll(() => api.stop());

const usd = (amountMinor: string) => ({ unit: 'money', money: { amountMinor, currency: 'USD' } });
const number = { value: usd('500000') };

describe('the number', () => {
  test('is set by the revenue officer alone and seen by everybody', async () => {
    for (const role of ['rep', 'manager', 'marketer', 'administrator', 'viewer'] as const) {
      expect((await (await api.as(role)).put('/targets/net_revenue/2025-Q1', number)).status).toBe(403);
    }
    const set = await officer.put('/targets/net_revenue/2025-Q1', number);
    expect(set.status).toBe(200);
    expect(set.headers.get('etag')).toBe('"v1"');
    expect(set.body).toMatchObject({
      figureKey: 'net_revenue',
      periodKey: '2025-Q1',
      ...number,
      salesSigner: null,
      marketingSigner: null,
    });
    const seen = (await (await api.as('viewer')).get('/targets?period=2025-Q1')).body as TargetsWire;
    expect(seen.targets).toEqual([set.body]);
    expect((await officer.get('/targets')).body).toEqual({ period: '2026-Q4', targets: [], quotas: [] });
  });

  test('is committed to by the heads of both sides, by name and time, and a changed number needs both again', async () => {
    const { body: target } = await officer.put('/targets/closings/2025-Q2', { value: { unit: 'count', count: 40 } });
    const sign = (client: SignedInClient, version: number) =>
      client.post(`/targets/${target.id}/signature`, undefined, { version });
    const [sales, marketing] = [
      await api.as('manager', { name: 'Sally' }),
      await api.as('manager', { side: 'marketing', name: 'Mark' }),
    ];
    expect((await sign(sales, 1)).body).toMatchObject({
      salesSigner: { name: { en: 'Sally' }, at: '2026-11-23T09:00:00.000Z' },
      marketingSigner: null,
      version: 2,
    });
    expect((await sign(marketing, 2)).body).toMatchObject({
      salesSigner: { name: { en: 'Sally' } },
      marketingSigner: { name: { en: 'Mark' } },
      version: 3,
    });
    const again = await sign(officer, 3);
    expect([again.status, again.body.code]).toEqual([409, 'target.signed_already']);
    const outsider = await sign(await api.as('marketer'), 3);
    expect([outsider.status, outsider.body.code]).toEqual([403, 'target.not_a_head']);
    const changed = await officer.put(
      '/targets/closings/2025-Q2',
      { value: { unit: 'count', count: 50 } },
      { version: 3 },
    );
    expect(changed.body).toMatchObject({
      value: { unit: 'count', count: 50 },
      salesSigner: null,
      marketingSigner: null,
      version: 4,
    });
  });

  test('cannot be changed or signed by somebody who looked at an older one', async () => {
    const { body: target } = await officer.put('/targets/win_rate/2025-Q3', {
      value: { unit: 'ratio', ratio: '0.25' },
    });
    await officer.put('/targets/win_rate/2025-Q3', { value: { unit: 'ratio', ratio: '0.3' } }, { version: 1 });
    const stale = await officer.put(
      '/targets/win_rate/2025-Q3',
      { value: { unit: 'ratio', ratio: '0.2' } },
      { version: 1 },
    );
    expect([stale.status, stale.body.code]).toEqual([412, 'target.changed']);
    expect(stale.body.current).toMatchObject({ value: { unit: 'ratio', ratio: '0.3' }, version: 2 });
    expect((await officer.put('/targets/win_rate/2025-Q3', { value: { unit: 'ratio', ratio: '0.2' } })).status).toBe(
      428,
    );
    expect((await officer.post(`/targets/${target.id}/signature`, undefined, { version: 1 })).status).toBe(412);
    expect((await officer.post(`/targets/${target.id}/signature`)).status).toBe(428);
    expect((await officer.post(`/targets/${newId()}/signature`, undefined, { version: 1 })).status).toBe(404);
  });

  test.each([
    ['of another unit', 'net_revenue', { unit: 'count', count: 3 }, 'target.other_unit'],
    [
      'in another currency',
      'net_revenue',
      { unit: 'money', money: { amountMinor: '5', currency: 'EUR' } },
      'target.other_currency',
    ],
    ['of nothing', 'closings', { unit: 'count', count: 0 }, 'target.not_positive'],
    ['below nothing', 'net_revenue', usd('-5'), 'target.not_positive'],
    ['finer than can be kept', 'win_rate', { unit: 'ratio', ratio: '0.12345' }, 'target.too_fine'],
  ])('%s is refused', async (_, key, value, code) => {
    const answer = await officer.put(`/targets/${key}/2025-Q4`, { value });
    expect([answer.status, answer.body.code]).toEqual([409, code]);
  });

  test('stands beside the figure with its attainment and pace', async () => {
    const { teamId, amy } = await aSalesFloor(api);
    await aWonDeal(api, '2026-11-02', { teamId, ownerId: amy, amountMinor: 300_000n });
    await officer.put('/targets/net_revenue/2026-Q4', number);
    const { figures, range } = (await officer.get('/figures/scoreboard')).body as {
      figures: FigureWire[];
      range: { gone: string };
    };
    const revenue = figures.find(({ key }) => key === 'net_revenue');
    expect(range.gone).toBe('0.560606');
    expect(revenue).toMatchObject({ target: usd('500000'), attainment: '0.6', pace: '1.07027', standing: 'ahead' });
    const { slices } = (await officer.get('/figures/scoreboard?by=team')).body as {
      slices: { figures: FigureWire[] }[];
    };
    expect(slices[0]?.figures.find(({ key }) => key === 'net_revenue')).toMatchObject({ target: null, standing: null });
  });
});

describe('a quota', () => {
  const quota = { periodKey: '2024-Q1', amount: { amountMinor: '90000', currency: 'USD' } };

  test('keeps its revisions, and the list shows the last word', async () => {
    const { teamId, amy } = await aSalesFloor(api);
    await officer.post('/quotas', { ...quota, teamId });
    await officer.post('/quotas', { ...quota, teamId, amount: { amountMinor: '95000', currency: 'USD' } });
    await officer.post('/quotas', { ...quota, personId: amy });
    const { quotas } = (await officer.get('/targets?period=2024-Q1')).body as TargetsWire;
    expect(quotas.map(({ revision, amount, personId }) => [revision, amount.amountMinor, personId])).toEqual([
      [2, '95000', null],
      [1, '90000', amy],
    ]);
  });

  test('is of exactly one team or person that exists, in the reporting currency, and set by the revenue officer', async () => {
    const { teamId, amy } = await aSalesFloor(api);
    const codes = async (body: object) => (await officer.post('/quotas', { ...quota, ...body })).body.code;
    expect(await codes({})).toBe('quota.of_one');
    expect(await codes({ teamId, personId: amy })).toBe('quota.of_one');
    expect(await codes({ teamId: newId() })).toBe('quota.holder_missing');
    expect(await codes({ teamId, amount: { amountMinor: '1', currency: 'EUR' } })).toBe('target.other_currency');
    expect(await codes({ teamId, amount: { amountMinor: '-1', currency: 'USD' } })).toBe('quota.negative');
    expect(await codes({ teamId, periodKey: '2024-W60' })).toBe('period.unknown');
    expect((await (await api.as('manager')).post('/quotas', { ...quota, teamId })).status).toBe(403);
  });
});
