import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type {
  AttributionWire,
  DefinitionWire,
  FunnelFiguresWire,
  MetricCardWire,
  MetricChoicesWire,
  ScoreboardWire,
  WinRatesAnswerWire,
} from '@tandem/contracts';
import { figureCards, figureKeys } from '@tandem/metrics';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { passTo } from '../support/told-figures';

let api: RunningApi;
let officer: SignedInClient;
let viewer: SignedInClient;

beforeAll(async () => {
  api = await startApi({ clock: new FixedClock('2026-03-10T09:00:00.000Z') });
  officer = await api.as('revenue_officer');
  viewer = await api.as('viewer');
});
afterAll(() => api.stop());

const card = async (key: string, query = ''): Promise<MetricCardWire> =>
  (await viewer.get(`/metrics/${key}${query}`)).body as MetricCardWire;

const chosen = async (purpose: string, query = ''): Promise<string | undefined> => {
  const { inForce } = (await viewer.get(`/metrics/choices${query}`)).body as MetricChoicesWire;
  return inForce.find((one) => one.purpose === purpose)?.definition;
};

const choose = (wish: object) => officer.post('/metrics/choices', { reason: 'agreed in the joint meeting', ...wish });

describe('the catalogue', () => {
  test('lists every figure once, in the language of the reader', async () => {
    const { metrics } = (await viewer.get('/metrics')).body as { metrics: MetricCardWire[] };
    expect(metrics.map(({ key }) => key)).toEqual(figureCards.map(({ key }) => key));
    const chinese = await api.as('viewer', { locale: 'zh-TW' });
    const { body } = await chinese.get('/metrics/pipeline_slippage');
    expect(body).toMatchObject({
      name: '逾期未結率',
      unit: 'ratio',
      betterWhen: 'lower',
      rivals: null,
      edgeCases: expect.arrayContaining([
        { code: 'plan_rate', detail: '進行中的商機在整個期間採用同一個匯率計算。' },
      ]) as unknown,
    });
  });

  test('says of the figures of the scoreboard what their definitions say', async () => {
    const { definitions } = (await viewer.get('/figures/definitions')).body as { definitions: DefinitionWire[] };
    expect(definitions.map(({ key }) => key)).toEqual(figureKeys);
    for (const definition of definitions) expect(await card(definition.key)).toMatchObject(definition);
  });

  test('does not know what is no figure', async () => {
    const answer = await viewer.get('/metrics/luck');
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ code: 'figure.unknown', detail: 'There is no figure “luck”.' });
  });
});

describe('a chosen definition', () => {
  test('is the usual one before anybody chose, and of a new customer what the hand-off contract says', async () => {
    expect((await card('win_rate')).rivals).toMatchObject({
      purpose: 'headline_win_rate',
      definition: 'broad',
      chosen: { definition: 'broad', chosenIn: 'default', validFrom: null, chosenBy: null },
    });
    expect((await card('new_customers')).rivals?.chosen).toMatchObject({
      definition: 'first_order',
      chosenIn: 'contract',
    });
    const answer = await choose({ purpose: 'new_customer', definition: 'win_back' });
    expect(answer.body).toMatchObject({ code: 'choice.kept_by_contract' });
  });

  test('is chosen by the revenue officer alone, for the days to come, with a reason', async () => {
    const wish = { purpose: 'deal_size', definition: 'median', reason: 'one giant deal a year' };
    expect((await (await api.as('manager')).post('/metrics/choices', wish)).status).toBe(403);
    for (const [change, code] of [
      [{ reason: ' ' }, 'request.invalid'],
      [{ definition: 'broad' }, 'choice.unknown'],
      [{ validFrom: '2026-03-09' }, 'choice.day_out_of_reach'],
      [{ validFrom: '2027-03-13' }, 'choice.day_out_of_reach'],
    ] as const) {
      const answer = await officer.post('/metrics/choices', { ...wish, ...change });
      expect(answer.status).toBe(400);
      if (code.startsWith('choice')) expect(answer.body.code).toBe(code);
    }
    expect(await chosen('deal_size')).toBe('mean');
    const answer = await officer.post('/metrics/choices', wish);
    expect(answer.status).toBe(201);
    expect((await card('average_deal_size')).rivals).toMatchObject({
      chosen: { definition: 'median', chosenIn: 'choice', validFrom: '2026-03-10', reason: 'one giant deal a year' },
    });
    expect((await viewer.get('/metrics/deal-size')).body.definition).toBe('median');
    const told = await api.database.query<{ n: string }>(
      `SELECT COUNT(*) AS n FROM audit_line a JOIN outbox_event e ON e.id = a.id WHERE a.action = 'metric.chosen'`,
    );
    expect(Number(told[0]?.n)).toBe(1);
  });

  test('leads the answers from its day on, and a past day keeps its own', async () => {
    expect((await choose({ purpose: 'headline_win_rate', definition: 'narrow', validFrom: '2026-03-12' })).status).toBe(
      201,
    );
    expect((await choose({ purpose: 'conversion', definition: 'any' })).status).toBe(201);
    expect((await choose({ purpose: 'attribution', definition: 'linear' })).status).toBe(201);
    expect(await chosen('headline_win_rate')).toBe('broad');
    await passTo(api, '2026-03-14T09:00:00.000Z');
    const ask = async <Body>(path: string) => (await viewer.get(path)).body as Body;
    expect((await ask<WinRatesAnswerWire>('/metrics/win-rates')).definition).toBe('narrow');
    expect((await ask<WinRatesAnswerWire>('/metrics/win-rates?asOf=2026-03-11')).definition).toBe('broad');
    expect((await ask<WinRatesAnswerWire>('/metrics/win-rates?asOf=2026-03-12')).definition).toBe('narrow');
    expect(await ask<FunnelFiguresWire>('/figures/funnel')).toMatchObject({ mode: 'any', definition: 'any' });
    expect(await ask<FunnelFiguresWire>('/figures/funnel?asOf=2026-03-09')).toMatchObject({ mode: 'ordered' });
    expect(await ask<FunnelFiguresWire>('/metrics/throughput')).toMatchObject({ mode: 'any', definition: 'any' });
    expect(await ask<FunnelFiguresWire>('/figures/funnel?mode=strict')).toMatchObject({ definition: 'strict' });
    expect(await ask<AttributionWire>('/metrics/attribution')).toMatchObject({ model: 'linear', beside: 'first' });
    expect(await ask<AttributionWire>('/metrics/attribution?model=last')).toMatchObject({ definition: 'last' });
    expect(await chosen('deal_size', '?asOf=2026-03-09')).toBe('mean');
    const { made } = await ask<MetricChoicesWire>('/metrics/choices');
    expect(made.map(({ purpose }) => purpose)).toEqual(['headline_win_rate', 'attribution', 'conversion', 'deal_size']);
    expect((await ask<MetricChoicesWire>('/metrics/choices?asOf=2026-03-09')).made).toEqual([]);
  });

  test('is said by the figures of the scoreboard', async () => {
    const { figures } = (await viewer.get('/figures/scoreboard')).body as ScoreboardWire;
    const said = Object.fromEntries(figures.map(({ key, definition }) => [key, definition]));
    expect(said).toMatchObject({ win_rate: 'broad', new_customers: 'first_order', net_revenue: null });
    const notes = figures.find(({ key }) => key === 'win_rate')?.notes.map(({ detail }) => detail);
    expect(notes).toEqual(['This is the broad win rate. The organisation goes by the narrow one.']);
  });
});
