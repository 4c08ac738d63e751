import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CampaignsService } from '@tandem/campaigns';
import type { AttributionWire, LineRecordsWire } from '@tandem/contracts';
import { date, type Id } from '@tandem/kernel';
import { aHistory, aWonDeal } from '../builders/a-history';
import { aSalesFloor } from '../builders/a-sales-floor';
import { aSource } from '../builders/a-source';
import { aTouch } from '../builders/a-touch';
import { anAccount } from '../builders/an-account';
import { changed, redated } from '../builders/later-knowledge';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let officer: SignedInClient;
let deal: { readonly teamId: Id<'team'>; readonly ownerId: Id<'person'> };
let sources: Record<'web' | 'fair' | 'mail', Id<'source'>>;
let spring: Id<'campaign'>;
beforeAll(async () => {
  api = await startApi();
  officer = await api.as('revenue_officer');
  const { teamId, amy } = await aSalesFloor(api);
  deal = { teamId, ownerId: amy };
  const { database } = api;
  sources = {
    web: await aSource(database, 'Web'),
    fair: await aSource(database, 'Fair'),
    mail: await aSource(database, 'Mail'),
  };
  spring = await api.act(() =>
    api.app
      .get(CampaignsService, { strict: false })
      .ensureCampaign({ sourceId: sources.fair, name: 'Spring', startsOn: date('2014-01-01') }),
  );
  await theFirstQuarter();
});
afterAll(() => api.stop());

/** 100.00 touched four times a week apart before it was won and once after, 25.01 of it given back; and 30.00 that nothing touched. */
async function theFirstQuarter(): Promise<void> {
  const { web, fair, mail } = sources;
  const touched = await aHistory(api, {
    ...deal,
    sourceId: fair,
    steps: [{ at: '2014-02-10T09:00:00Z' }, { at: '2014-02-20T15:00:00Z', stage: 'implement' }],
  });
  await aWonDeal(api, '2014-03-01', { ...deal, sourceId: fair, amountMinor: 3_000n });
  const at = (day: string) => ({ opportunityId: touched, at: `2014-${day}T12:00:00Z` });
  await aTouch(officer, { ...at('01-29'), sourceId: web });
  await aTouch(officer, { ...at('02-05'), campaignId: spring });
  await aTouch(officer, { ...at('02-12'), sourceId: mail });
  await aTouch(officer, { ...at('02-19'), sourceId: fair });
  await aTouch(officer, { ...at('02-21'), sourceId: web });
  const amount = { amountMinor: '2501', currency: 'USD' };
  const credited = await changed(officer, touched, '/credits', { amount, grantedOn: '2014-03-10', note: 'late' });
  expect(credited.status).toBe(200);
}

const answerOf = async (query: string): Promise<AttributionWire> => {
  const answer = await officer.get(`/metrics/attribution?period=2014-Q1&${query}`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as AttributionWire;
};
const namesOf = ({ source, campaign, touched }: AttributionWire['rows'][number]) =>
  [source.en, ...(campaign ? [campaign.en] : []), ...(touched ? [] : ['untouched'])].join(' ');
const table = async (query: string) => {
  const { rows, total } = await answerOf(query);
  for (const column of ['value', 'beside'] as const) {
    const sum = rows.reduce((all, row) => all + BigInt(row[column].amountMinor), 0n);
    expect(sum.toString()).toBe(total?.amountMinor);
  }
  return Object.fromEntries(rows.map((row) => [namesOf(row), [row.value.amountMinor, row.beside.amountMinor]]));
};

describe('attribution', () => {
  test('shares each booking out by two models side by side, a refund like what it gives back', async () => {
    // 25.01 among four alike: 6.26 from the first, 6.25 from the others.
    expect(await table('model=first&beside=linear')).toEqual({
      Web: ['7499', '1874'],
      'Fair Spring': ['0', '1875'],
      Fair: ['0', '1875'],
      Mail: ['0', '1875'],
      'Fair untouched': ['3000', '3000'],
    });
    // 40, 10, 10, 40 of 100.00 and of 25.01; it opened on the second touch: 30, 30, 10, 30.
    expect(await table('model=u_shaped&beside=w_shaped')).toEqual({
      Web: ['2999', '2249'],
      'Fair Spring': ['750', '2250'],
      Mail: ['750', '750'],
      Fair: ['3000', '2250'],
      'Fair untouched': ['3000', '3000'],
    });
    // 1 : 2 : 4 : 8 of 15, and everything to the last.
    expect(await table('model=time_decay&beside=last')).toEqual({
      Web: ['500', '0'],
      'Fair Spring': ['1000', '0'],
      Mail: ['2000', '0'],
      Fair: ['3999', '7499'],
      'Fair untouched': ['3000', '3000'],
    });
  });

  test('says what was sourced, which adds up, and what was influenced, which overlaps, and that neither is a cause', async () => {
    const { total, sourced, influenced, notes } = await answerOf('');
    const rows = (list: AttributionWire['sourced']) =>
      list.map(({ source, value, opportunities }) => [source.en, value.amountMinor, opportunities]);
    expect(total).toEqual({ amountMinor: '10499', currency: 'USD' });
    expect(rows(sourced)).toEqual([['Fair', '10499', 2]]);
    expect(rows(influenced)).toEqual([
      ['Fair', '7499', 1],
      ['Mail', '7499', 1],
      ['Web', '7499', 1],
    ]);
    expect(notes.map(({ code }) => code)).toEqual(['allocation_not_causation', 'influenced_overlaps', 'without_touch']);
    expect(notes[0]?.detail).toContain('does not say what caused it');
  });

  test('opens every number into the booking lines that add up to it', async () => {
    const { rows, sourced, influenced } = await answerOf('model=linear&beside=w_shaped');
    const numbers = [
      ...rows.map(({ key, value }) => ['linear', key, value] as const),
      ...rows.map(({ key, beside }) => ['w_shaped', key, beside] as const),
      ...sourced.map(({ key, value }) => ['sourced', key, value] as const),
      ...influenced.map(({ key, value }) => ['influenced', key, value] as const),
    ];
    for (const [view, row, value] of numbers) {
      const path = `/metrics/attribution/records?period=2014-Q1&limit=1&view=${view}&row=${row}`;
      const first = (await officer.get(path)).body as LineRecordsWire;
      const items = [...first.items];
      for (let cursor = first.page.nextCursor; cursor;) {
        const { items: more, page } = (await officer.get(`${path}&cursor=${cursor}`)).body as LineRecordsWire;
        items.push(...more);
        cursor = page.nextCursor;
      }
      const sum = items.reduce((all, { contribution }) => all + BigInt(contribution.amountMinor), 0n).toString();
      expect([view, row, sum, first.sum, items.length]).toEqual([view, row, value.amountMinor, value, first.count]);
    }
    const strange = await officer.get('/metrics/attribution/records?period=2014-Q1&view=first&row=nothing');
    expect(strange.status).toBe(400);
    const none = await officer.get('/metrics/attribution/records?period=2014-Q1&view=sourced&row=none');
    expect(none.body).toMatchObject({ items: [], count: 0, sum: { amountMinor: '0', currency: 'USD' } });
  });

  test('as reported knows no touch that was recorded after the booking, and as of a day none that was recorded later', async () => {
    const untouched = { 'Fair untouched': ['10499', '10499'] };
    expect(await table('reading=reported')).toEqual(untouched);
    expect(await table('asOf=2014-03-31')).toEqual({ 'Fair untouched': ['13000', '13000'] });
    expect((await answerOf('asOf=2013-12-31')).unavailable?.code).toBe('nothing_recorded_yet');
  });

  test('takes the touches of an account for its opportunities, for a year', async () => {
    const accountId = await anAccount(api.database);
    await aWonDeal(api, '2015-03-01', { ...deal, accountId, sourceId: sources.fair });
    await aTouch(officer, { accountId, sourceId: sources.web, at: '2014-02-27T12:00:00Z' });
    await aTouch(officer, { accountId, sourceId: sources.mail, at: '2014-03-05T12:00:00Z' });
    const { rows } = (await officer.get('/metrics/attribution?period=2015-Q1')).body as AttributionWire;
    expect(rows.map((row) => [namesOf(row), row.value.amountMinor])).toEqual([['Mail', '10000']]);
  });

  test('as restated goes by the moment a win was corrected to', async () => {
    const won = await aHistory(api, {
      ...deal,
      sourceId: sources.fair,
      steps: [{ at: '2017-01-10T09:00:00Z' }, { at: '2017-02-20T15:00:00Z', stage: 'implement' }],
      recordedAt: '2026-11-01T09:00:00Z',
    });
    await aTouch(officer, { opportunityId: won, sourceId: sources.web, at: '2017-02-15T12:00:00Z' });
    const restated = async () =>
      ((await officer.get('/metrics/attribution?period=2017-Q1')).body as AttributionWire).rows.map(namesOf);
    expect(await restated()).toEqual(['Web']);
    expect((await redated(officer, won, 2, '2017-02-10T12:00:00Z')).status).toBe(200);
    expect(await restated()).toEqual(['Fair untouched']);
  });

  test('leaves out what has no rate and says so, and can be narrowed to what a line says', async () => {
    await aWonDeal(api, '2016-01-10', { ...deal, currency: 'EUR' });
    await aWonDeal(api, '2016-01-10', { ...deal, sourceId: sources.web });
    const answer = async (query: string) =>
      (await officer.get(`/metrics/attribution?period=2016-Q1&${query}`)).body as AttributionWire;
    const whole = await answer('');
    expect([whole.total?.amountMinor, whole.notes[0]?.code]).toEqual(['10000', 'partial_total']);
    expect((await answer('sourceId=none')).total?.amountMinor).toBe('0');
    expect((await answer(`teamId=${deal.teamId}`)).total?.amountMinor).toBe('10000');
    expect((await answer(`campaignId=${spring}`)).total?.amountMinor).toBe('0');
  });

  test('speaks Traditional Chinese too', async () => {
    const reader = await api.as('viewer', { locale: 'zh-TW' });
    const { notes } = (await reader.get('/metrics/attribution?period=2014-Q1')).body as AttributionWire;
    expect(notes[0]?.detail).toContain('並不代表因果');
  });
});
