import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { WaterfallRecordsWire, WaterfallWire } from '@tandem/contracts';
import { aPipelineQuarter, type PipelineQuarter } from '../builders/a-pipeline-quarter';
import type { SalesFloor } from '../builders/a-sales-floor';
import { anOpportunity, stageIds } from '../builders/an-opportunity';
import { changed, rated, restated, withdrawn } from '../builders/later-knowledge';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { figureOf, passTo, ToldFigures } from '../support/told-figures';
import { sumOf, ToldPipeline } from '../support/told-pipeline';

let api: RunningApi;
let officer: SignedInClient;
let told: ToldPipeline;
let north: SalesFloor;
let south: PipelineQuarter['south'];
let quarter: string;
beforeAll(async () => {
  api = await startApi({ organisation: { zone: 'Asia/Taipei' } });
  officer = await api.as('revenue_officer');
  told = new ToldPipeline(officer);
  ({ north, south, query: quarter } = await aPipelineQuarter(api));
});
afterAll(() => api.stop());

describe('the waterfall', () => {
  test('of a quarter is the one computed by hand, balances, and says what it left out', async () => {
    const answer = await told.get<WaterfallWire>(`waterfall?${quarter}`);
    expect(answer).toMatchObject({
      closing: 'in_period',
      form: 'net',
      reading: 'restated',
      currency: 'USD',
      unavailable: null,
    });
    expect(answer.lines.map(({ bucket, value, count }) => [bucket, value.amountMinor, count])).toEqual([
      ['start', '81000', 7],
      ['new', '5000', 1],
      ['pulled_in', '4000', 1],
      ['reopened', '6000', 1],
      ['increased', '5000', 2],
      ['decreased', '0', 0],
      ['pushed_out', '-23000', 1],
      ['lost', '-7000', 1],
      ['won', '-36000', 2],
      ['removed', '-3000', 1],
      ['owner_change', '0', 0],
      ['rate', '3500', 2],
      ['end', '35500', 5],
    ]);
    expect(answer.notes.map(({ code }) => code)).toEqual(['partial_pipeline']);
    const added = answer.lines.slice(0, -1).reduce((total, { value }) => total + Number(value.amountMinor), 0);
    expect(added).toBe(Number(answer.lines.at(-1)?.value.amountMinor));
  });

  test('takes out by wins exactly what is booked', async () => {
    const { figures } = await new ToldFigures(officer).board(quarter);
    const { value } = figureOf(figures, 'net_revenue');
    expect(value).toEqual({ unit: 'money', money: { amountMinor: '36000', currency: 'USD' } });
    expect((await told.lines(quarter)).won).toBe(-36_000);
  });

  test('of one team loses what is handed on, and of the other gains it', async () => {
    expect(await told.lines(`period=2026-Q2&teamId=${north.teamId}`)).toMatchObject({
      owner_change: -8_000,
      end: 27_500,
    });
    expect(await told.lines(`period=2026-Q2&teamId=${south.teamId}`)).toEqual({ owner_change: 8_000, end: 8_000 });
    expect(await told.lines(`period=2026-Q2&personId=${south.ownerId}`)).toEqual({ owner_change: 8_000, end: 8_000 });
  });

  test.each(['net', 'gross'])('opens, %s, into the movements behind each line, which add up to it', async (form) => {
    for (const scope of [quarter, `${quarter}&closing=any`, `period=2026-Q2&teamId=${north.teamId}`]) {
      const query = `${scope}&form=${form}`;
      const { lines: all } = await told.get<WaterfallWire>(`waterfall?${query}`);
      for (const { bucket, value, count } of all) {
        const rows = await told.records<WaterfallRecordsWire>(`waterfall/records?${query}&bucket=${bucket}`);
        expect([bucket, sumOf(rows), rows.length]).toEqual([bucket, Number(value.amountMinor), count]);
      }
      const every = await told.records<WaterfallRecordsWire>(`waterfall/records?${query}`);
      expect(every).toHaveLength(all.reduce((total, { count }) => total + count, 0));
    }
    const [won] = await told.records<WaterfallRecordsWire>(`waterfall/records?${quarter}&form=${form}&bucket=won`);
    expect(won).toMatchObject({
      amount: { amountMinor: '12000', currency: 'USD' },
      closeDate: '2026-05-04',
      contribution: { amountMinor: '-12000', currency: 'USD' },
      at: form === 'net' ? null : '2026-05-04T04:00:00.000Z',
    });
  });

  test('of all open pipeline does not care when anything closes', async () => {
    expect(await told.lines(`${quarter}&closing=any`)).toEqual({
      start: 85_000,
      new: 5_000,
      reopened: 6_000,
      increased: 5_000,
      lost: -7_000,
      won: -36_000,
      removed: -3_000,
      rate: 3_500,
      end: 58_500,
    });
  });

  test('ends where the next one starts', async () => {
    const next = await told.lines(`period=2026-Q3&officeId=${north.officeId}&closing=any`);
    expect(next.start).toBe((await told.lines(`${quarter}&closing=any`)).end);
  });

  test('of a week as of a past day knows what was recorded by its end, and two readings tell a mistake differently', async () => {
    await passTo(api, '2020-01-10T04:00:00Z');
    const amount = (amountMinor: string) => ({ amountMinor, currency: 'USD' });
    const { id, version } = await anOpportunity(officer, {
      amount: amount('100'),
      closeDate: '2020-03-20',
      ownerId: north.ben,
    });
    await passTo(api, '2020-02-10T04:00:00Z');
    expect((await officer.patch(`/opportunities/${id}`, { amount: amount('150') }, { version })).status).toBe(200);
    await passTo(api, '2020-02-20T04:00:00Z');
    expect((await withdrawn(officer, id)).status).toBe(200);
    await passTo(api, '2020-03-05T04:00:00Z');
    const both = async (query: string) => [
      await told.lines(`personId=${north.ben}&${query}&reading=restated`),
      await told.lines(`personId=${north.ben}&${query}&reading=reported`),
    ];
    for (const closing of ['&closing=any', '']) {
      const period = `period=2020-02-01..2020-03-31${closing}`;
      expect(await both(`${period}&asOf=2020-02-10`)).toEqual(Array(2).fill({ start: 100, increased: 50, end: 150 }));
      expect(await both(period)).toEqual([
        { start: 100, end: 100 },
        { start: 100, end: 100 },
      ]);
      expect(await both(`${period}&form=gross`)).toEqual([
        { start: 100, end: 100 },
        { start: 100, increased: 50, decreased: -50, end: 100 },
      ]);
      expect(await both(`period=2020-02-01..2020-02-15${closing}`)).toEqual(
        closing === ''
          ? [{}, {}]
          : [
              { start: 100, end: 100 },
              { start: 100, increased: 50, end: 150 },
            ],
      );
    }
    const lost = await officer.post(
      `/opportunities/${id}/loss`,
      { reason: 'price', closeDate: '2020-02-25' },
      { version: (await officer.get(`/opportunities/${id}`)).body.version },
    );
    expect(lost.status).toBe(200);
    expect(await both('period=2020-02&closing=any')).toEqual(Array(2).fill({ start: 100, lost: -100 }));
    expect(await both('period=2020-02&closing=any&asOf=2020-03-04')).toEqual(Array(2).fill({ start: 100, end: 100 }));
    await passTo(api, '2026-11-23T09:00:00Z');
  });

  test('takes out by a win what its line is restated to, also by one that stands again after a reopening that never was', async () => {
    await passTo(api, '2020-06-02T04:00:00Z');
    await rated(officer, 'EUR', '2020-01-01', '1.1');
    const { id } = await anOpportunity(officer, {
      amount: { amountMinor: '1000', currency: 'EUR' },
      closeDate: '2020-06-20',
      ownerId: south.ownerId,
    });
    const { implement: toStageId, negotiate } = await stageIds(officer);
    expect((await changed(officer, id, '/moves', { toStageId })).status).toBe(200);
    await passTo(api, '2020-06-04T04:00:00Z');
    expect((await changed(officer, id, '/reopening', { toStageId: negotiate, note: 'again' })).status).toBe(200);
    expect((await withdrawn(officer, id)).status).toBe(200);
    expect((await restated(officer, 'EUR', '2020-06-02', '1.3')).status).toBeLessThan(300);
    const query = `period=2020-06&personId=${south.ownerId}`;
    const { figures } = await new ToldFigures(officer).board(query);
    expect(figureOf(figures, 'net_revenue').value).toMatchObject({ money: { amountMinor: '1300' } });
    expect(await told.lines(query)).toEqual({ new: 1_100, won: -1_300, rate: 200 });
    expect(await told.lines(`${query}&form=gross`)).toEqual({ new: 1_100, won: -1_300, rate: 200 });
    await passTo(api, '2026-11-23T09:00:00Z');
  });

  test('before the first record knows nothing, and says so', async () => {
    for (const path of ['waterfall', 'pipeline', 'slippage', 'coverage']) {
      const answer = await told.get<WaterfallWire>(`${path}?period=1999-Q1&asOf=1999-02-01`);
      expect([path, answer.unavailable?.code]).toEqual([path, 'nothing_recorded_yet']);
    }
  });

  test('names its lines in the reader’s language', async () => {
    const { body } = await officer.get(`/metrics/waterfall?${quarter}`, { headers: { 'accept-language': 'zh-TW' } });
    expect((body as WaterfallWire).lines.map(({ name }) => name).slice(0, 3)).toEqual(['期初', '新增', '提前至本期']);
    expect((body as WaterfallWire).notes).toEqual([
      { code: 'partial_pipeline', detail: '部分合計：1 個商機沒有匯率，未計入。' },
    ]);
  });
});
