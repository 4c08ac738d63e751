import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type {
  CoverageRecordsWire,
  CoverageWire,
  PipelineRecordsWire,
  PipelineTrendWire,
  SlippageRecordsWire,
  SlippageWire,
} from '@tandem/contracts';
import { bin } from '@tandem/database';
import { newId } from '@tandem/kernel';
import { aHistory, aWonDeal } from '../builders/a-history';
import { aPipelineQuarter, opened } from '../builders/a-pipeline-quarter';
import type { SalesFloor } from '../builders/a-sales-floor';
import { aSource } from '../builders/a-source';
import { anAccount } from '../builders/an-account';
import { anOfferedProduct } from '../builders/an-offered-product';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { passTo } from '../support/told-figures';
import { sumOf, ToldPipeline } from '../support/told-pipeline';

let api: RunningApi;
let officer: SignedInClient;
let told: ToldPipeline;
let north: SalesFloor;
let quarter: string;
beforeAll(async () => {
  api = await startApi({ organisation: { zone: 'Asia/Taipei' } });
  officer = await api.as('revenue_officer');
  told = new ToldPipeline(officer);
  ({ north, query: quarter } = await aPipelineQuarter(api));
});
afterAll(() => api.stop());

describe('the pipeline', () => {
  test('as of the end of each month is the one computed by hand, with its weighted sum', async () => {
    const { points } = await told.get<PipelineTrendWire>(`pipeline?${quarter}&step=month`);
    expect(points.map(({ day, count, value }) => [day, count, value.amountMinor])).toEqual([
      ['2026-03-31', 9, '85000'],
      ['2026-04-30', 11, '96000'],
      ['2026-05-31', 7, '54000'],
      ['2026-06-30', 7, '57000'],
    ]);
    expect(points.at(-1)).toMatchObject({ weighted: { amountMinor: '8550' }, notes: [{ code: 'partial_pipeline' }] });
    expect((await told.get<PipelineTrendWire>(`pipeline?${quarter}`)).points).toHaveLength(14);
    const due = await told.get<PipelineTrendWire>(`pipeline?${quarter}&step=month&closing=in_period`);
    expect(due.points.map(({ value }) => value.amountMinor)).toEqual(['81000', '92000', '54000', '34000']);
  });

  test('of a day opens into what was open then, which adds up to it', async () => {
    for (const day of ['2026-03-31', '2026-05-31', '2026-06-30']) {
      const path = `pipeline/records?${quarter}&day=${day}`;
      const { point } = await told.get<PipelineRecordsWire>(path);
      const rows = await told.records<PipelineRecordsWire>(path);
      expect([rows.length, sumOf(rows)]).toEqual([point.count, Number(point.value.amountMinor)]);
      expect(rows.reduce((total, { weighted }) => total + Number(weighted?.amountMinor ?? 0), 0)).toBe(
        Number(point.weighted.amountMinor),
      );
    }
  });

  test('refuses days that are none of it, and more points than anybody can look at', async () => {
    const refusal = async (path: string) => {
      const { status, body } = await officer.get(`/metrics/${path}`);
      return `${status} ${body.code}`;
    };
    expect(await refusal(`pipeline/records?${quarter}&day=2026-07-01`)).toBe('400 pipeline.point_unknown');
    expect(await refusal(`pipeline/records?${quarter}&day=0001-01-01`)).toBe('400 pipeline.point_unknown');
    expect(await refusal('pipeline?period=2020-01-01..2025-12-31&step=day')).toBe('400 pipeline.too_many_points');
    expect(await refusal('waterfall?form=both')).toBe('400 request.invalid');
    expect(await refusal('waterfall/records?cursor=nonsense')).toBe('400 list.cursor_unknown');
  });

  test('is narrowed by what a deal belongs to, and with a past day by what it belonged to then', async () => {
    const [fair, web] = [await aSource(api.database), await aSource(api.database)];
    const productId = await anOfferedProduct(api.database);
    const campaignId = newId<'campaign'>();
    await api.database.write(() =>
      api.database.run('INSERT INTO campaign (id, source_id, name, starts_on) VALUES (?, ?, ?, ?)', [
        bin(campaignId),
        bin(fair),
        'Spring fair',
        '2015-01-01',
      ]),
    );
    const accountId = await anAccount(api.database, { segment: 'Hospitals' });
    await passTo(api, '2015-01-10T04:00:00Z');
    const of = { teamId: north.teamId, ownerId: north.ben };
    const step = opened('2015-01-10', 700n, '2015-03-20');
    const id = await aHistory(api, { ...of, steps: [step], sourceId: fair, productId, campaignId, accountId });
    await aHistory(api, { ...of, steps: [{ ...step, amountMinor: 50n }] });
    await passTo(api, '2015-02-10T04:00:00Z');
    const { version } = (await officer.get(`/opportunities/${id}`)).body;
    const edit = { sourceId: web, campaignId: null, productId: null };
    expect((await officer.patch(`/opportunities/${id}`, edit, { version })).status).toBe(200);
    await passTo(api, '2026-11-23T09:00:00Z');
    const start = async (filter: string, asOf = '') => (await told.lines(`period=2015-Q1&${filter}${asOf}`)).end ?? 0;
    expect([await start(`sourceId=${fair}`), await start(`sourceId=${web}`)]).toEqual([0, 700]);
    const then = '&asOf=2015-01-31';
    expect([await start(`sourceId=${fair}`, then), await start(`sourceId=${web}`, then)]).toEqual([700, 0]);
    expect([await start(`campaignId=${campaignId}`), await start(`campaignId=${campaignId}`, then)]).toEqual([0, 700]);
    expect([await start('productId=none'), await start('productId=none', then)]).toEqual([750, 50]);
    expect([await start(`productId=${productId}`), await start(`productId=${productId}`, then)]).toEqual([0, 700]);
    expect([await start('segment=Hospitals'), await start('segment=none')]).toEqual([700, 50]);
    expect([await start('teamId=none'), await start('personId=none'), await start('officeId=none')]).toEqual([0, 0, 0]);
  });
});

describe('slippage', () => {
  test('is what was due in the quarter and is still open at its end, and where it went', async () => {
    const answer = await told.get<SlippageWire>(`slippage?${quarter}`);
    expect(answer).toMatchObject({
      due: { count: 8, value: { amountMinor: '81000' } },
      slipped: { count: 4, value: { amountMinor: '39000' } },
      share: '0.5',
      shareOfValue: '0.481481',
      interval: { low: expect.any(String) },
      went: [
        { to: '2026-08', name: '2026-08', count: 1, value: { amountMinor: '20000' } },
        { to: 'still_due', name: 'Close date still in the period', count: 3, value: { amountMinor: '19000' } },
      ],
      unavailable: null,
    });
    const rows = await told.records<SlippageRecordsWire>(`slippage/records?${quarter}`);
    expect([rows.length, sumOf(rows)]).toEqual([4, 39_000]);
    const [pushed] = await told.records<SlippageRecordsWire>(`slippage/records?${quarter}&to=2026-08`);
    expect(pushed).toMatchObject({ closeDate: '2026-06-10', closeDateAfter: '2026-08-15', went: '2026-08' });
    expect(await told.get<SlippageWire>(`slippage?${quarter}&asOf=2026-05-31`)).toMatchObject({
      slipped: { count: 4 },
      notes: [{ code: 'partial_pipeline' }, { code: 'still_running' }],
    });
  });

  test('of a quarter in which nothing was due is n/a with its reason', async () => {
    const answer = await told.get<SlippageWire>('slippage?period=2003-Q1');
    expect(answer).toMatchObject({ share: null, shareOfValue: null, unavailable: { code: 'nothing_due' } });
  });
});

describe('coverage', () => {
  const quota = async (periodKey: string, amountMinor: string) => {
    const answer = await officer.post('/quotas', {
      periodKey,
      teamId: north.teamId,
      amount: { amountMinor, currency: 'USD' },
    });
    expect(answer.status).toBe(201);
  };

  test('is pipeline over quota at the start, and over what is left of it to go', async () => {
    expect(await told.get<CoverageWire>(`coverage?${quarter}`)).toMatchObject({
      start: { coverage: null, met: false, unavailable: { code: 'quota_missing' }, pipeline: { amountMinor: '81000' } },
    });
    await quota('2026-Q2', '100000');
    const answer = await told.get<CoverageWire>(`coverage?${quarter}`);
    expect(answer).toMatchObject({
      quota: { amountMinor: '100000' },
      won: { amountMinor: '36000' },
      start: { coverage: '0.81', met: false, unavailable: null, count: 8, toCover: { amountMinor: '100000' } },
      toGo: { coverage: '0.53125', pipeline: { amountMinor: '34000' }, toCover: { amountMinor: '64000' } },
    });
    for (const [of, view] of [
      ['start', answer.start],
      ['to_go', answer.toGo],
    ] as const) {
      const rows = await told.records<CoverageRecordsWire>(`coverage/records?${quarter}&of=${of}`);
      expect([rows.length, sumOf(rows)]).toEqual([view.count, Number(view.pipeline.amountMinor)]);
    }
  });

  test('of a quota that is reached is met, and of one of 0 is n/a', async () => {
    await aWonDeal(api, '2012-05-04', { teamId: north.teamId, ownerId: north.amy, amountMinor: 500n });
    await quota('2012-Q2', '500');
    const met = await told.get<CoverageWire>(`coverage?period=2012-Q2&teamId=${north.teamId}`);
    expect(met.toGo).toMatchObject({ met: true, coverage: null, unavailable: null, toCover: { amountMinor: '0' } });
    expect(met.start).toMatchObject({ met: false, coverage: '0' });
    await quota('2012-Q3', '0');
    const zero = await told.get<CoverageWire>(`coverage?period=2012-Q3&teamId=${north.teamId}`);
    expect(zero.toGo).toMatchObject({ met: false, coverage: null, unavailable: { code: 'quota_zero' } });
  });

  test('of a source, a segment or a product has no quota, and says so', async () => {
    const why = async (filter: string) =>
      (await told.get<CoverageWire>(`coverage?${quarter}&${filter}`)).start.unavailable?.code;
    expect([await why('sourceId=none'), await why('segment=Hospitals'), await why('productId=none')]).toEqual([
      'quota_not_by_source',
      'quota_not_by_slice',
      'quota_not_by_slice',
    ]);
  });
});

test('questions about pipeline are for everyone signed in and for nobody else', async () => {
  for (const path of ['waterfall', 'waterfall/records', 'pipeline', 'slippage', 'slippage/records', 'coverage']) {
    expect((await api.anonymous.get(`/metrics/${path}`)).status).toBe(401);
    expect((await (await api.as('marketer')).get(`/metrics/${path}`)).status).toBe(200);
  }
});
