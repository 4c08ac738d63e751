import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BookingWire, CurrencyRestatementResult, HistoryWire, OpportunityWire } from '@tandem/contracts';
import { aHistory } from '../builders/a-history';
import { rated } from '../builders/later-knowledge';
import { aSalesFloor, type SalesFloor } from '../builders/a-sales-floor';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let officer: SignedInClient;
let floor: SalesFloor;
beforeAll(async () => {
  api = await startApi();
  officer = await api.as('revenue_officer');
  floor = await aSalesFloor(api);
});
afterAll(() => api.stop());

const money = (amountMinor: string, currency: string) => ({ amountMinor, currency });
const setRate = (from: string, day: string, rate: string, who = officer) => rated(who, from, day, rate);
const restate = (from: string, since: string, until: string) =>
  officer.post('/currency-restatements', { from, since, until, reason: 'the bank corrected its rate' });
const resultOf = async (answer: Promise<{ body: unknown }>) => (await answer).body as CurrencyRestatementResult;
const nothing = { restated: 0, remaining: 0, skippedLocked: 0, withoutRate: 0 };
const linesOf = async (id: string): Promise<BookingWire[]> =>
  ((await officer.get(`/opportunities/${id}/history`)).body as HistoryWire).bookings;
const wonOn = (day: string, currency: string, costMinor: bigint | null = 4_000n) =>
  aHistory(api, {
    ownerId: floor.amy,
    teamId: floor.teamId,
    costMinor,
    currency,
    steps: [
      { at: `${day}T08:00:00.000Z`, stage: 'prospect' },
      { at: `${day}T09:00:00.000Z`, stage: 'implement' },
    ],
  });
const read = async (id: string) => (await officer.get(`/opportunities/${id}`)).body as OpportunityWire;

describe('exchange rates', () => {
  test('are set by those who keep the books, and every day goes by the latest before it', async () => {
    const set = await setRate('EUR', '2026-01-01', '1.2');
    expect(set.body).toMatchObject({ from: 'EUR', to: 'USD', date: '2026-01-01', rateDate: '2026-01-01' });
    expect(Number(set.body.rate)).toBe(1.2);
    const viewer = await api.as('viewer');
    expect((await viewer.get('/exchange-rates/EUR/2026-02-28')).body).toMatchObject({
      date: '2026-02-28',
      rateDate: '2026-01-01',
    });
    expect((await viewer.get('/exchange-rates/EUR/2025-12-31')).body).toMatchObject({
      status: 404,
      code: 'exchange_rate.missing',
    });
    for (const role of ['rep', 'manager', 'viewer'] as const)
      expect((await setRate('EUR', '2026-01-01', '9', await api.as(role))).status).toBe(403);
  });

  test('are numbers above 0 of another currency', async () => {
    for (const rate of ['0', '-1', '1e3', 'NaN', '1.23456789012', ''])
      expect((await setRate('EUR', '2026-01-02', rate)).body).toMatchObject({ code: 'exchange_rate.malformed' });
    expect((await setRate('USD', '2026-01-02', '1')).body.code).toBe('exchange_rate.own_currency');
    expect((await setRate('EUR', '2026-02-30', '1')).status).toBe(400);
    expect((await setRate('eur', '2026-01-02', '1')).status).toBe(400);
  });

  test('that are set anew change nothing that is booked, and the audit trail keeps what they were', async () => {
    const id = await wonOn('2026-03-10', 'EUR');
    await setRate('EUR', '2026-01-01', '1.25');
    expect((await linesOf(id))[0]).toMatchObject({ reportingAmount: money('12000', 'USD'), restatements: [] });
    const [line] = await api.database.query(
      `SELECT JSON_VALUE(before_state, '$.rate') + 0 AS was, JSON_VALUE(after_state, '$.rate') + 0 AS became
       FROM audit_line WHERE action = 'exchange_rate.set' ORDER BY id DESC LIMIT 1`,
    );
    expect(line).toEqual({ was: 1.2, became: 1.25 });
  });
});

describe('a rate that is there already', () => {
  const path = '/exchange-rates/ISK/2026-01-01';
  const put = (rate: string, version?: number, who = officer) =>
    who.put(path, { rate }, version === undefined ? {} : { version });

  test('is changed only by whoever saw what it is, so that of two officers none is overwritten unseen', async () => {
    const other = await api.as('administrator');
    const first = await put('1.1');
    expect([first.status, first.headers.get('etag'), first.body.version]).toEqual([200, '"v1"', 1]);
    expect((await other.get(path)).headers.get('etag')).toBe('"v1"');
    const second = await put('1.12', 1, other);
    expect([second.status, second.headers.get('etag')]).toEqual([200, '"v2"']);
    const current = {
      from: 'ISK',
      to: 'USD',
      date: '2026-01-01',
      rate: '1.1200000000',
      rateDate: '2026-01-01',
      version: 2,
    };
    expect((await put('1.13', 1)).body).toMatchObject({ status: 412, code: 'exchange_rate.changed', current });
    expect((await put('1.13')).body).toMatchObject({ status: 428, code: 'version.required', current });
    expect((await officer.get(path)).body).toEqual(current);
  });

  test('is not the one of an earlier day: that one is seen without a version, and the day gets a rate of its own', async () => {
    const later = '/exchange-rates/ISK/2026-01-02';
    const seen = await officer.get(later);
    expect([seen.body.rateDate, seen.body.version, seen.headers.get('etag')]).toEqual(['2026-01-01', null, null]);
    expect((await officer.put(later, { rate: '1.2' }, { version: 2 })).body).toMatchObject({
      status: 412,
      current: { rateDate: '2026-01-01', version: null },
    });
    expect((await officer.put(later, { rate: '1.2' })).body).toMatchObject({ rateDate: '2026-01-02', version: 1 });
  });

  test('was there first when two officers set it in the same moment: the other is told', async () => {
    const answers = await Promise.all(
      ['2.1', '2.2', '2.3'].map((rate) => officer.put('/exchange-rates/THB/2026-01-01', { rate })),
    );
    const [done, ...others] = answers.toSorted((one, other) => one.status - other.status);
    expect(done?.body).toMatchObject({ version: 1 });
    for (const { status, body } of others) {
      expect([412, 428]).toContain(status);
      expect(body.current).toEqual(done?.body);
    }
  });
});

describe('restating a currency', () => {
  test('values every standing line by the rate known now, beside the frozen one, and done twice does nothing more', async () => {
    await setRate('GBP', '2026-01-01', '1.3');
    const id = await wonOn('2026-10-10', 'GBP');
    await setRate('GBP', '2026-10-09', '1.35');
    const first = await resultOf(restate('GBP', '2026-10-01', '2026-11-01'));
    expect(first).toEqual({ ...nothing, restated: 1 });
    const [line] = await linesOf(id);
    expect(line).toMatchObject({ reportingAmount: money('13000', 'USD'), rateDate: '2026-01-01' });
    expect(line?.restatements).toMatchObject([
      {
        revision: 1,
        amount: money('13500', 'USD'),
        cost: money('5400', 'USD'),
        rateDate: '2026-10-09',
        reason: 'the bank corrected its rate',
        by: { id: officer.person.id },
      },
    ]);
    expect(await resultOf(restate('GBP', '2026-10-01', '2026-11-01'))).toEqual(nothing);
    await setRate('GBP', '2026-10-09', '1.4');
    expect(await resultOf(restate('GBP', '2026-10-01', '2026-11-01'))).toEqual({ ...nothing, restated: 1 });
    expect((await linesOf(id))[0]?.restatements.map(({ revision, amount }) => [revision, amount.amountMinor])).toEqual([
      [1, '13500'],
      [2, '14000'],
    ]);
  });

  test('values what could not be converted once there is a rate, and says what still cannot', async () => {
    const id = await wonOn('2026-10-10', 'CHF', null);
    await wonOn('2026-09-10', 'CHF');
    await setRate('CHF', '2026-10-01', '1.1');
    expect(await resultOf(restate('CHF', '2026-09-01', '2026-11-01'))).toEqual({
      ...nothing,
      restated: 1,
      withoutRate: 1,
    });
    const [line] = await linesOf(id);
    expect(line?.reportingAmount).toBeNull();
    expect(line?.restatements).toMatchObject([{ amount: money('11000', 'USD'), cost: null }]);
  });

  test('leaves alone what was taken back, other days and other currencies', async () => {
    await setRate('NZD', '2026-01-01', '0.6');
    await setRate('AUD', '2026-01-01', '0.6');
    const [reversed, outside] = [await wonOn('2026-10-10', 'NZD'), await wonOn('2026-11-01', 'NZD')];
    await wonOn('2026-10-10', 'AUD');
    const deal = await read(reversed);
    const toStageId = deal.moves.find(({ means }) => means === 'reopen')?.stageId;
    await officer.post(`/opportunities/${reversed}/reopening`, { toStageId, note: 'x' }, { version: deal.version });
    await setRate('NZD', '2026-01-01', '0.7');
    await setRate('AUD', '2026-01-01', '0.7');
    expect(await resultOf(restate('NZD', '2026-10-01', '2026-11-01'))).toEqual(nothing);
    expect(await resultOf(restate('NZD', '2026-11-01', '2026-11-02'))).toEqual({ ...nothing, restated: 1 });
    expect((await linesOf(outside))[0]?.restatements).toHaveLength(1);
  });

  test('takes a credit along at the rate of what it gives back, whichever comes first', async () => {
    await setRate('SEK', '2026-01-01', '0.1');
    const id = await wonOn('2026-10-10', 'SEK');
    const give = async (amount: string) =>
      officer.post(
        `/opportunities/${id}/credits`,
        { amount: money(amount, 'SEK'), note: 'x' },
        { version: (await read(id)).version },
      );
    await give('1000');
    await setRate('SEK', '2026-10-10', '0.2');
    await setRate('SEK', '2026-11-20', '0.9');
    expect(await resultOf(restate('SEK', '2026-10-01', '2026-12-01'))).toEqual({ ...nothing, restated: 2 });
    await give('9000');
    const lines = await linesOf(id);
    expect(lines.map(({ reportingAmount }) => reportingAmount?.amountMinor)).toEqual(['1000', '-100', '-900']);
    const restated = lines.map(({ restatements }) => restatements.at(-1)?.amount.amountMinor);
    expect(restated).toEqual(['2000', '-200', '-1800']);
    expect(await resultOf(restate('SEK', '2026-10-01', '2026-12-01'))).toEqual(nothing);
  });

  test('leaves no credit at another rate than what it gives back: what was given back in full adds up to nothing', async () => {
    await setRate('CAD', '2026-08-01', '1.1');
    const id = await wonOn('2026-08-10', 'CAD');
    const credit = { amount: money('10000', 'CAD'), grantedOn: '2026-10-05', note: 'sent back' };
    expect((await officer.post(`/opportunities/${id}/credits`, credit, { version: 2 })).status).toBe(200);
    await setRate('CAD', '2026-08-01', '1.2');
    await officer.post('/period-locks', { lockedBefore: '2026-10-01', note: 'closed' });
    expect(await resultOf(restate('CAD', '2026-08-01', '2027-01-01'))).toEqual({ ...nothing, skippedLocked: 2 });
    await officer.post('/period-locks', { lockedBefore: '2026-01-01', note: 'opened again' });
    expect(await resultOf(restate('CAD', '2026-10-01', '2026-11-01'))).toEqual(nothing);
    expect((await linesOf(id)).flatMap(({ restatements }) => restatements)).toEqual([]);
    expect(await resultOf(restate('CAD', '2026-08-01', '2026-09-01'))).toEqual({ ...nothing, restated: 2 });
    const worth = (await linesOf(id)).map(({ restatements }) => restatements.at(-1)?.amount.amountMinor);
    expect(worth).toEqual(['12000', '-12000']);
  });

  test('takes a credit that stands again along with its original, where that one stood', async () => {
    await setRate('SGD', '2026-01-01', '0.7');
    const id = await wonOn('2026-09-10', 'SGD');
    const given = { amount: money('4000', 'SGD'), grantedOn: '2026-10-20', note: 'x' };
    await officer.post(`/opportunities/${id}/credits`, given, { version: 2 });
    const deal = await read(id);
    const toStageId = deal.moves.find(({ means }) => means === 'reopen')?.stageId;
    await officer.post(`/opportunities/${id}/reopening`, { toStageId, note: 'x' }, { version: deal.version });
    const taken = { kind: 'withdraw', correctsSeq: 3, note: 'it never was' };
    const again = await officer.post(`/opportunities/${id}/corrections`, taken, { version: deal.version + 1 });
    expect(again.status).toBe(200);
    await setRate('SGD', '2026-01-01', '0.8');
    expect(await resultOf(restate('SGD', '2026-10-01', '2026-12-01'))).toEqual(nothing);
    expect(await resultOf(restate('SGD', '2026-09-10', '2026-09-11'))).toEqual({ ...nothing, restated: 2 });
    const standing = (await linesOf(id)).filter(({ kind, reversed }) => kind !== 'reversal' && !reversed);
    const worth = standing.map(({ kind, restatements }) => [kind, restatements.at(-1)?.amount.amountMinor]);
    expect(Object.fromEntries(worth)).toEqual({ booking: '8000', credit: '-3200' });
  });

  test('does not touch a locked period, and says how much it left there', async () => {
    await setRate('JPY', '2026-01-01', '0.01');
    const [locked, open] = [await wonOn('2026-08-31', 'JPY'), await wonOn('2026-09-01', 'JPY')];
    await setRate('JPY', '2026-01-01', '0.02');
    await officer.post('/period-locks', { lockedBefore: '2026-09-01', note: 'closed' });
    expect(await resultOf(restate('JPY', '2026-08-01', '2026-10-01'))).toEqual({
      ...nothing,
      restated: 1,
      skippedLocked: 1,
    });
    expect((await linesOf(locked))[0]?.restatements).toEqual([]);
    expect((await linesOf(open))[0]?.restatements).toHaveLength(1);
    expect(await resultOf(restate('JPY', '2026-08-01', '2026-10-01'))).toEqual({ ...nothing, skippedLocked: 1 });
    await officer.post('/period-locks', { lockedBefore: '2026-01-01', note: 'opened again' });
  });

  test('is asked twice at once and done once', async () => {
    await setRate('NOK', '2026-01-01', '0.1');
    for (const day of ['2026-10-01', '2026-10-02', '2026-10-03']) await wonOn(day, 'NOK');
    await setRate('NOK', '2026-01-01', '0.11');
    const results = await Promise.all([1, 2, 3].map(() => resultOf(restate('NOK', '2026-10-01', '2026-11-01'))));
    expect(results.map(({ restated }) => restated).toSorted((one, other) => one - other)).toEqual([0, 0, 3]);
  });

  test('goes by thousands a call and says how many are left', async () => {
    await setRate('DKK', '2026-01-01', '0.14');
    const first = await wonOn('2026-10-10', 'DKK');
    await api.database.write(() =>
      api.database.run(
        `INSERT INTO booking (id, opportunity_id, move_id, booking_type, amount_minor, cost_minor, currency, reporting_amount_minor,
           reporting_cost_minor, reporting_currency, rate, rate_date, booking_date, recorded_at, owner_id, team_id)
         SELECT UNHEX(CONCAT('0189', LPAD(HEX(n.seq), 28, '0'))), b.opportunity_id, NULL, b.booking_type, b.amount_minor, b.cost_minor,
           b.currency, b.reporting_amount_minor, b.reporting_cost_minor, b.reporting_currency, b.rate, b.rate_date, b.booking_date,
           b.recorded_at, b.owner_id, b.team_id
         FROM booking b JOIN (SELECT ROW_NUMBER() OVER () AS seq FROM information_schema.columns x, (SELECT 1 UNION SELECT 2) y LIMIT 2100) n
         WHERE b.opportunity_id = UNHEX(?)`,
        [first.replaceAll('-', '')],
      ),
    );
    await setRate('DKK', '2026-01-01', '0.15');
    const body = { from: 'DKK', since: '2026-10-01', until: '2026-11-01', reason: 'x' };
    const once = () => officer.post('/currency-restatements', body, { key: 'first-thousands' });
    expect((await once()).body).toEqual({ ...nothing, restated: 2000, remaining: 101 });
    expect((await once()).body).toEqual({ ...nothing, restated: 2000, remaining: 101 });
    expect((await officer.post('/currency-restatements', body)).body).toEqual({ ...nothing, restated: 101 });
    expect((await officer.post('/currency-restatements', body)).body).toEqual(nothing);
  }, 30_000);

  test('asks for a span of days, another currency and a reason', async () => {
    expect((await restate('GBP', '2026-11-01', '2026-11-01')).body).toMatchObject({ errors: [{ pointer: '/until' }] });
    expect((await restate('USD', '2026-11-01', '2026-11-02')).body.code).toBe('exchange_rate.own_currency');
    const silent = await officer.post('/currency-restatements', {
      from: 'GBP',
      since: '2026-11-01',
      until: '2026-11-02',
    });
    expect(silent.status).toBe(400);
    const rep = await api.as('rep');
    expect(
      (await rep.post('/currency-restatements', { from: 'GBP', since: '2026-11-01', until: '2026-11-02', reason: 'x' }))
        .status,
    ).toBe(403);
  });
});
