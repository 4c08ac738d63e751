import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FigureRecordsWire, FunnelFiguresWire, OpportunityWire } from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import { aHistory, aWonDeal } from '../builders/a-history';
import { aSalesFloor } from '../builders/a-sales-floor';
import { aSource } from '../builders/a-source';
import { anAccount } from '../builders/an-account';
import { anOpportunity, stageIds } from '../builders/an-opportunity';
import { adjusted, changed, locked, redated, withdrawn } from '../builders/later-knowledge';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { figureOf, passTo, ToldFigures } from '../support/told-figures';

let api: RunningApi;
let officer: SignedInClient;
let told: ToldFigures;
let stages: Readonly<Record<string, string>>;
let deal: { readonly teamId: Id<'team'>; readonly ownerId: Id<'person'> };
beforeAll(async () => {
  api = await startApi();
  officer = await api.as('revenue_officer');
  told = new ToldFigures(officer);
  stages = await stageIds(officer);
  const floor = await aSalesFloor(api);
  deal = { teamId: floor.teamId, ownerId: floor.amy };
});
afterAll(() => api.stop());

/** Sends a change that has to succeed. */
async function done(id: string, path: string, body: object): Promise<void> {
  const { status, body: answer } = await changed(officer, id, path, body);
  if (status !== 200) throw new Error(JSON.stringify(answer));
}
const reopened = (id: string, wishes: object = {}) =>
  done(id, '/reopening', { toStageId: stages['negotiate'], note: 'not yet', ...wishes });
const won = (id: string, wishes: object = {}) => done(id, '/moves', { toStageId: stages['implement'], ...wishes });
const amount = { amountMinor: '7700', currency: 'USD' };

/** A part of a figure, in a reading and a quarter. */
async function part(figure: string, key: string, query: string): Promise<number | undefined> {
  const { parts } = figureOf((await told.board(query)).figures, figure);
  const value = parts.find((one) => one.key === key)?.value;
  return value?.unit === 'count' ? value.count : undefined;
}

describe('a closing that was taken back before its own day', () => {
  test('is taken back on that day, with its bookings', async () => {
    await passTo(api, '2025-02-20T09:00:00Z');
    const { id } = await anOpportunity(officer, { stage: 'negotiate', amount, ownerId: deal.ownerId });
    await passTo(api, '2025-05-05T09:00:00Z');
    await won(id, { at: '2025-03-05T09:00:00.000Z', closeDate: '2025-04-20' });
    await reopened(id, { at: '2025-03-10T09:00:00.000Z' });
    const days = async (figure: string) =>
      (await told.get<FigureRecordsWire>(`${figure}/records?period=2025-01-01..2025-06-30&reading=reported`)).items.map(
        ({ date }) => date,
      );
    expect([await days('closings'), await days('net_revenue')]).toEqual([
      ['2025-04-20', '2025-04-20'],
      ['2025-04-20', '2025-04-20'],
    ]);
    expect(await told.both('closings', '2025-Q1')).toEqual([0, 0]);
    expect(await told.both('closings', '2025-Q2')).toEqual([0, 0]);
  });

  test('and so is one whose win was redated to before the reopening', async () => {
    await passTo(api, '2023-03-20T09:00:00Z');
    const { id } = await anOpportunity(officer, { stage: 'negotiate', amount, ownerId: deal.ownerId });
    await passTo(api, '2023-04-20T09:00:00Z');
    await won(id);
    expect((await redated(officer, id, 2, '2023-03-25T09:00:00.000Z')).status).toBe(200);
    await reopened(id, { at: '2023-03-28T09:00:00.000Z' });
    for (const [key, worth] of [
      ['closings', [0, 0]],
      ['net_revenue', [0, 0]],
    ] as const) {
      expect([key, await told.both(key, '2023-Q1'), await told.both(key, '2023-Q2')]).toEqual([key, worth, worth]);
    }
  });
});

describe('what was closed with one source and again with another', () => {
  const closedTwice = async (year: string, close: (id: string) => Promise<void>) => {
    const [fair, web] = [await aSource(api.database), await aSource(api.database)];
    await passTo(api, `${year}-03-02T09:00:00Z`);
    const wishes = { stage: 'negotiate', amount, ownerId: deal.ownerId, sourceId: fair };
    const { id } = await anOpportunity(officer, wishes);
    await close(id);
    await passTo(api, `${year}-04-06T09:00:00Z`);
    await reopened(id);
    const { version } = (await officer.get(`/opportunities/${id}`)).body as OpportunityWire;
    expect((await officer.patch(`/opportunities/${id}`, { sourceId: web }, { version })).status).toBe(200);
    await passTo(api, `${year}-05-04T09:00:00Z`);
    await close(id);
    await passTo(api, '2026-11-23T09:00:00Z');
    return async (key: string, quarter: string, knowledge = '&reading=reported') => {
      const of = (source: string) => told.number(key, `${year}-${quarter}`, `sourceId=${source}${knowledge}`);
      return [await of(fair), await of(web)];
    };
  };

  test('is credited to the source of each win, and taken back from the one it was won with', async () => {
    const by = await closedTwice('2021', won);
    expect([await by('closings', 'Q1'), await by('net_revenue', 'Q1')]).toEqual([
      [1, 0],
      [7_700, 0],
    ]);
    expect([await by('closings', 'Q2'), await by('net_revenue', 'Q2')]).toEqual([
      [-1, 1],
      [-7_700, 7_700],
    ]);
    expect([await by('closings', 'Q1', ''), await by('closings', 'Q2', '')]).toEqual([
      [0, 0],
      [0, 1],
    ]);
    expect(await by('closings', 'Q2', '&reading=reported&asOf=2021-04-30')).toEqual([-1, 0]);
  });

  test('and so is a loss, which books nothing', async () => {
    const by = await closedTwice('2020', (id) => done(id, '/loss', { reason: 'price' }));
    expect([await by('lost', 'Q1'), await by('lost', 'Q2')]).toEqual([
      [1, 0],
      [-1, 1],
    ]);
    expect([await by('lost', 'Q1', ''), await by('lost', 'Q2', '')]).toEqual([
      [0, 0],
      [0, 1],
    ]);
  });
});

describe('a stay', () => {
  const reportedDays = async (quarter: string): Promise<Record<string, number | null>> => {
    const { rows } = await told.get<FunnelFiguresWire>(`funnel?period=${quarter}&reading=reported`);
    return Object.fromEntries(rows.map(({ key, medianDays }) => [key, medianDays]));
  };

  test('that ended before it was recorded to have begun lasted no time, and not less', async () => {
    const id = await aHistory(api, {
      ...deal,
      steps: [{ at: '2018-01-02T09:00:00Z' }, { at: '2018-01-10T09:00:00Z', stage: 'define_needs' }],
    });
    await passTo(api, '2018-01-12T09:00:00Z');
    expect((await redated(officer, id, 2, '2018-01-05T09:00:00.000Z')).status).toBe(200);
    await done(id, '/moves', { toStageId: stages['propose'], at: '2018-01-07T09:00:00.000Z' });
    await passTo(api, '2026-11-23T09:00:00Z');
    expect(await reportedDays('2018-Q1')).toMatchObject({ prospect: 8, define_needs: 0 });
    const { rows } = await told.get<FunnelFiguresWire>('funnel?period=2018-Q1');
    expect(rows.find(({ key }) => key === 'define_needs')?.medianDays).toBe(2);
  });

  test('after a withdrawal begins with it, though the next move is dated back', async () => {
    const id = await aHistory(api, {
      ...deal,
      steps: [{ at: '2017-01-02T09:00:00Z' }, { at: '2017-01-10T09:00:00Z', stage: 'define_needs' }],
    });
    await passTo(api, '2017-01-12T09:00:00Z');
    expect((await withdrawn(officer, id)).status).toBe(200);
    await done(id, '/moves', { toStageId: stages['propose'], at: '2017-01-07T09:00:00.000Z' });
    await passTo(api, '2026-11-23T09:00:00Z');
    expect(await reportedDays('2017-Q1')).toMatchObject({ prospect: 8, define_needs: 2 });
  });
});

describe('no order', () => {
  const sales = async (quarter: string, reading: string) => {
    const query = `period=${quarter}&reading=${reading}`;
    return [
      await told.number('winning_customers', quarter, `reading=${reading}`),
      await part('new_customers', 'first_order', query),
      await part('new_customers', 'win_back', query),
    ];
  };

  test('was placed by taking a reopening back: it stands where it stood as restated, and wins nobody back as reported', async () => {
    const steps = [
      { at: '2012-01-10T09:00:00Z' },
      { at: '2012-02-10T09:00:00Z', stage: 'implement' },
      { at: '2012-05-10T09:00:00Z', stage: 'negotiate' },
    ];
    const id = await aHistory(api, { ...deal, accountId: await anAccount(api.database), steps });
    await passTo(api, '2014-08-04T09:00:00Z');
    expect((await withdrawn(officer, id)).status).toBe(200);
    await passTo(api, '2026-11-23T09:00:00Z');
    expect([await sales('2012-Q1', 'reported'), await sales('2012-Q1', 'restated')]).toEqual([
      [1, 1, 0],
      [1, 1, 0],
    ]);
    expect([await sales('2014-Q3', 'reported'), await sales('2014-Q3', 'restated')]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  test('is placed by an adjustment, and one that is adjusted away is none', async () => {
    const accountId = await anAccount(api.database);
    const id = await aWonDeal(api, '2024-02-05', { ...deal, accountId });
    await passTo(api, '2026-11-23T09:00:00Z');
    await locked(officer, '2024-07-01');
    const adjust = async (minor: string, day: string) =>
      expect((await adjusted(officer, id, minor, day)).status).toBe(200);
    await adjust('500', '2024-02-05');
    await adjust('1', '2024-05-06');
    const readings = async (quarter: string) => [await sales(quarter, 'reported'), await sales(quarter, 'restated')];
    expect(await readings('2024-Q1')).toEqual(Array(2).fill([1, 1, 0]));
    expect(await readings('2024-Q2')).toEqual(Array(2).fill([0, 0, 0]));
    expect(await readings('2026-Q4')).toEqual(Array(2).fill([0, 0, 0]));
    await adjust('-10501', '2024-02-05');
    expect(await readings('2024-Q1')).toEqual([
      [1, 1, 0],
      [0, 0, 0],
    ]);
    expect(await told.both('closings', '2024-Q1')).toEqual([1, 1]);

    await aWonDeal(api, '2026-11-20', { ...deal, accountId });
    expect(await readings('2026-Q4')).toEqual([
      [1, 0, 1],
      [1, 1, 0],
    ]);
  });
});
