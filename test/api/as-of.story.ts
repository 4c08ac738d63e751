import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FunnelFiguresWire, FunnelRecordsWire, TargetWire } from '@tandem/contracts';
import { money, type Id } from '@tandem/kernel';
import { TargetsService } from '@tandem/targets';
import { aHistory, aWonDeal } from '../builders/a-history';
import { aSalesFloor, type SalesFloor } from '../builders/a-sales-floor';
import { aSource } from '../builders/a-source';
import { anAccount } from '../builders/an-account';
import { anOpportunity, stageIds } from '../builders/an-opportunity';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { figureOf, passTo, ToldFigures } from '../support/told-figures';

let api: RunningApi;
let officer: SignedInClient;
let told: ToldFigures;
let deal: { readonly teamId: Id<'team'>; readonly ownerId: Id<'person'> };
let floor: SalesFloor;
beforeAll(async () => {
  api = await startApi();
  officer = await api.as('revenue_officer');
  told = new ToldFigures(officer);
  floor = await aSalesFloor(api);
  deal = { teamId: floor.teamId, ownerId: floor.amy };
});
afterAll(() => api.stop());

describe('a past day', () => {
  test('knows only what was recorded by its end, and answers say which day and reading they are of', async () => {
    await passTo(api, '2020-04-09T10:00:00Z');
    const amount = { amountMinor: '500', currency: 'USD' };
    const { id, version } = await anOpportunity(officer, { stage: 'propose', amount, ownerId: floor.amy });
    const toStageId = (await stageIds(officer)).implement;
    await passTo(api, '2020-04-10T23:59:59.999Z');
    const answer = await officer.post(
      `/opportunities/${id}/moves`,
      { toStageId, closeDate: '2020-03-31' },
      { version },
    );
    expect(answer.status).toBe(200);
    await passTo(api, '2020-06-01T12:00:00Z');
    expect(await told.both('closings', '2020-Q1', '2020-04-09')).toEqual([0, 0]);
    expect(await told.both('closings', '2020-Q1', '2020-04-10')).toEqual([1, 1]);
    expect(await told.both('net_revenue', '2020-Q1', '2020-04-09')).toEqual([0, 0]);
    expect(await told.both('net_revenue', '2020-Q1')).toEqual([500, 500]);
    expect(await told.board('period=2020-Q1&asOf=2020-04-09&reading=reported')).toMatchObject({
      asOf: '2020-04-09T23:59:59.999Z',
      reading: 'reported',
      range: { gone: '1' },
    });
    expect(await told.board('period=2020-Q1')).toMatchObject({ asOf: '2020-06-01T12:00:00.000Z', reading: 'restated' });
  });

  test('has its own present: the quarter that was current, the pace of that day, cohorts that were still running', async () => {
    await passTo(api, '2026-11-23T09:00:00Z');
    expect((await told.board('asOf=2020-05-15')).range).toMatchObject({ key: '2020-Q2', gone: '0.492308' });
    await aHistory(api, {
      ...deal,
      steps: [{ at: '2019-05-04T09:00:00Z' }, { at: '2019-06-20T09:00:00Z', stage: 'define_needs' }],
    });
    const conversion = async (asOf: string) =>
      (await told.get<FunnelFiguresWire>(`funnel?period=2019-05${asOf}`)).rows.find(({ key }) => key === 'define_needs')
        ?.conversion;
    expect(await conversion('&asOf=2019-06-30')).toMatchObject({ running: 1, mature: 0, rate: null });
    expect(await conversion('')).toMatchObject({ running: 0, mature: 1, converted: 1, rate: '1' });
    const record = async (asOf: string) =>
      (await told.get<FunnelRecordsWire>(`funnel/records?period=2019-05&row=prospect${asOf}`)).items[0];
    expect(await record('&asOf=2019-06-01')).toMatchObject({ running: true, convertedAt: null });
    expect(await record('')).toMatchObject({ running: false, convertedAt: '2019-06-20T09:00:00.000Z' });
  });

  test('that is today answers as no day does', async () => {
    await passTo(api, '2026-11-23T09:00:00Z');
    for (const path of [
      'scoreboard?period=2020-Q1&by=team',
      'funnel?period=2019-Q2',
      'closings/records?period=2020-Q1',
    ])
      expect(await told.get(`${path}&asOf=2026-11-23`)).toEqual(await told.get(path));
  });

  test('that is to come, or none, is refused', async () => {
    const refusal = async (asOf: string) => {
      const paths = ['scoreboard?', 'funnel?', 'closings/records?', 'funnel/records?row=prospect&'];
      const answers = await Promise.all(paths.map((path) => officer.get(`/figures/${path}asOf=${asOf}`)));
      return [...new Set(answers.map(({ status, body }) => `${status} ${body.code}`))];
    };
    await passTo(api, '2026-11-23T23:00:00Z');
    expect(await refusal('2026-11-24')).toEqual(['400 as_of.future']);
    expect(await refusal('2026-02-30')).toEqual(['400 request.invalid']);
    expect(await refusal('yesterday')).toEqual(['400 request.invalid']);
    expect((await officer.get('/figures/scoreboard?reading=guessed')).status).toBe(400);
  });

  test('before the first record knows nothing, and says so in the reader’s language instead of showing 0', async () => {
    const { figures, slices } = await told.board('period=1999-Q1&asOf=1999-02-01&by=team');
    expect(figures.map(({ value, previous }) => value ?? previous)).toEqual(figures.map(() => null));
    expect(figures.flatMap(({ parts }) => parts.map(({ value }) => value)).every((value) => value === null)).toBe(true);
    expect(new Set(figures.map(({ unavailable }) => unavailable?.detail))).toEqual(
      new Set(['Nothing had been recorded here by 1999-02-01.']),
    );
    expect(slices).toEqual([]);
    const chinese = await officer.get('/figures/funnel?period=1999-Q1&asOf=1999-02-01', {
      headers: { 'accept-language': 'zh-TW' },
    });
    expect(chinese.body).toMatchObject({ rows: [], unavailable: { detail: '截至 1999-02-01 這裡還沒有任何紀錄。' } });
    expect(await told.number('net_revenue', '1999-Q1', '')).toBe(0);
  });
});

describe('what was changed', () => {
  test('an entry counts for the source, the owner and the amount it had then', async () => {
    const [fair, web] = [await aSource(api.database, 'Fair'), await aSource(api.database, 'Web')];
    await passTo(api, '2021-02-01T09:00:00Z');
    const amount = (amountMinor: string) => ({ amountMinor, currency: 'USD' });
    const { id, version } = await anOpportunity(officer, { amount: amount('700'), sourceId: fair, ownerId: floor.amy });
    await passTo(api, '2021-03-01T09:00:00Z');
    const edit = { amount: amount('900'), sourceId: web, ownerId: floor.ben };
    expect((await officer.patch(`/opportunities/${id}`, edit, { version })).status).toBe(200);
    await passTo(api, '2026-11-23T09:00:00Z');
    const prospects = async (query: string) => {
      const row = (await told.get<FunnelFiguresWire>(`funnel?period=2021-02&${query}`)).rows.find(
        ({ key }) => key === 'prospect',
      );
      return [row?.entered, row?.value.amountMinor];
    };
    expect([await prospects(`sourceId=${fair}`), await prospects(`sourceId=${web}`)]).toEqual([
      [0, '0'],
      [1, '900'],
    ]);
    const then = 'asOf=2021-02-28';
    expect([await prospects(`sourceId=${fair}&${then}`), await prospects(`sourceId=${web}&${then}`)]).toEqual([
      [1, '700'],
      [0, '0'],
    ]);
    const record = async (query: string) =>
      (await told.get<FunnelRecordsWire>(`funnel/records?period=2021-02&row=prospect${query}`)).items.map(
        ({ amount: worth, ownerName }) => [worth?.amountMinor, ownerName.en],
      );
    const { body } = await officer.get('/people');
    const nameOf = (wished: string) => body.people.find((one: { id: string }) => one.id === wished).name.en;
    expect([await record(''), await record(`&${then}`)]).toEqual([
      [['900', nameOf(floor.ben)]],
      [['700', nameOf(floor.amy)]],
    ]);
  });

  test('a loss stays with the source it was lost with, though the opportunity was given another one since', async () => {
    const [fair, web] = [await aSource(api.database, 'Fair 2'), await aSource(api.database, 'Web 2')];
    await passTo(api, '2022-02-01T09:00:00Z');
    const { id, version } = await anOpportunity(officer, { sourceId: fair, ownerId: floor.amy });
    await officer.post(`/opportunities/${id}/loss`, { reason: 'price' }, { version });
    await passTo(api, '2022-05-02T09:00:00Z');
    const toStageId = (await stageIds(officer)).propose;
    await officer.post(`/opportunities/${id}/reopening`, { toStageId, note: 'back' }, { version: version + 1 });
    expect((await officer.patch(`/opportunities/${id}`, { sourceId: web }, { version: version + 2 })).status).toBe(200);
    await passTo(api, '2026-11-23T09:00:00Z');
    const lost = async (query: string) => figureOf((await told.board(`period=2022-Q1&${query}`)).figures, 'lost').value;
    expect(await lost(`sourceId=${fair}&asOf=2022-05-01`)).toEqual({ unit: 'count', count: 1 });
    expect(await lost(`sourceId=${web}&asOf=2022-05-01`)).toEqual({ unit: 'count', count: 0 });
  });

  test('a customer was new until an older order came to light', async () => {
    const accountId = await anAccount(api.database);
    await aWonDeal(api, '2009-10-05', { ...deal, accountId });
    const steps = [{ at: '2009-01-05T09:00:00Z' }, { at: '2009-01-06T09:00:00Z', stage: 'implement' }];
    await aHistory(api, { ...deal, accountId, steps, recordedAt: '2009-12-01T09:00:00Z' });
    expect(await told.both('new_customers', '2009-Q4', '2009-11-30')).toEqual([1, 1]);
    expect(await told.both('new_customers', '2009-Q4', '2009-12-01')).toEqual([0, 0]);
    expect(await told.both('new_customers', '2009-Q1')).toEqual([1, 1]);
  });

  test('quota and target are those that were agreed by then', async () => {
    const services = api.app.get(TargetsService, { strict: false });
    const quota = (minor: bigint) =>
      api.act(() =>
        services.setQuota({ periodKey: '2023-Q1', teamId: floor.teamId, personId: null, amount: money(minor, 'USD') }),
      );
    const target = async (amountMinor: string, version?: number) =>
      (
        await officer.put(
          '/targets/net_revenue/2023-Q1',
          { value: { unit: 'money', money: { amountMinor, currency: 'USD' } } },
          version ? { version } : {},
        )
      ).body as TargetWire;
    await passTo(api, '2023-01-10T09:00:00Z');
    await aWonDeal(api, '2023-01-05', deal);
    await quota(20_000n);
    await passTo(api, '2023-01-20T09:00:00Z');
    const { version } = await target('40000');
    await passTo(api, '2023-02-20T09:00:00Z');
    await quota(50_000n);
    await target('80000', version);
    await passTo(api, '2026-11-23T09:00:00Z');
    const held = async (asOf: string) => {
      const { figures } = await told.board(`period=2023-Q1${asOf}`);
      return [figureOf(figures, 'quota_attainment').attainment, figureOf(figures, 'net_revenue').attainment];
    };
    expect(await held('&asOf=2023-01-09')).toEqual([null, null]);
    expect(await held('&asOf=2023-01-10')).toEqual(['0.5', null]);
    expect(await held('&asOf=2023-02-19')).toEqual(['0.5', '0.25']);
    expect(await held('')).toEqual(['0.2', '0.125']);
  });
});
