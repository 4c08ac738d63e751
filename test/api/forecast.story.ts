import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { ForecastRecordsWire, ForecastRecordWire, ForecastWire, OpportunityWire } from '@tandem/contracts';
import { aWonDeal } from '../builders/a-history';
import { aSalesFloor, type SalesFloor } from '../builders/a-sales-floor';
import { anExchangeRate } from '../builders/an-exchange-rate';
import { anOpportunity, moved } from '../builders/an-opportunity';
import { someDecidedDeals } from '../builders/some-decided-deals';
import { FixedClock } from '../support/fixed-clock';
import { forgetWork } from '../support/forget-work';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { passTo } from '../support/told-figures';

let api: RunningApi;
let officer: SignedInClient;
let floor: SalesFloor;
beforeAll(async () => {
  api = await startApi({ clock: new FixedClock('2026-11-02T09:00:00.000Z') });
  officer = await api.as('revenue_officer');
  floor = await aSalesFloor(api);
});
beforeEach(async () => {
  await forgetWork();
  await passTo(api, '2026-11-02T09:00:00Z');
});
afterAll(() => api.stop());

const usd = (amountMinor: string) => ({ amountMinor, currency: 'USD' });
const anOpenDeal = (amount: string | null, wishes: object = {}): Promise<OpportunityWire> =>
  anOpportunity(officer, {
    stage: 'propose',
    amount: amount === null ? null : usd(amount),
    closeDate: '2026-12-10',
    ownerId: floor.amy,
    ...wishes,
  });

async function edited({ id }: OpportunityWire, body: object): Promise<OpportunityWire> {
  const { version } = (await officer.get(`/opportunities/${id}`)).body as OpportunityWire;
  const answer = await officer.patch(`/opportunities/${id}`, body, { version });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as OpportunityWire;
}

async function asked(query = '', client = officer): Promise<ForecastWire> {
  const answer = await client.get(`/metrics/forecast?${query}`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as ForecastWire;
}
async function forecast(query = '', client = officer): Promise<NonNullable<ForecastWire['forecast']>> {
  const answer = await asked(query, client);
  if (!answer.forecast) throw new Error(JSON.stringify(answer.unavailable));
  return answer.forecast;
}
async function records(query: string): Promise<ForecastRecordWire[]> {
  const rows: ForecastRecordWire[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const answer = await officer.get(`/metrics/forecast/records?limit=2&${query}${cursor ? `&cursor=${cursor}` : ''}`);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    const { items, page, count } = answer.body as ForecastRecordsWire;
    rows.push(...items);
    cursor = page.nextCursor;
    if (!page.hasMore) expect(rows).toHaveLength(count);
  }
  return rows;
}
const sumOf = (rows: readonly { contribution: { amountMinor: string } | null }[]) =>
  String(rows.reduce((sum, { contribution }) => sum + BigInt(contribution?.amountMinor ?? 0), 0n));
const codes = ({ notes }: { notes: readonly { code: string }[] }) => notes.map(({ code }) => code);

describe('a forecast', () => {
  test('is what is booked and what is open weighted, and each part opens into its records', async () => {
    await aWonDeal(api, '2026-10-20', { teamId: floor.teamId, ownerId: floor.amy, amountMinor: 7_000n });
    await aWonDeal(api, '2026-10-21', { teamId: floor.teamId, ownerId: floor.ben, amountMinor: 500n });
    await aWonDeal(api, '2026-09-30', { teamId: floor.teamId, ownerId: floor.amy });
    const halves = await anOpenDeal('1001');
    const own = await edited(await anOpenDeal('3000', { stage: 'negotiate' }), { probability: 20 });
    const third = await anOpenDeal('50', { closeDate: '2026-12-31', stage: 'prospect' });
    const late = await anOpenDeal('900', { closeDate: '2026-11-01' });
    const stale = await anOpenDeal('40', { closeDate: '2026-07-01' });
    const unpriced = await anOpenDeal(null);
    const foreign = await anOpenDeal(null, { amount: { amountMinor: '100', currency: 'EUR' } });
    await anOpenDeal('100000', { closeDate: '2027-01-01' });
    await anOpenDeal('100000', { closeDate: null });
    const lost = await anOpenDeal('100000');
    await officer.post(`/opportunities/${lost.id}/loss`, { reason: 'price' }, { version: lost.version });

    const answer = await forecast('period=2026-Q4');
    // 1,001 × 50 % is 500.5, half to even 500; 3,000 × 20 % is 600; 50 × 15 % is 7.5, half to even 8.
    expect(answer).toMatchObject({
      total: usd('8608'),
      won: usd('7500'),
      open: { count: 3, worth: usd('4051'), weighted: usd('1108') },
      overdue: { count: 2, worth: usd('940') },
      unvalued: 2,
    });
    expect(codes(answer)).toEqual(['unvalued', 'overdue', 'not_learned', 'few_deals']);
    const open = await records('period=2026-Q4');
    expect(open.map(({ opportunityId }) => opportunityId)).toEqual([halves.id, own.id, third.id]);
    expect(open.map(({ probability, basis, contribution }) => [probability, basis, contribution?.amountMinor])).toEqual(
      [
        ['0.5', 'default', '500'],
        ['0.2', 'own', '600'],
        ['0.15', 'default', '8'],
      ],
    );
    expect(sumOf(open)).toBe(answer.open.weighted.amountMinor);
    const won = await records('period=2026-Q4&of=won');
    expect([sumOf(won), won.length]).toEqual(['7500', 2]);
    expect((await records('period=2026-Q4&of=overdue')).map(({ id, contribution }) => [id, contribution])).toEqual([
      [stale.id, null],
      [late.id, null],
    ]);
    expect((await records('period=2026-Q4&of=unvalued')).map(({ id }) => id)).toEqual([unpriced.id, foreign.id]);
    expect((await records('period=2027-Q1')).map(({ worth }) => worth)).toEqual([usd('100000')]);
    // A quarter that is over has no open part; what was to close in it stands there as overdue.
    expect(await forecast('period=2026-Q3')).toMatchObject({
      total: usd('10000'),
      open: { count: 0 },
      overdue: { count: 1 },
    });

    await anExchangeRate(api.database, { from: 'EUR', to: 'USD', date: '2026-09-30', rate: '1.1' });
    await anExchangeRate(api.database, { from: 'EUR', to: 'USD', date: '2026-11-01', rate: '9' });
    // The plan rate of the period, not the one of today: 100 × 1.1 × 50 %.
    expect(await forecast('period=2026-Q4')).toMatchObject({ unvalued: 1, open: { weighted: usd('1163') } });
  });

  test('says no number before anything was recorded, and what it means in the reader’s language', async () => {
    await anOpenDeal('1000');
    const nothing = await asked('period=2026-Q4&asOf=2001-05-01');
    expect(nothing).toMatchObject({ forecast: null, unavailable: { code: 'nothing_recorded_yet' } });
    const chinese = await api.as('viewer', { locale: 'zh-TW' });
    expect(await asked('period=2026-Q4', chinese)).toMatchObject({
      definitions: { weighted: { name: '加權預測' } },
      forecast: {
        notes: [{ detail: expect.stringContaining('預設機率') }, { detail: expect.stringContaining('區間') }],
      },
    });
  });

  test('of its teams, people and sources adds up to the whole', async () => {
    await anOpenDeal('1001');
    await anOpenDeal('1003', { ownerId: floor.ben });
    const elsewhere = (await api.as('rep')).person.id;
    await anOpenDeal('333', { ownerId: elsewhere });
    await aWonDeal(api, '2026-10-20', { teamId: floor.teamId, ownerId: floor.ben, amountMinor: 7n });
    const totals = async (...filters: string[]) => {
      const parts = await Promise.all(filters.map((filter) => forecast(`period=2026-Q4&${filter}`)));
      return parts.reduce((sum, { total }) => sum + BigInt(total.amountMinor), 0n);
    };
    const whole = BigInt((await forecast('period=2026-Q4')).total.amountMinor);
    expect(await totals(`personId=${floor.amy}`, `personId=${floor.ben}`, `personId=${elsewhere}`)).toBe(whole);
    expect(await totals('sourceId=none')).toBe(whole);
    expect(await totals(`officeId=${floor.officeId}`)).toBe(await totals(`teamId=${floor.teamId}`));
    expect(await totals(`personId=${floor.ben}`)).toBe(7n + 502n);
  });
});

describe('a probability', () => {
  const stage = async (key: string, query = 'period=2026-Q4') => {
    const { stages } = await forecast(query);
    const found = stages.find((one) => one.key === key);
    return found && [found.probability, found.basis, found.won, found.decided];
  };

  test('is learned from 30 decided opportunities on, known by then and decided within the year before', async () => {
    await someDecidedDeals(api, floor, { won: 6, lost: 23, on: '2026-06-01' });
    await someDecidedDeals(api, floor, { won: 40, lost: 0, on: '2025-10-29' });
    expect(await stage('define_needs')).toEqual(['0.3', 'default', 6, 29]);
    await someDecidedDeals(api, floor, { won: 1, lost: 0, on: '2026-10-30' });
    expect(await stage('define_needs')).toEqual(['0.233333', 'learned', 7, 30]);
    expect(await stage('prospect')).toEqual(['0.233333', 'learned', 7, 30]);
    // Nobody lost one from there, and eight times nobody was there: those won were, by jumping over it.
    expect(await stage('propose')).toEqual(['0.5', 'default', 7, 7]);
    for (const reading of ['restated', 'reported'])
      expect(await stage('define_needs', `period=2026-Q4&asOf=2026-10-29&reading=${reading}`)).toEqual([
        '0.3',
        'default',
        6,
        29,
      ]);
    await anOpenDeal('3000', { stage: 'define_needs' });
    expect(await records('period=2026-Q4')).toMatchObject([{ basis: 'learned', contribution: usd('700') }]);
  });

  test('of the rep goes before both, and no move resets it', async () => {
    await someDecidedDeals(api, floor, { won: 7, lost: 23, on: '2026-10-01' });
    const deal = await edited(await anOpenDeal('1000', { stage: 'define_needs' }), { probability: 64 });
    await moved(officer, deal, 'propose');
    expect(await records('period=2026-Q4')).toMatchObject([{ probability: '0.64', basis: 'own' }]);
    await edited(deal, { probability: null });
    expect(await records('period=2026-Q4')).toMatchObject([{ probability: '0.5', basis: 'default' }]);
  });
});

describe('a category', () => {
  const sums = async (query = 'period=2026-Q4') =>
    Object.fromEntries((await forecast(query)).categories.map(({ category, worth }) => [category, worth.amountMinor]));

  test('follows the probability unless the rep says otherwise, as of a past day too, and changes no weight', async () => {
    await anOpenDeal('1', { stage: 'negotiate' });
    const deal = await anOpenDeal('20');
    await anOpenDeal('300', { stage: 'prospect' });
    await edited(await anOpenDeal('4000'), { probability: 0 });
    expect(await sums()).toEqual({ commit: '1', best_case: '20', pipeline: '300', omitted: '4000' });
    const before = await forecast('period=2026-Q4');
    await passTo(api, '2026-11-04T09:00:00Z');
    expect(await edited(deal, { forecastCategory: 'omitted' })).toMatchObject({ forecastCategory: 'omitted' });
    expect(await sums()).toEqual({ commit: '1', best_case: '0', pipeline: '300', omitted: '4020' });
    expect((await forecast('period=2026-Q4')).total).toEqual(before.total);
    expect(await sums('period=2026-Q4&asOf=2026-11-03')).toMatchObject({ best_case: '20', omitted: '4000' });
    expect((await records('period=2026-Q4&category=omitted')).map(({ category }) => category)).toEqual([
      'omitted',
      'omitted',
    ]);
    const told = await api.database.query<{ after: string }>(
      `SELECT JSON_VALUE(after_state, '$.forecastCategory') AS after FROM audit_line WHERE action = 'opportunity.edited' ORDER BY at DESC LIMIT 1`,
    );
    expect(told).toEqual([{ after: 'omitted' }]);
    const wrong = await officer.patch(`/opportunities/${deal.id}`, { forecastCategory: 'closed' }, { version: 2 });
    expect(wrong.status).toBe(400);
  });
});

describe('as of a past day', () => {
  test('the answer is the one that was given then, whatever happens later', async () => {
    const deals = await Promise.all(['1000', '2500', '700', '1300'].map((amount) => anOpenDeal(amount)));
    const [bigger, won, pushed, given] = deals as [OpportunityWire, OpportunityWire, OpportunityWire, OpportunityWire];
    await passTo(api, '2026-11-05T23:59:59.999Z');
    const then = await asked('period=2026-Q4');
    const rows = await records('period=2026-Q4');
    await passTo(api, '2026-11-09T09:00:00Z');
    await edited(bigger, { amount: usd('9999'), probability: 99 });
    await moved(officer, won, 'implement');
    await edited(pushed, { closeDate: '2027-02-01' });
    await edited(given, { ownerId: floor.ben });
    await someDecidedDeals(api, floor, { won: 40, lost: 0, on: '2026-11-08', stage: 'propose' });
    expect((await asked('period=2026-Q4')).forecast).not.toEqual(then.forecast);
    for (const reading of ['restated', 'reported'] as const) {
      const again = await asked(`period=2026-Q4&asOf=2026-11-05&reading=${reading}`);
      expect(again).toEqual({ ...then, reading });
    }
    expect(await records('period=2026-Q4&asOf=2026-11-05')).toEqual(rows);
  });
});

describe('the range', () => {
  test('is the same for the same question on the same records, in order, and around what is weighted', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, place) => anOpenDeal(String(1_000 + place * 100))));
    await aWonDeal(api, '2026-10-20', { teamId: floor.teamId, ownerId: floor.amy, amountMinor: 500n });
    const one = await forecast('period=2026-Q4');
    expect((await forecast('period=2026-Q4')).simulated).toEqual(one.simulated);
    const [p10, p50, p90] = [one.simulated.p10, one.simulated.p50, one.simulated.p90].map(({ amountMinor }) =>
      Number(amountMinor),
    );
    expect([500 < (p10 ?? 0), (p10 ?? 0) < (p50 ?? 0), (p50 ?? 0) < (p90 ?? 0), one.simulated.draws]).toEqual([
      true,
      true,
      true,
      2_048,
    ]);
    // Twelve coins: the middle lies within one opportunity of the mean.
    expect(Math.abs((p50 ?? 0) - Number(one.total.amountMinor))).toBeLessThan(2_100);
    expect(codes(one)).not.toContain('few_deals');
  });
});
