import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FigureValue, FigureWire, ScoreboardWire } from '@tandem/contracts';
import { FiguresReader, plainValue } from '@tandem/metrics';
import { aHistory, aWonDeal } from '../builders/a-history';
import { aSalesFloor } from '../builders/a-sales-floor';
import { aSource } from '../builders/a-source';
import { anAccount } from '../builders/an-account';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let viewer: SignedInClient;
let officer: SignedInClient;
beforeAll(async () => {
  api = await startApi();
  viewer = await api.as('viewer');
  officer = await api.as('revenue_officer');
});
afterAll(() => api.stop());

const usd = (amountMinor: string): FigureValue => ({ unit: 'money', money: { amountMinor, currency: 'USD' } });
const count = (number: number): FigureValue => ({ unit: 'count', count: number });
const ratio = (text: string): FigureValue => ({ unit: 'ratio', ratio: text });

async function scoreboard(query: string, client = viewer): Promise<ScoreboardWire> {
  const answer = await client.get(`/figures/scoreboard?${query}`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as ScoreboardWire;
}
const of = (figures: readonly FigureWire[], key: string): FigureWire => {
  const found = figures.find((figure) => figure.key === key);
  if (!found) throw new Error(`no ${key}`);
  return found;
};

describe('the scoreboard', () => {
  test('of a quarter in which nothing happened says so, with its exact range, and never shows an unknown as 0', async () => {
    const board = await scoreboard('period=2015-Q1');
    expect(board.range).toEqual({
      key: '2015-Q1',
      from: '2015-01-01',
      until: '2015-04-01',
      zone: 'UTC',
      fromInstant: '2015-01-01T00:00:00.000Z',
      untilInstant: '2015-04-01T00:00:00.000Z',
      gone: '1',
    });
    expect(of(board.figures, 'net_revenue').value).toEqual(usd('0'));
    expect(of(board.figures, 'quota_attainment')).toMatchObject({
      value: null,
      unavailable: { code: 'quota_missing' },
    });
    expect(of(board.figures, 'sales_expense_ratio').unavailable).toMatchObject({
      code: 'expense_missing',
      detail: 'No expense has been recorded for this period.',
    });
    expect(of(board.figures, 'win_rate').unavailable?.code).toBe('nothing_closed');
  });

  test('without a period is about the current fiscal quarter', async () => {
    expect((await scoreboard('')).range).toMatchObject({ key: '2026-Q4', from: '2026-10-01', until: '2027-01-01' });
  });

  test('splits by team, office, person and source, and what names no source has a bucket of its own', async () => {
    const [north, south] = [await aSalesFloor(api), await aSalesFloor(api)];
    const [fair, account] = [await aSource(api.database, 'Trade fair'), await anAccount(api.database)];
    await aWonDeal(api, '2014-02-03', {
      teamId: north.teamId,
      ownerId: north.amy,
      accountId: account,
      sourceId: fair,
      amountMinor: 30_000n,
    });
    await aWonDeal(api, '2014-02-04', { teamId: north.teamId, ownerId: north.ben, accountId: account });
    await aWonDeal(api, '2014-03-31', {
      teamId: south.teamId,
      ownerId: south.amy,
      accountId: await anAccount(api.database),
      amountMinor: 500n,
    });
    for (const [by, expected] of [
      ['team', [40_000, 500]],
      ['office', [40_000, 500]],
      ['person', [30_000, 10_000, 500]],
      ['source', [30_000, 10_500]],
    ] as const) {
      const board = await scoreboard(`period=2014-Q1&by=${by}`);
      expect(of(board.figures, 'net_revenue').value).toEqual(usd('40500'));
      const sums = board.slices
        .map(({ figures }) => of(figures, 'net_revenue').value)
        .map((value) => (value?.unit === 'money' ? Number(value.money.amountMinor) : 0));
      expect(sums.toSorted((one, other) => other - one)).toEqual(expected);
    }
    const bySource = await scoreboard('period=2014-Q1&by=source');
    expect(bySource.slices.map(({ slice }) => [slice.id === null, slice.name.en, slice.name.zhTW])).toEqual([
      [false, 'Trade fair', null],
      [true, 'No source', '未指定來源'],
    ]);
    expect(of((await scoreboard('period=2014-Q1&sourceId=none')).figures, 'net_revenue').value).toEqual(usd('10500'));
    expect(
      of((await scoreboard(`period=2014-Q1&officeId=${north.officeId}`)).figures, 'winning_customers').value,
    ).toEqual(count(1));
  });

  test('stands beside the quarter before', async () => {
    const floor = await aSalesFloor(api);
    const deal = { teamId: floor.teamId, ownerId: floor.amy };
    await aWonDeal(api, '2013-03-31', deal);
    await aWonDeal(api, '2013-04-01', { ...deal, amountMinor: 7_000n });
    const { figures } = await scoreboard('period=2013-Q2');
    expect(of(figures, 'net_revenue')).toMatchObject({ value: usd('7000'), previous: usd('10000') });
    expect(of(figures, 'closings')).toMatchObject({ value: count(1), previous: count(1) });
  });

  test('takes a win that was reopened and lost off the quarter it was won in', async () => {
    const floor = await aSalesFloor(api);
    await aHistory(api, {
      teamId: floor.teamId,
      ownerId: floor.amy,
      accountId: await anAccount(api.database),
      steps: [
        { at: '2012-01-10T09:00:00Z', stage: 'prospect' },
        { at: '2012-03-10T09:00:00Z', stage: 'implement' },
        { at: '2012-04-20T09:00:00Z', stage: 'negotiate' },
        { at: '2012-05-05T09:00:00Z', outcome: 'lost' },
      ],
    });
    const keys = ['closings', 'lost', 'net_revenue', 'new_customers'];
    const figuresOf = async (period: string) => {
      const { figures } = await scoreboard(`period=${period}`);
      return keys.map((key) => of(figures, key).value);
    };
    expect(await figuresOf('2012-Q1')).toEqual([count(0), count(0), usd('0'), count(0)]);
    expect(await figuresOf('2012-Q2')).toEqual([count(0), count(1), usd('0'), count(0)]);
    const reported = async (period: string) => {
      const { figures } = await api.app.get(FiguresReader, { strict: false }).figures({ period, reading: 'reported' });
      return keys
        .map((key) => figures.find((figure) => figure.key === key)?.value)
        .map((value) => value && plainValue(value));
    };
    expect(await reported('2012-Q1')).toEqual([count(1), count(0), usd('10000'), count(1)]);
    expect(await reported('2012-Q2')).toEqual([count(-1), count(1), usd('-10000'), count(0)]);
  });

  test('credits the one who won it, whoever had it before and whoever moves later', async () => {
    const [north, south] = [await aSalesFloor(api), await aSalesFloor(api)];
    await aHistory(api, {
      teamId: north.teamId,
      ownerId: north.amy,
      steps: [
        { at: '2011-01-10T09:00:00Z', stage: 'prospect' },
        { at: '2011-02-10T09:00:00Z', ownerId: south.ben, teamId: south.teamId },
        { at: '2011-03-10T09:00:00Z', stage: 'implement' },
      ],
    });
    const { slices } = await scoreboard('period=2011-Q1&by=person');
    expect(slices.map(({ slice, figures }) => [slice.id, of(figures, 'closings').value])).toEqual([
      [south.ben, count(1)],
    ]);
  });

  test('says in the reader’s language that a total is partial when a rate is missing', async () => {
    const floor = await aSalesFloor(api);
    const deal = { teamId: floor.teamId, ownerId: floor.amy };
    await aWonDeal(api, '2010-02-01', deal);
    await aWonDeal(api, '2010-02-02', { ...deal, currency: 'EUR' });
    const chinese = await api.as('viewer', { locale: 'zh-TW' });
    const revenue = of((await scoreboard('period=2010-Q1', chinese)).figures, 'net_revenue');
    expect(revenue).toMatchObject({
      value: usd('10000'),
      notes: [{ code: 'partial_total', detail: '部分合計：1 筆入帳沒有匯率，未計入總額。' }],
    });
  });

  test('holds the team’s quota against the sum of its people’s and prorates a joiner by working days', async () => {
    const { teamId, amy, ben } = await aSalesFloor(api);
    await aWonDeal(api, '2009-05-04', { teamId, ownerId: amy, amountMinor: 65_000n });
    await api.database.write(() =>
      api.database.run('UPDATE person SET joined_on = ? WHERE id = ?', [
        '2009-05-18',
        Buffer.from(amy.replaceAll('-', ''), 'hex'),
      ]),
    );
    const quota = (body: object) => officer.post('/quotas', { periodKey: '2009-Q2', ...body });
    const money = (amountMinor: string) => ({ amountMinor, currency: 'USD' });
    expect((await quota({ teamId, amount: money('50000') })).body).toMatchObject({
      revision: 1,
      teamId,
      personId: null,
    });
    expect((await quota({ teamId, amount: money('100000') })).body.revision).toBe(2);
    await quota({ personId: amy, amount: money('65000') });
    await quota({ personId: ben, amount: money('90000') });
    const whole = of((await scoreboard('period=2009-Q2')).figures, 'quota_attainment');
    expect(whole).toMatchObject({ value: ratio('0.65'), target: ratio('1'), standing: 'missed' });
    expect(whole.notes[0]?.detail).toBe('The people carry US$1,220 together, more than the quota of US$1,000.');
    const own = of((await scoreboard(`period=2009-Q2&personId=${amy}`)).figures, 'quota_attainment');
    expect(own.parts.find(({ key }) => key === 'quota')).toEqual({ key: 'quota', name: 'Quota', value: usd('32000') });
    expect(own.value).toEqual(ratio('2.03125'));
    const { slices } = await scoreboard('period=2009-Q2&by=person');
    expect(new Set(slices.map(({ slice }) => slice.id))).toEqual(new Set([amy, ben]));
  });

  test('counts a first order within a family that already buys as a first order and as connected', async () => {
    const floor = await aSalesFloor(api);
    const [mother, daughter] = [await anAccount(api.database), await anAccount(api.database)];
    await api.database.write(() =>
      api.database.run(
        'UPDATE account SET parent_id = ? WHERE id = ?',
        [mother, daughter].map((id) => Buffer.from(id.replaceAll('-', ''), 'hex')),
      ),
    );
    const deal = { teamId: floor.teamId, ownerId: floor.amy };
    await aWonDeal(api, '2007-11-05', { ...deal, accountId: mother });
    await aWonDeal(api, '2008-02-04', { ...deal, accountId: daughter });
    await aWonDeal(api, '2008-02-04', { ...deal, accountId: daughter });
    await aWonDeal(api, '2008-02-05', { ...deal, accountId: await anAccount(api.database), amountMinor: 0n });
    const figure = of((await scoreboard('period=2008-Q1')).figures, 'new_customers');
    expect(figure.value).toEqual(count(1));
    expect(figure.parts.map(({ key, value }) => [key, value])).toEqual([
      ['first_order', count(1)],
      ['connected_new', count(1)],
      ['win_back', count(0)],
    ]);
    await aWonDeal(api, '2009-08-03', { ...deal, accountId: mother });
    expect(of((await scoreboard('period=2009-Q3')).figures, 'new_customers').parts[2]?.value).toEqual(count(1));
  });
});

describe('a period', () => {
  test.each([
    ['2026-W54', 400, 'period.unknown'],
    ['next-week', 400, 'request.invalid'],
  ])('such as %s is refused clearly', async (period, status, code) => {
    const answer = await viewer.get(`/figures/scoreboard?period=${period}`);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('may be a year, a month, a week or any days', async () => {
    const days = async (period: string) => (await scoreboard(`period=${period}`)).range;
    expect(await days('2020')).toMatchObject({ from: '2020-01-01', until: '2021-01-01' });
    expect(await days('2020-02')).toMatchObject({ from: '2020-02-01', until: '2020-03-01' });
    expect(await days('2020-W53')).toMatchObject({ from: '2020-12-28', until: '2021-01-04' });
    expect(await days('2020-02-28..2020-02-29')).toMatchObject({ from: '2020-02-28', until: '2020-03-01' });
  });
});
