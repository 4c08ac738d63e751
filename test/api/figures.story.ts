import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DefinitionWire, FigureRecordsWire, FigureRecordWire, FigureValue, FigureWire } from '@tandem/contracts';
import { date, money } from '@tandem/kernel';
import { SpendReader, SpendService } from '@tandem/spend';
import { aHistory, aWonDeal } from '../builders/a-history';
import { aSalesFloor, type SalesFloor } from '../builders/a-sales-floor';
import { aSource } from '../builders/a-source';
import { anAccount } from '../builders/an-account';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let viewer: SignedInClient;
let floor: SalesFloor;
let spend: { service: SpendService; reader: SpendReader };
beforeAll(async () => {
  api = await startApi();
  viewer = await api.as('viewer');
  floor = await aSalesFloor(api);
  spend = {
    service: api.app.get(SpendService, { strict: false }),
    reader: api.app.get(SpendReader, { strict: false }),
  };
});
afterAll(() => api.stop());

async function recordsOf(
  key: string,
  query: string,
): Promise<{ rows: FigureRecordWire[]; figure: FigureWire; pages: number }> {
  const rows: FigureRecordWire[] = [];
  for (let cursor: string | null = '', pages = 1; ; pages++) {
    const answer = await viewer.get(`/figures/${key}/records?limit=3&${query}${cursor ? `&cursor=${cursor}` : ''}`);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    const { items, page, count, figure } = answer.body as FigureRecordsWire;
    rows.push(...items);
    cursor = page.nextCursor;
    if (!page.hasMore) {
      expect(rows).toHaveLength(count);
      return { rows, figure, pages };
    }
  }
}

const sizeOf = (value: FigureValue | null): bigint => {
  if (value?.unit === 'money') return BigInt(value.money.amountMinor);
  return value?.unit === 'count' ? BigInt(value.count) : 0n;
};

describe('a figure', () => {
  test('says what it means in the reader’s language, with its formula and which way is better', async () => {
    const definitions = async (client: SignedInClient) =>
      (await client.get('/figures/definitions')).body.definitions as DefinitionWire[];
    const [english, chinese] = [
      await definitions(viewer),
      await definitions(await api.as('viewer', { locale: 'zh-TW' })),
    ];
    expect(english.map(({ key }) => key).slice(0, 5)).toEqual([
      'quota_attainment',
      'new_customers',
      'closings',
      'gross_profit_per_customer',
      'sales_expense_ratio',
    ]);
    expect(english[3]).toMatchObject({ name: 'Gross profit per customer', unit: 'money', betterWhen: 'higher' });
    expect(chinese[3]).toMatchObject({ name: '每客戶毛利', formula: '（淨營收 − 直接成本）÷ 期間內有入帳的客戶數' });
  });

  test('opens into exactly the records behind it, page by page, in every slice', async () => {
    const [fair, acme] = [await aSource(api.database), await anAccount(api.database)];
    const deal = { teamId: floor.teamId, ownerId: floor.amy };
    for (const [day, amountMinor] of [
      ['02', 5_000n],
      ['03', 7_000n],
      ['03', 11_000n],
      ['04', 13_000n],
    ] as const) {
      await aWonDeal(api, `2014-02-${day}`, {
        ...deal,
        amountMinor,
        accountId: acme,
        sourceId: fair,
        costMinor: 1_000n,
      });
    }
    await aWonDeal(api, '2014-02-05', { ...deal, ownerId: floor.ben, accountId: await anAccount(api.database) });
    await aWonDeal(api, '2014-02-06', { ...deal, bookingType: 'renewal' });
    await aHistory(api, {
      ...deal,
      steps: [{ at: '2014-02-07T09:00:00Z' }, { at: '2014-03-07T09:00:00Z', outcome: 'lost' }],
    });
    await api.act(() =>
      spend.service.record({
        date: date('2014-02-10'),
        side: 'sales',
        category: 'people',
        amount: money(900n, 'USD'),
        teamId: floor.teamId,
      }),
    );
    await api.act(() =>
      spend.service.record({
        date: date('2014-02-11'),
        side: 'marketing',
        category: 'promotion',
        amount: money(400n, 'USD'),
        sourceId: fair,
      }),
    );
    const { definitions } = (await viewer.get('/figures/definitions')).body as { definitions: DefinitionWire[] };
    for (const slice of ['', `teamId=${floor.teamId}`, `personId=${floor.amy}`, `sourceId=${fair}`, 'sourceId=none']) {
      for (const { key } of definitions) {
        const { rows, figure } = await recordsOf(key, `period=2014-Q1&${slice}`);
        for (const of of new Set(rows.map((row) => row.of))) {
          const sum = rows.filter((row) => row.of === of).reduce((total, row) => total + sizeOf(row.contribution), 0n);
          expect([key, of, sum]).toEqual([
            key,
            of,
            sizeOf(figure.parts.find((part) => part.key === of)?.value ?? null),
          ]);
        }
      }
    }
    const { rows, pages } = await recordsOf('net_revenue', 'period=2014-Q1');
    expect([rows.length, pages]).toEqual([6, 2]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(6);
    expect(rows[0]).toMatchObject({
      kind: 'booking',
      of: 'bookings',
      date: '2014-02-02',
      accountName: { zhTW: null },
      ownerName: { en: expect.any(String) },
    });
    const { rows: expenses } = await recordsOf('revenue_expense_ratio', 'period=2014-Q1');
    expect(expenses.filter(({ kind }) => kind === 'expense').map(({ name }) => name)).toEqual([
      { en: 'People', zhTW: '人事' },
      { en: 'Promotion', zhTW: '促銷' },
    ]);
  });

  test('of cost against revenue has a team and a source only where expense lines name them', async () => {
    const board = async (by: string) => (await viewer.get(`/figures/scoreboard?period=2014-Q1&by=${by}`)).body;
    const ratios = (figures: FigureWire[]) =>
      figures
        .filter(({ key }) => key.endsWith('expense_ratio'))
        .map(({ value, unavailable }) => value ?? unavailable?.code);
    const { figures, slices } = await board('team');
    expect(ratios(figures)).toEqual([
      { unit: 'ratio', ratio: '0.016071' },
      { unit: 'ratio', ratio: '0.023214' },
    ]);
    expect(slices.map(({ slice }: { slice: { name: { en: string } } }) => slice.name.en).at(-1)).toBe('No team');
    const people = await board('person');
    expect(people.slices.flatMap((slice: { figures: FigureWire[] }) => ratios(slice.figures))).toEqual(
      Array(4).fill('expense_not_by_person'),
    );
  });

  test('is for everyone signed in and for nobody else', async () => {
    for (const path of [
      '/figures/definitions',
      '/figures/scoreboard',
      '/figures/closings/records',
      '/figures/funnel',
      '/figures/funnel/records?row=prospect',
    ]) {
      expect((await api.anonymous.get(path)).status).toBe(401);
      expect((await (await api.as('marketer')).get(path)).status).toBe(200);
    }
  });

  test('that does not exist, and a cursor we did not write, are refused', async () => {
    expect((await viewer.get('/figures/happiness/records')).status).toBe(400);
    const answer = await viewer.get('/figures/closings/records?cursor=%F0%9F%98%80');
    expect([answer.status, answer.body.code]).toEqual([400, 'list.cursor_unknown']);
    expect((await viewer.get('/figures/closings/records?limit=500')).status).toBe(400);
    expect((await viewer.get('/figures/scoreboard?colour=red')).status).toBe(400);
  });
});

describe('the purse', () => {
  test('keeps an expense at the rate of its day, and says what it could not convert', async () => {
    await api.database.write(() =>
      api.database.run(
        "INSERT INTO exchange_rate (from_currency, to_currency, rate_date, rate) VALUES ('TWD', 'USD', '2013-01-01', 0.03)",
      ),
    );
    const record = (currency: string, on: string) =>
      api.act(() =>
        spend.service.record({ date: date(on), side: 'marketing', category: 'tools', amount: money(1_000n, currency) }),
      );
    await record('TWD', '2013-02-01');
    await record('EUR', '2013-02-01');
    await record('TWD', '2012-12-31');
    expect(await spend.reader.spent({ from: date('2013-01-01'), until: date('2013-04-01') })).toEqual([
      { side: 'marketing', category: 'tools', amount: money(3_000n, 'USD'), notConvertible: 1 },
    ]);
    expect(await spend.reader.spent({ from: date('2012-10-01'), until: date('2013-01-01') })).toEqual([
      { side: 'marketing', category: 'tools', amount: money(0n, 'USD'), notConvertible: 1 },
    ]);
  });
});
