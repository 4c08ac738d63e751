import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FunnelLeaksWire, FunnelRecordsWire, FunnelSourcesWire } from '@tandem/contracts';
import { date, type Id } from '@tandem/kernel';
import { Projector } from '@tandem/metrics';
import { SpendService } from '@tandem/spend';
import { aHistory } from '../builders/a-history';
import { aSalesFloor, type SalesFloor } from '../builders/a-sales-floor';
import { aSource } from '../builders/a-source';
import { aLeadWindow, someDecidedLeads } from '../builders/some-decided-leads';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

// Whoever came to sales from 8 to 14 November had seven days, which ended from 16 to 22 November: in this week.
const week = '2026-W47';

let api: RunningApi;
let viewer: SignedInClient;
let floor: SalesFloor;
beforeAll(async () => {
  api = await startApi();
  viewer = await api.as('viewer');
  floor = await aSalesFloor(api);
  await aLeadWindow(api);
});
afterAll(() => api.stop());

async function get<Body>(path: string): Promise<Body> {
  const { status, body } = await viewer.get(path);
  if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`);
  return body as Body;
}
const leaks = (query = `period=${week}`) => get<FunnelLeaksWire>(`/metrics/leaks?${query}`);
const sources = (query = `period=${week}`) => get<FunnelSourcesWire>(`/metrics/sources?${query}`);
const fold = async () => {
  while (await api.app.get(Projector, { strict: false }).step());
};
const worstOf = ({ steps, worst }: FunnelLeaksWire) => steps.find(({ key }) => key === worst);

describe('where it leaked in a week', () => {
  test('is told of those whose time ended in it, against the four weeks before, with the records behind it', async () => {
    await someDecidedLeads(api, floor, { on: '2026-10-20', converted: 16, lost: 4 });
    const lost = await someDecidedLeads(api, floor, { on: '2026-11-08', converted: 2, lost: 10 });
    const later = { on: '2026-11-15', converted: 0, lost: 3 };
    await someDecidedLeads(api, floor, later);
    const told = await leaks();
    expect(told).toMatchObject({
      verdict: 'fell',
      worst: 'define_needs',
      before: { from: '2026-10-19', until: '2026-11-16' },
    });
    expect(worstOf(told)).toMatchObject({
      windowDays: 7,
      entered: { from: '2026-11-08', until: '2026-11-15' },
      decided: 12,
      lost: 10,
      running: 0,
      rate: '0.166667',
      beforeRate: '0.8',
      beforeDecided: 20,
    });
    const records = async (converted: string) =>
      (
        await get<FunnelRecordsWire>(`/metrics/leaks/records?period=${week}&row=define_needs&converted=${converted}`)
      ).items.map(({ opportunityId }) => opportunityId);
    expect((await records('no')).toSorted()).toEqual(lost.toSorted());
    expect(await records('yes')).toHaveLength(2);
    await fold();
    const { asOf: _, ...folded } = await leaks();
    const { asOf: __, ...counted } = told;
    expect(folded).toEqual(counted);
    // A slice that no sums are kept of is counted from the records, and comes to the same.
    const { steps } = await leaks(`period=${week}&personId=${floor.amy}`);
    expect(steps).toEqual(told.steps);
  });

  test('says so when there are too few cases to tell, and when nothing fell', async () => {
    expect(await leaks('period=2019-W20')).toMatchObject({ verdict: 'too_few', worst: null, enough: 10 });
    await someDecidedLeads(api, floor, { on: '2020-04-20', converted: 10, lost: 10 });
    await someDecidedLeads(api, floor, { on: '2020-05-04', converted: 8, lost: 4 });
    expect(await leaks('period=2020-W20')).toMatchObject({ verdict: 'held', worst: 'define_needs' });
    expect(await leaks('period=2020-W18')).toMatchObject({ verdict: 'too_few', worst: 'define_needs' });
  });

  test('refuses a step that there is not', async () => {
    const answer = await viewer.get(`/metrics/leaks/records?period=${week}&row=reach`);
    expect([answer.status, answer.body.code]).toEqual([400, 'funnel.row_unknown']);
  });
});

describe('which source pays', () => {
  test('is told by pipeline for each unit spent; what nobody knows the cost of is not free', async () => {
    const [fair, search, letters] = [
      await aSource(api.database, 'Fair'),
      await aSource(api.database, 'Search'),
      await aSource(api.database, 'Letters'),
    ];
    await someDecidedLeads(api, floor, { on: '2021-05-18', converted: 1, lost: 3, sourceId: fair });
    await someDecidedLeads(api, floor, { on: '2021-05-19', converted: 0, lost: 2, sourceId: search });
    await someDecidedLeads(api, floor, { on: '2021-05-20', converted: 0, lost: 1, sourceId: letters });
    const { teamId, amy: ownerId } = floor;
    const engaged = [
      { at: '2021-05-17T09:00:00Z', stage: 'engage' },
      { at: '2021-05-21T09:00:00Z', stage: 'qualify' },
    ];
    await aHistory(api, { teamId, ownerId, sourceId: fair, steps: engaged });
    await spent(fair, 80_000n);
    await spent(search, 10_000n);
    const { rows, ...told } = await sources('period=2021-W20');
    expect(told).toMatchObject({ qualifiedRow: 'qualify', acceptedRow: 'prospect', wonRow: 'implement' });
    expect(
      rows.map(({ slice, leads, qualified, accepted, won }) => [slice.name.en, leads, qualified, accepted, won]),
    ).toEqual([
      ['Search', 2, 0, 2, 0],
      ['Fair', 5, 1, 4, 0],
      ['Letters', 1, 0, 1, 0],
    ]);
    const usd = (amountMinor: string) => ({ amountMinor, currency: 'USD' });
    expect(rows[1]).toMatchObject({
      qualifiedShare: '0.2',
      pipeline: usd('40000'),
      cost: usd('80000'),
      costEach: usd('20000'),
      yield: '0.5',
    });
    expect(rows[2]).toMatchObject({
      cost: null,
      costUnavailable: { code: 'expense_not_by_source' },
      costEach: null,
      yield: null,
    });
    await fold();
    expect((await sources('period=2021-W20')).rows).toEqual(rows);
    expect((await sources(`period=2021-W20&teamId=${teamId}`)).rows.map(({ leads }) => leads)).toEqual([5, 2, 1]);
  });
});

const spent = (sourceId: Id<'source'>, amountMinor: bigint) =>
  api.act(() =>
    api.app.get(SpendService, { strict: false }).record({
      date: date('2021-05-19'),
      side: 'marketing',
      category: 'programmes',
      amount: { amountMinor, currency: 'USD' },
      sourceId,
    }),
  );
