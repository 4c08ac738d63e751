import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type {
  CycleAnswerWire,
  MatrixAnswerWire,
  StaleAnswerWire,
  StaysAnswerWire,
  StaysRowWire,
  ThroughputAnswerWire,
} from '@tandem/contracts';
import { FunnelReader } from '@tandem/funnel';
import { aHistory, type Step } from '../builders/a-history';
import { aSalesFloor, type SalesFloor } from '../builders/a-sales-floor';
import { anAccount } from '../builders/an-account';
import { anOfferedProduct } from '../builders/an-offered-product';
import { startApi, type RunningApi } from '../support/start-api';
import { ToldMetrics, wholeOf } from '../support/told-metrics';

let api: RunningApi;
let told: ToldMetrics;
beforeAll(async () => {
  api = await startApi();
  told = new ToldMetrics(await api.as('viewer'));
});
afterAll(() => api.stop());

const deal = (floor: SalesFloor, steps: readonly Step[], wishes: object = {}) =>
  aHistory(api, { teamId: floor.teamId, ownerId: floor.amy, steps, ...wishes });
const at = (day: string, stage: string): Step => ({ at: `${day}T04:00:00Z`, stage });
const ended = (day: string, outcome: 'lost' | 'open' | 'cancelled'): Step => ({ at: `${day}T04:00:00Z`, outcome });

describe('the moves of a month', () => {
  let floor: SalesFloor;
  let skipper: string;
  let wanderer: string;
  let comeback: string;
  let euro: string;
  beforeAll(async () => {
    floor = await aSalesFloor(api);
    skipper = await deal(floor, [
      at('2020-05-04', 'prospect'),
      at('2020-05-05', 'propose'),
      at('2020-05-06', 'negotiate'),
      at('2020-05-07', 'implement'),
    ]);
    wanderer = await deal(floor, [
      at('2020-05-04', 'prospect'),
      at('2020-05-06', 'define_needs'),
      at('2020-05-08', 'prospect'),
      at('2020-05-10', 'define_needs'),
      ended('2020-05-12', 'lost'),
    ]);
    comeback = await deal(floor, [
      at('2020-04-20', 'define_needs'),
      ended('2020-05-15', 'lost'),
      ended('2020-05-20', 'open'),
    ]);
    await deal(floor, [{ ...at('2020-05-21', 'prospect'), inferred: true }]);
    euro = await deal(floor, [at('2020-05-22', 'prospect')], { currency: 'EUR' });
  });

  const matrix = (query: string) =>
    told.get<MatrixAnswerWire>(`matrix?period=2020-05&teamId=${floor.teamId}${query}`).then(wholeOf);

  test('stand in a matrix with skips, steps back, wins, losses and reopenings, counted and valued', async () => {
    const { cells, out, into, skips, total, undated, kinds } = await matrix('');
    expect(
      cells.map(({ from, to, kind, count, value }) => `${from}>${to} ${kind} ${count} ${value.amountMinor}`),
    ).toEqual([
      'created>prospect created 3 20000',
      'prospect>define_needs forward 2 20000',
      'prospect>propose forward 1 10000',
      'define_needs>prospect regression 1 10000',
      'define_needs>lost loss 2 20000',
      'propose>negotiate forward 1 10000',
      'negotiate>implement win 1 10000',
      'lost>define_needs reopening 1 10000',
    ]);
    expect(cells[0]).toMatchObject({ withoutValue: 1 });
    expect([skips.count, total.count, total.value.amountMinor, undated]).toEqual([1, 12, '110000', 1]);
    expect(out.map(({ place, count }) => [place, count])).toEqual([
      ['created', 3],
      ['prospect', 3],
      ['define_needs', 3],
      ['propose', 1],
      ['negotiate', 1],
      ['lost', 1],
    ]);
    expect(into.find(({ place }) => place === 'define_needs')?.count).toBe(3);
    expect(kinds.find(({ kind }) => kind === 'regression')).toMatchObject({
      count: 1,
      name: { en: 'Step back', zhTW: '退回' },
    });
  });

  test('open their records by row, column, cell and kind', async () => {
    const ids = (part: string) => told.ids(`matrix?period=2020-05&teamId=${floor.teamId}&${part}`);
    expect(await ids('from=prospect')).toEqual([skipper, wanderer, wanderer]);
    expect(await ids('to=lost')).toEqual([wanderer, comeback]);
    expect(await ids('from=prospect&to=propose')).toEqual([skipper]);
    expect(await ids('kind=reopening')).toEqual([comeback]);
    expect(await ids('skipped=true')).toEqual([skipper]);
    const rows = await told.records(`matrix?period=2020-05&teamId=${floor.teamId}`);
    const sum = rows.reduce((total, { value }) => total + BigInt(value?.amountMinor ?? 0), 0n);
    expect([rows.length, sum]).toEqual([12, 110_000n]);
    expect(rows.find(({ opportunityId }) => opportunityId === euro)).toMatchObject({
      of: 'created',
      from: 'created',
      to: 'prospect',
      at: '2020-05-22T04:00:00.000Z',
      value: null,
    });
  });

  test('are those known on a past day', async () => {
    const { total, kinds } = await matrix('&asOf=2020-05-18');
    expect([total.count, kinds.find(({ kind }) => kind === 'reopening')?.count]).toEqual([10, 0]);
  });

  test('have a throughput between any two rows, which is no conversion', async () => {
    const answer = await told.get<ThroughputAnswerWire>(`throughput?period=2020-05&teamId=${floor.teamId}`);
    expect(answer.definitions.map(({ name }) => name)).toEqual(['Throughput']);
    const pair = (from: string, to: string) => answer.pairs.find((one) => one.from === from && one.to === to);
    // Three entered prospect; the one who jumped and the one who wandered entered define_needs.
    expect(answer.rows.find(({ key }) => key === 'prospect')?.entered).toBe(3);
    expect(pair('prospect', 'define_needs')?.ratio).toBe('0.666667');
    expect(pair('implement', 'prospect')?.ratio).toBe('3');
    expect(pair('retain', 'prospect')).toMatchObject({ ratio: null, unavailable: { code: 'nothing_entered' } });
    const { body } = await (
      await api.as('viewer')
    ).get(`/metrics/throughput/records?period=2020-05&teamId=${floor.teamId}&row=define_needs`);
    expect(body.count).toBe(2);
  });

  const stays = async (query: string): Promise<Record<string, StaysRowWire>> => {
    const answer = await told.get<StaysAnswerWire>(`stays?period=2020-05&teamId=${floor.teamId}${query}`);
    return Object.fromEntries(wholeOf(answer).map((row) => [row.key, row]));
  };

  test('end stays: all visits together, and the age of who is still there', async () => {
    const { prospect, define_needs: needs, implement } = await stays('&asOf=2020-05-24');
    // The skipper was there for one day, the wanderer for two times two; the euro since the 22nd at four.
    expect(prospect).toMatchObject({
      completed: { count: 2, median: 2.5, p75: 4, p90: 4 },
      running: { count: 1, median: 2.8 },
      undated: 1,
    });
    // The comeback left when it was lost, came back on the 20th and has been there for 25 days and 4.8 more.
    expect(needs).toMatchObject({
      completed: { count: 1, median: 4 },
      running: { count: 1, median: 29.8 },
      undated: 0,
    });
    expect(implement).toMatchObject({ completed: { count: 0, median: null }, running: { count: 0 } });
    const lostThen = await stays('&asOf=2020-05-18');
    expect(lostThen['define_needs']).toMatchObject({ completed: { count: 2, median: 14.5, p75: 25 } });
  });

  test('open the stays behind them', async () => {
    const records = (part: string) =>
      told.records(`stays?period=2020-05&teamId=${floor.teamId}&asOf=2020-05-24&${part}`);
    const completed = await records('row=prospect');
    expect(completed.map(({ opportunityId, milliseconds }) => [opportunityId, milliseconds])).toEqual([
      [skipper, 86_400_000],
      [wanderer, 4 * 86_400_000],
    ]);
    expect((await records('row=prospect&of=running')).map(({ opportunityId }) => opportunityId)).toEqual([euro]);
    expect(await records('row=prospect&of=undated')).toMatchObject([{ milliseconds: null }]);
  });
});

describe('a cycle', () => {
  let floor: SalesFloor;
  let laptop: string;
  beforeAll(async () => {
    floor = await aSalesFloor(api);
    laptop = await anOfferedProduct(api.database, { name: 'Laptop' });
    const won = (created: string, on: string, wishes: object = {}) =>
      deal(floor, [at(created, 'prospect'), at(on, 'implement')], wishes);
    await won('2019-01-05', '2019-01-20', { productId: laptop });
    await won('2018-12-01', '2019-02-01', {
      accountId: await anAccount(api.database, { segment: 'retail' }),
      ownerId: floor.ben,
    });
    await deal(floor, [at('2019-02-28', 'prospect'), at('2019-03-01', 'implement'), at('2019-04-10', 'negotiate')]);
    await deal(floor, [{ ...at('2019-03-02', 'prospect'), inferred: true }, at('2019-03-09', 'implement')]);
  });

  const cycle = (query: string) =>
    told.get<CycleAnswerWire>(`cycle?period=2019-Q1&teamId=${floor.teamId}${query}`).then(wholeOf);

  test('is counted in whole days of what was won in the period, in both readings and as of then', async () => {
    expect(await cycle('')).toEqual({ days: { count: 2, median: 38.5, p75: 62, p90: 62 }, undated: 1 });
    expect(await cycle('&reading=reported')).toMatchObject({ days: { count: 3, median: 15, p75: 62 } });
    expect(await cycle('&asOf=2019-03-31')).toMatchObject({ days: { count: 3, median: 15 } });
    expect(await cycle('&asOf=2019-01-31')).toMatchObject({ days: { count: 1, median: 15 }, undated: 0 });
  });

  test('is cut by agent, product and segment, and by pairs of them, which add up to the whole', async () => {
    const by = async (kinds: string) => {
      const { slices } = await told.get<CycleAnswerWire>(`cycle?period=2019-Q1&teamId=${floor.teamId}&by=${kinds}`);
      return slices.map(({ places, figures }) => [
        ...places.map(({ id, name }) => (id === floor.ben ? 'Ben' : name.en)),
        figures.days.count,
        figures.days.median,
      ]);
    };
    expect(await by('product')).toEqual([
      ['Laptop', 1, 15],
      ['No product', 1, 62],
    ]);
    expect(await by('segment')).toEqual([
      ['retail', 1, 62],
      ['No segment', 1, 15],
    ]);
    expect((await by('person,product')).filter(([person]) => person === 'Ben')).toEqual([['Ben', 'No product', 1, 62]]);
    expect(await by('team')).toHaveLength(1);
  });

  test('opens into what was won, by close date, and narrows to a product', async () => {
    const records = await told.records(`cycle?period=2019-Q1&teamId=${floor.teamId}`);
    expect(records.map(({ date, of, days }) => [date, of, days])).toEqual([
      ['2019-01-20', 'completed', 15],
      ['2019-02-01', 'completed', 62],
      ['2019-03-09', 'undated', null],
    ]);
    expect(await cycle(`&productId=${laptop}`)).toMatchObject({ days: { count: 1 }, undated: 0 });
    expect(await cycle('&segment=retail')).toMatchObject({ days: { count: 1, median: 62 } });
    expect(await cycle('&productId=none&segment=none')).toMatchObject({ days: { count: 0, median: null }, undated: 1 });
  });
});

describe('what is stale', () => {
  let floor: SalesFloor;
  beforeAll(async () => {
    floor = await aSalesFloor(api);
    await api.database.write(() =>
      api.database.run(`UPDATE funnel_stage SET stale_days = NULL WHERE stage_key = 'negotiate'`),
    );
    api.app.get(FunnelReader, { strict: false }).forget();
  });

  const stale = async (query = '') => {
    const answer = await told.get<StaleAnswerWire>(`stale?teamId=${floor.teamId}${query}`);
    const rows = wholeOf(answer);
    return {
      stage: (key: string) => answer.stages.find((stage) => stage.key === key),
      row: (key: string) => rows.find((row) => row.key === key),
    };
  };

  test('stands longer in its stage than the stage’s threshold, now and as of a past day', async () => {
    const old = await deal(floor, [
      at('2026-09-01', 'qualify'),
      { ...at('2026-11-01', 'prospect'), amountMinor: 700n },
    ]);
    await deal(floor, [{ at: '2026-11-02T09:00:00Z', stage: 'prospect' }]);
    const { stage, row } = await stale();
    expect(stage('prospect')).toMatchObject({ days: 21, learnedFrom: null, unavailable: null });
    expect(row('prospect')).toMatchObject({
      open: { count: 2, value: { amountMinor: '10700' } },
      stale: { count: 1, value: { amountMinor: '700', currency: 'USD' } },
    });
    expect(await told.records(`stale?teamId=${floor.teamId}`)).toMatchObject([
      { opportunityId: old, of: 'prospect', days: 22, at: '2026-11-01T04:00:00.000Z' },
    ]);
    for (const reading of ['restated', 'reported']) {
      const then = await stale(`&reading=${reading}&asOf=2026-10-31`);
      // It stood in qualify for 60 days then.
      expect([then.row('qualify')?.stale.count, then.row('prospect')?.open.count]).toEqual([1, 0]);
      expect((await stale(`&reading=${reading}`)).row('prospect')).toEqual(row('prospect'));
    }
  });

  test('is judged by twice the median of winners where nobody set a threshold, and by nothing with too few of them', async () => {
    await deal(floor, [at('2026-11-13', 'negotiate')]);
    const before = await stale();
    expect(before.stage('negotiate')).toMatchObject({
      days: null,
      unavailable: { code: 'too_few_winners', detail: expect.stringContaining('won opportunities') },
    });
    expect(before.row('negotiate')).toMatchObject({ stale: { count: 0 } });
    const winners = await aSalesFloor(api);
    for (let place = 0; place < 30; place++) {
      await deal(winners, [at('2026-06-01', 'negotiate'), at('2026-06-05', 'implement')]);
    }
    const after = await stale();
    expect(after.stage('negotiate')).toMatchObject({ days: 8, unavailable: null });
    expect(after.row('negotiate')).toMatchObject({ open: { count: 1 }, stale: { count: 1 } });
    // Nobody knows how long this one was there.
    await deal(winners, [{ ...at('2026-06-01', 'negotiate'), inferred: true }, at('2026-06-05', 'implement')]);
    expect((await stale()).stage('negotiate')).toEqual(after.stage('negotiate'));
  });
});

test('a question about a kind that does not exist is refused', async () => {
  const viewer = await api.as('viewer');
  expect((await viewer.get('/metrics/cycle?by=colour')).status).toBe(400);
  expect((await viewer.get('/metrics/matrix?period=soon')).status).toBe(400);
});

test('before anything was recorded nothing is known, and it says so', async () => {
  const answer = await told.get<CycleAnswerWire>('cycle?period=2010-Q1&asOf=2010-06-01');
  expect(answer).toMatchObject({ whole: null, unavailable: { code: 'nothing_recorded_yet' }, slices: [] });
});
