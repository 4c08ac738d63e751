import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Id } from '@tandem/kernel';
import { aHistory, aWonDeal } from '../builders/a-history';
import { aSalesFloor } from '../builders/a-sales-floor';
import { anAccount } from '../builders/an-account';
import { stageIds } from '../builders/an-opportunity';
import { adjusted, changed, locked, merged, redated, restated, withdrawn } from '../builders/later-knowledge';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { figureOf, passTo, ToldFigures } from '../support/told-figures';

let api: RunningApi;
let officer: SignedInClient;
let told: ToldFigures;
let deal: { readonly teamId: Id<'team'>; readonly ownerId: Id<'person'> };
beforeAll(async () => {
  api = await startApi();
  officer = await api.as('revenue_officer');
  told = new ToldFigures(officer);
  const floor = await aSalesFloor(api);
  deal = { teamId: floor.teamId, ownerId: floor.amy };
});
afterAll(() => api.stop());

describe('what was taken back', () => {
  test('a reopened win was there until it was reopened; then as restated it never was, as reported it stays and comes off later', async () => {
    await aHistory(api, {
      ...deal,
      accountId: await anAccount(api.database),
      steps: [
        { at: '2018-01-10T09:00:00Z' },
        { at: '2018-03-10T09:00:00Z', stage: 'implement' },
        { at: '2018-05-20T09:00:00Z', stage: 'negotiate' },
      ],
    });
    for (const [key, worth] of [
      ['closings', 1],
      ['net_revenue', 10_000],
      ['winning_customers', 1],
      ['new_customers', 1],
    ] as const) {
      expect([key, await told.both(key, '2018-Q1', '2018-05-19')]).toEqual([key, [worth, worth]]);
      expect([key, await told.both(key, '2018-Q1', '2018-05-20')]).toEqual([key, [0, worth]]);
    }
    expect(await told.both('closings', '2018-Q2', '2018-05-20')).toEqual([0, -1]);
    expect(await told.both('net_revenue', '2018-Q2')).toEqual([0, -10_000]);
  });

  test('a withdrawn win is gone as restated; as reported it is taken off on the day somebody withdrew it', async () => {
    const steps = [{ at: '2017-01-10T09:00:00Z' }, { at: '2017-02-10T09:00:00Z', stage: 'implement' }];
    const id = await aHistory(api, { ...deal, steps });
    await passTo(api, '2017-07-03T09:00:00Z');
    expect((await withdrawn(officer, id)).status).toBe(200);
    await passTo(api, '2026-11-23T09:00:00Z');
    expect(await told.both('closings', '2017-Q1', '2017-07-02')).toEqual([1, 1]);
    expect(await told.both('closings', '2017-Q1')).toEqual([0, 1]);
    expect(await told.both('closings', '2017-Q3')).toEqual([0, -1]);
    expect(await told.both('net_revenue', '2017-Q3')).toEqual([0, -10_000]);
    expect(await told.entered('period=2017-Q1')).toMatchObject({ prospect: 1, implement: 0 });
    expect(await told.entered('period=2017-Q1&reading=reported')).toMatchObject({ prospect: 1, implement: 1 });
    expect(await told.entered('period=2017-Q1&asOf=2017-07-02')).toMatchObject({ prospect: 1, implement: 1 });
  });
});

describe('what was corrected', () => {
  test('a redated move enters its stage when it was true as restated, and when it was recorded as reported', async () => {
    const steps = [{ at: '2016-01-10T09:00:00Z' }, { at: '2016-04-05T09:00:00Z', stage: 'define_needs' }];
    const id = await aHistory(api, { ...deal, steps });
    await passTo(api, '2016-05-02T09:00:00Z');
    expect((await redated(officer, id, 2, '2016-03-30T09:00:00.000Z')).status).toBe(200);
    await passTo(api, '2026-11-23T09:00:00Z');
    const needs = async (query: string) => (await told.entered(query)).define_needs;
    expect([await needs('period=2016-Q1'), await needs('period=2016-Q2')]).toEqual([1, 0]);
    expect([await needs('period=2016-Q1&reading=reported'), await needs('period=2016-Q2&reading=reported')]).toEqual([
      0, 1,
    ]);
    expect([await needs('period=2016-Q1&asOf=2016-05-01'), await needs('period=2016-Q2&asOf=2016-05-01')]).toEqual([
      0, 1,
    ]);
  });

  test('a win of the wrong day that was withdrawn and won again counts on the right day as restated', async () => {
    const steps = [{ at: '2015-01-10T09:00:00Z' }, { at: '2015-04-01T09:00:00Z', stage: 'implement' }];
    const id = await aHistory(api, { ...deal, steps });
    await passTo(api, '2015-07-06T09:00:00Z');
    expect((await withdrawn(officer, id)).status).toBe(200);
    const again = { toStageId: (await stageIds(officer)).implement, closeDate: '2015-03-31' };
    expect((await changed(officer, id, '/moves', again)).status).toBe(200);
    await passTo(api, '2026-11-23T09:00:00Z');
    expect(await told.both('closings', '2015-Q1')).toEqual([1, 1]);
    expect(await told.both('closings', '2015-Q2')).toEqual([0, 1]);
    expect(await told.both('closings', '2015-Q3')).toEqual([0, -1]);
    expect(await told.both('net_revenue', '2015-Q2')).toEqual([0, 10_000]);
    expect(await told.both('net_revenue', '2015-Q2', '2015-07-05')).toEqual([10_000, 10_000]);
  });

  test('a reopening that was withdrawn leaves the win where it was as restated, and wins again today as reported', async () => {
    const steps = [
      { at: '2011-01-10T09:00:00Z' },
      { at: '2011-02-10T09:00:00Z', stage: 'implement' },
      { at: '2011-05-10T09:00:00Z', stage: 'negotiate' },
    ];
    const id = await aHistory(api, { ...deal, steps });
    await passTo(api, '2011-08-01T09:00:00Z');
    expect((await withdrawn(officer, id)).status).toBe(200);
    const onward = { toStageId: (await stageIds(officer)).retain };
    expect((await changed(officer, id, '/moves', onward)).status).toBe(200);
    await passTo(api, '2026-11-23T09:00:00Z');
    for (const [key, worth] of [
      ['closings', 1],
      ['net_revenue', 10_000],
    ] as const) {
      expect([key, await told.both(key, '2011-Q1')]).toEqual([key, [worth, worth]]);
      expect([key, await told.both(key, '2011-Q2')]).toEqual([key, [0, -worth]]);
      expect([key, await told.both(key, '2011-Q3')]).toEqual([key, [0, worth]]);
      expect([key, await told.both(key, '2011-Q1', '2011-05-10')]).toEqual([key, [0, worth]]);
    }
  });

  test('another rate restates what a line is worth; as reported it keeps the rate that was frozen', async () => {
    await officer.put('/exchange-rates/EUR/2013-01-01', { rate: '1' });
    await aWonDeal(api, '2013-05-06', { ...deal, currency: 'EUR' });
    await passTo(api, '2013-09-02T09:00:00Z');
    expect((await restated(officer, 'EUR', '2013-01-01', '2')).body).toMatchObject({ restated: 1 });
    await passTo(api, '2013-10-01T09:00:00Z');
    expect((await restated(officer, 'EUR', '2013-01-01', '3')).body).toMatchObject({ restated: 1 });
    await passTo(api, '2026-11-23T09:00:00Z');
    expect(await told.both('net_revenue', '2013-Q2')).toEqual([30_000, 10_000]);
    expect(await told.both('net_revenue', '2013-Q2', '2013-09-30')).toEqual([20_000, 10_000]);
    expect(await told.both('net_revenue', '2013-Q2', '2013-09-01')).toEqual([10_000, 10_000]);
  });

  test('two accounts found to be one are one customer as restated, and were two until somebody found out', async () => {
    const [acme, ltd] = [
      await anAccount(api.database, { name: 'Acme' }),
      await anAccount(api.database, { name: 'Acme Ltd' }),
    ];
    await aWonDeal(api, '2012-04-03', { ...deal, accountId: acme, costMinor: 4_000n });
    await aWonDeal(api, '2012-05-03', { ...deal, accountId: ltd, costMinor: 4_000n });
    await aWonDeal(api, '2012-07-03', { ...deal, accountId: ltd });
    await passTo(api, '2012-12-03T09:00:00Z');
    expect((await merged(officer, ltd, acme)).status).toBe(200);
    await passTo(api, '2026-11-23T09:00:00Z');
    expect(await told.both('new_customers', '2012-Q2')).toEqual([1, 2]);
    expect(await told.both('winning_customers', '2012-Q2')).toEqual([1, 2]);
    expect(await told.both('gross_profit_per_customer', '2012-Q2')).toEqual([12_000, 6_000]);
    expect(await told.both('new_customers', '2012-Q2', '2012-12-02')).toEqual([2, 2]);
    const names = async (knowledge: string) =>
      (
        await told.get<{ items: { name: { en: string } }[] }>(`new_customers/records?period=2012-Q2${knowledge}`)
      ).items.map(({ name }) => name.en);
    expect([await names(''), await names('&reading=reported')]).toEqual([['Acme'], ['Acme', 'Acme Ltd']]);
  });

  test('a first order in a family that buys stays one, though the parent has become another account since', async () => {
    const [parent, stranger] = [await anAccount(api.database), await anAccount(api.database)];
    const child = await anAccount(api.database, { parentId: parent });
    await aWonDeal(api, '2010-01-04', { ...deal, accountId: parent });
    await aWonDeal(api, '2010-04-05', { ...deal, accountId: child });
    await passTo(api, '2010-09-01T09:00:00Z');
    expect((await merged(officer, parent, stranger)).status).toBe(200);
    await passTo(api, '2026-11-23T09:00:00Z');
    const connected = async (knowledge: string) => {
      const { parts } = figureOf((await told.board(`period=2010-Q2&${knowledge}`)).figures, 'new_customers');
      return parts.find(({ key }) => key === 'connected_new')?.value;
    };
    for (const knowledge of ['', 'reading=reported', 'asOf=2010-08-31', 'asOf=2010-08-31&reading=reported'])
      expect([knowledge, await connected(knowledge)]).toEqual([knowledge, { unit: 'count', count: 1 }]);
  });

  test('an adjustment line counts in the quarter it adjusts as restated, and in the one it was booked in as reported', async () => {
    const id = await aWonDeal(api, '2014-02-03', deal);
    await passTo(api, '2014-08-01T09:00:00Z');
    await locked(officer, '2014-04-01');
    expect((await adjusted(officer, id, '-3000', '2014-03-31')).status).toBe(200);
    await passTo(api, '2026-11-23T09:00:00Z');
    expect(await told.both('net_revenue', '2014-Q1')).toEqual([7_000, 10_000]);
    expect(await told.both('net_revenue', '2014-Q3')).toEqual([0, -3_000]);
    expect(await told.both('net_revenue', '2014-Q1', '2014-07-31')).toEqual([10_000, 10_000]);
    const records = await told.get<{ items: { date: string }[] }>('net_revenue/records?period=2014-Q1');
    expect(records.items.map((row) => row.date)).toEqual(['2014-02-03', '2014-03-31']);
  });
});
