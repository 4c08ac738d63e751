import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AcquisitionCostsWire, AcquisitionRecordsWire, LineRecordsWire, MixWire } from '@tandem/contracts';
import { date, money, type Id } from '@tandem/kernel';
import { SpendService } from '@tandem/spend';
import { aWonDeal } from '../builders/a-history';
import { aSalesFloor } from '../builders/a-sales-floor';
import { aSource } from '../builders/a-source';
import { anAccount } from '../builders/an-account';
import { anOfferedProduct } from '../builders/an-offered-product';
import { changed } from '../builders/later-knowledge';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let officer: SignedInClient;
let deal: { readonly teamId: Id<'team'>; readonly ownerId: Id<'person'> };
let fair: Id<'source'>;
beforeAll(async () => {
  api = await startApi();
  officer = await api.as('revenue_officer');
  const { teamId, amy } = await aSalesFloor(api);
  deal = { teamId, ownerId: amy };
  fair = await aSource(api.database, 'Fair');
});
afterAll(() => api.stop());

describe('the mix', () => {
  const mixOf = async (query: string) => (await officer.get(`/metrics/mix?period=2016-Q1&${query}`)).body as MixWire;

  beforeAll(async () => {
    const [sensor, service] = [
      await anOfferedProduct(api.database, { name: 'Sensor' }),
      await anOfferedProduct(api.database, { name: 'Service' }),
    ];
    const steel = await anAccount(api.database, { segment: 'Steel' });
    const sold = { ...deal, accountId: steel };
    const first = await aWonDeal(api, '2016-02-01', {
      ...sold,
      productId: sensor,
      amountMinor: 60_000n,
      costMinor: 20_000n,
    });
    await aWonDeal(api, '2016-02-02', { ...sold, productId: service, amountMinor: 30_000n, bookingType: 'renewal' });
    await aWonDeal(api, '2016-02-03', { ...deal, amountMinor: 11_000n, costMinor: 1_000n });
    const amount = { amountMinor: '10000', currency: 'USD' };
    await changed(officer, first, '/credits', { amount, grantedOn: '2016-03-01', note: 'late' });
    const said = await officer.patch(`/products/${sensor}`, { future: true }, { version: 1 });
    expect(said.status).toBe(200);
  });

  test('of products tells revenue, gross profit of known cost and the share of future products', async () => {
    const { whole, rows, notes } = await mixOf('by=product');
    // (600 − 200) − 100 given back without cost, + (110 − 10); 600 + 100 + 110 of 1,110 booked have a known cost.
    expect(whole).toMatchObject({
      revenue: { amountMinor: '91000', currency: 'USD' },
      grossProfit: { amountMinor: '40000' },
      costCoverage: '0.72973',
      futureRevenue: { amountMinor: '50000' },
      futureShare: '0.549451',
    });
    expect(
      rows.map(({ name, revenue, grossProfit, share }) => [
        name.en,
        revenue.amountMinor,
        grossProfit?.amountMinor,
        share,
      ]),
    ).toEqual([
      ['Sensor', '50000', '30000', '0.549451'],
      ['Service', '30000', undefined, '0.32967'],
      ['No product', '11000', '10000', '0.120879'],
    ]);
    expect(notes).toEqual([{ code: 'indicative', detail: expect.stringContaining('73%') }]);
  });

  test.each(['product', 'segment', 'team', 'person', 'booking_type'])(
    'by %s has parts that add up to the whole, each of the lines behind it',
    async (by) => {
      const { whole, rows } = await mixOf(`by=${by}`);
      for (const [measure, of] of [
        ['revenue', 'revenue'],
        ['gross_profit', 'grossProfit'],
        ['future_revenue', 'futureRevenue'],
      ] as const) {
        const sum = rows.reduce((all, row) => all + BigInt(row[of]?.amountMinor ?? 0), 0n);
        expect(sum.toString()).toBe(whole?.[of]?.amountMinor);
        for (const row of rows) {
          const path = `/metrics/mix/records?period=2016-Q1&by=${by}&measure=${measure}&row=${encodeURIComponent(row.key)}`;
          const records = (await officer.get(path)).body as LineRecordsWire;
          const behind = records.items.reduce((all, { contribution }) => all + BigInt(contribution.amountMinor), 0n);
          expect([row.key, behind.toString(), records.sum.amountMinor]).toEqual([
            row.key,
            row[of]?.amountMinor ?? '0',
            row[of]?.amountMinor ?? '0',
          ]);
        }
      }
      expect(rows.reduce((all, { share }) => all + Math.round(Number(share) * 1e6), 0)).toBe(1_000_000);
    },
  );

  test('by segment and booking type names what lacks the attribute, and can be narrowed to them', async () => {
    expect((await mixOf('by=segment')).rows.map(({ name }) => name.en)).toEqual(['Steel', 'No segment']);
    expect((await mixOf('by=booking_type')).rows.map(({ name }) => name.zhTW)).toEqual([
      '新客戶',
      '續約',
      '退款與折讓',
    ]);
    expect((await mixOf('segment=Steel')).whole?.revenue.amountMinor).toBe('80000');
    expect((await mixOf('segment=none')).whole?.revenue.amountMinor).toBe('11000');
    expect((await mixOf('productId=none')).whole?.revenue.amountMinor).toBe('11000');
  });

  test('of a past day goes by what was said of products, and booked, by then', async () => {
    const past = await mixOf('asOf=2026-11-22');
    expect([past.whole?.revenue.amountMinor, past.whole?.futureRevenue.amountMinor]).toEqual(['101000', '0']);
    const reported = await mixOf('reading=reported');
    expect([reported.whole?.revenue.amountMinor, reported.whole?.futureRevenue.amountMinor]).toEqual([
      '91000',
      '50000',
    ]);
  });
});

describe('the cost of acquiring a customer', () => {
  const spent = (side: 'sales' | 'marketing', minor: bigint, sourceId: Id<'source'> | null = null) =>
    api.act(() =>
      api.app.get(SpendService, { strict: false }).record({
        date: date('2017-02-10'),
        side,
        category: side === 'sales' ? 'people' : 'promotion',
        amount: money(minor, 'USD'),
        sourceId,
      }),
    );
  const costs = async (query = '') =>
    (await officer.get(`/metrics/acquisition-cost?period=2017-Q1&${query}`)).body as AcquisitionCostsWire;

  beforeAll(async () => {
    for (const sourceId of [fair, fair, null])
      await aWonDeal(api, '2017-02-01', { ...deal, accountId: await anAccount(api.database), sourceId });
    await spent('sales', 60_000n);
    await spent('marketing', 30_001n, fair);
  });

  test('is the expense of both sides by new customer, as a whole and by source where expense names one', async () => {
    const { whole, rows } = await costs();
    expect(whole).toMatchObject({
      value: { amountMinor: '30000', currency: 'USD' },
      expense: { amountMinor: '90001' },
      salesExpense: { amountMinor: '60000' },
      marketingExpense: { amountMinor: '30001' },
      newCustomers: 3,
    });
    expect(
      rows.map(({ slice, value, expense, newCustomers }) => [
        slice.name.en,
        value?.amountMinor,
        expense?.amountMinor,
        newCustomers,
      ]),
    ).toEqual([
      ['Fair', '15000', '30001', 2],
      ['No source', '60000', '60000', 1],
    ]);
  });

  test('opens into the expense lines and the customers', async () => {
    const { items, cost, count } = (await officer.get('/metrics/acquisition-cost/records?period=2017-Q1&sourceId=none'))
      .body as AcquisitionRecordsWire;
    expect(count).toBe(2);
    expect(items.map(({ of, kind, contribution }) => [of, kind, contribution])).toEqual([
      ['sales_expense', 'expense', { unit: 'money', money: { amountMinor: '60000', currency: 'USD' } }],
      ['new_customers', 'customer', { unit: 'count', count: 1 }],
    ]);
    expect(cost.value?.amountMinor).toBe('60000');
    for (const [part, of] of [
      ['expense', 'sales_expense'],
      ['new_customers', 'new_customers'],
    ] as const) {
      const path = `/metrics/acquisition-cost/records?period=2017-Q1&sourceId=none&part=${part}&limit=1`;
      const one = (await officer.get(path)).body as AcquisitionRecordsWire;
      expect([one.count, one.page.hasMore, one.items.map((item) => item.of)]).toEqual([1, false, [of]]);
    }
  });

  test('is not available without a new customer, for people, or before anything was recorded', async () => {
    const whyOf = async (path: string) => {
      const { whole } = (await officer.get(`/metrics/acquisition-cost?${path}`)).body as AcquisitionCostsWire;
      return [whole.value, whole.unavailable?.code];
    };
    await api.act(() =>
      api.app.get(SpendService, { strict: false }).record({
        date: date('2017-05-10'),
        side: 'sales',
        category: 'people',
        amount: money(1n, 'USD'),
        teamId: deal.teamId,
      }),
    );
    expect(await whyOf(`period=2017-Q2&teamId=${deal.teamId}`)).toEqual([null, 'no_new_customers']);
    expect(await whyOf('period=2017-Q3')).toEqual([null, 'expense_missing']);
    expect(await whyOf(`period=2017-Q1&personId=${deal.ownerId}`)).toEqual([null, 'expense_not_by_person']);
    expect(await whyOf('period=2017-Q1&asOf=2015-12-31')).toEqual([null, 'nothing_recorded_yet']);
  });
});
