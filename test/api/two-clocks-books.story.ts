import { AsyncResource } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BookingWire, HistoryWire, OpportunityWire } from '@tandem/contracts';
import { date, type Id } from '@tandem/kernel';
import { CreditsService } from '@tandem/opportunities';
import { PeriodLocksService } from '@tandem/people';
import { SpendService } from '@tandem/spend';
import { aHistory } from '../builders/a-history';
import { aSalesFloor, type SalesFloor } from '../builders/a-sales-floor';
import { anExchangeRate } from '../builders/an-exchange-rate';
import { stageIds } from '../builders/an-opportunity';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let officer: SignedInClient;
let floor: SalesFloor;
let stages: Record<string, string>;
beforeAll(async () => {
  api = await startApi();
  officer = await api.as('revenue_officer');
  floor = await aSalesFloor(api);
  stages = await stageIds(officer);
  await anExchangeRate(api.database, { from: 'EUR', to: 'USD', date: '2026-01-01', rate: '1.2' });
});
afterAll(() => api.stop());

/** Runs work as this file was loaded: outside of any transaction. */
const outside: <T>(work: () => Promise<T>) => Promise<T> = AsyncResource.bind((work) => work());

type Deal = Pick<OpportunityWire, 'id' | 'version'>;
const money = (amountMinor: string, currency = 'USD') => ({ amountMinor, currency });
const statusesOf = (answers: readonly { readonly status: number }[]) =>
  answers.map(({ status }) => status).toSorted((one, other) => one - other);
const read = async (id: string) => (await officer.get(`/opportunities/${id}`)).body as OpportunityWire;
const linesOf = async ({ id }: { id: string }): Promise<BookingWire[]> =>
  ((await officer.get(`/opportunities/${id}/history`)).body as HistoryWire).bookings;
const post = ({ id, version }: Deal, what: string, body: object) =>
  officer.post(`/opportunities/${id}/${what}`, { note: 'as agreed', ...body }, { version });
const credit = (deal: Deal, amount: string, more: object = {}) =>
  post(deal, 'credits', { amount: money(amount), ...more });
const adjust = (deal: Deal, amount: string, adjustsDate: string, more: object = {}) =>
  post(deal, 'adjustments', { amount: money(amount), adjustsDate, ...more });
const reopen = (deal: Deal, more: object = {}) => post(deal, 'reopening', { toStageId: stages['propose'], ...more });
const lock = (lockedBefore: string, who = officer) => who.post('/period-locks', { lockedBefore, note: 'month end' });
const sum = (lines: readonly BookingWire[]) => lines.reduce((all, { amount }) => all + BigInt(amount.amountMinor), 0n);

/** Won for 100.00 on a day, cost 40.00. */
async function wonOn(
  day: string,
  wishes: { currency?: string; costMinor?: bigint | null } = {},
): Promise<OpportunityWire> {
  const id = await aHistory(api, {
    ownerId: floor.amy,
    teamId: floor.teamId,
    costMinor: 4_000n,
    ...wishes,
    steps: [
      { at: `${day}T08:00:00.000Z`, stage: 'prospect' },
      { at: `${day}T09:00:00.000Z`, stage: 'implement' },
    ],
  });
  return read(id);
}

describe('credits', () => {
  test('are negative lines of the day they are granted, with the owner, team and rate of what they give back', async () => {
    const deal = await wonOn('2026-09-15', { currency: 'EUR' });
    await anExchangeRate(api.database, { from: 'EUR', to: 'USD', date: '2026-11-20', rate: '1.5' });
    const answer = await post(deal, 'credits', { amount: money('2500', 'EUR'), cost: money('1000', 'EUR') });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ outcome: 'won', version: deal.version + 1 });
    const [original, line] = await linesOf(deal);
    expect(line).toMatchObject({
      kind: 'credit',
      bookingType: 'credit',
      creditOfId: original?.id,
      amount: money('-2500', 'EUR'),
      cost: money('-1000', 'EUR'),
      reportingAmount: money('-3000'),
      rate: original?.rate,
      bookingDate: '2026-11-23',
      note: 'as agreed',
    });
    const [shares] = await api.database.query(
      'SELECT owner_id AS ownerId, team_id AS teamId FROM booking WHERE credit_of_id IS NOT NULL ORDER BY id DESC LIMIT 1',
    );
    expect(shares).toEqual({ ownerId: floor.amy, teamId: floor.teamId });
  });

  test('never exceed what they are granted on, one by one or together', async () => {
    const deal = await wonOn('2026-11-02');
    expect((await credit(deal, '10001')).body).toMatchObject({
      status: 409,
      code: 'credit.exceeds',
      detail: 'Only US$100 of this booking is left to give back.',
    });
    const { body: after } = await credit(deal, '7000');
    expect((await credit(after, '3001')).body.code).toBe('credit.exceeds');
    expect((await credit(after, '3000')).status).toBe(200);
    expect(sum(await linesOf(deal))).toBe(0n);
  });

  test('without a word on cost none of it comes back; what nobody knows stays unknown', async () => {
    const [known, unknown] = [await wonOn('2026-11-02'), await wonOn('2026-11-02', { costMinor: null })];
    await credit(known, '100');
    await credit(unknown, '100');
    expect((await linesOf(known))[1]?.cost).toEqual(money('0'));
    expect((await linesOf(unknown))[1]?.cost).toBeNull();
    expect((await credit({ ...unknown, version: 3 }, '1', { cost: money('1') })).body.code).toBe('credit.cost_unknown');
  });

  test('are dated when they are granted: after the booking, not ahead', async () => {
    const deal = await wonOn('2026-11-10');
    expect((await credit(deal, '1', { grantedOn: '2026-11-09' })).body.code).toBe('credit.before_booking');
    expect((await credit(deal, '1', { grantedOn: '2026-11-24' })).body).toMatchObject({
      status: 400,
      code: 'credit.ahead',
    });
    await credit(deal, '1', { grantedOn: '2026-11-12' });
    expect((await linesOf(deal))[1]?.bookingDate).toBe('2026-11-12');
  });

  test('name the booking of this very opportunity, and one that stands', async () => {
    const [deal, other] = [await wonOn('2026-11-02'), await wonOn('2026-11-02')];
    const [theirs] = await linesOf(other);
    const foreign = await credit(deal, '1', { bookingId: theirs?.id });
    expect(foreign.body).toMatchObject({ status: 400, code: 'credit.booking_unknown' });
    const { body: after } = await credit(deal, '1');
    const granted = (await linesOf(deal)).find(({ kind }) => kind === 'credit');
    expect((await credit(after, '1', { bookingId: granted?.id })).body.code).toBe('credit.of_credit');
    const { body: opened } = await reopen(after);
    expect((await credit(opened, '1')).body.code).toBe('credit.nothing_booked');
  });

  test('go with the deal when it is reopened, or its win is taken back; nothing is left', async () => {
    const [reopened, withdrawn] = [await wonOn('2026-11-02'), await wonOn('2026-11-02')];
    await reopen((await credit(reopened, '2500')).body);
    const credited = (await credit(withdrawn, '2500')).body;
    const answer = await post(credited, 'corrections', { kind: 'withdraw', correctsSeq: 2 });
    expect(answer.body.outcome).toBe('open');
    for (const deal of [reopened, withdrawn]) {
      const lines = await linesOf(deal);
      expect(lines.map(({ kind, bookingType, amount }) => [kind, bookingType, amount.amountMinor])).toEqual([
        ['booking', 'new_business', '10000'],
        ['credit', 'credit', '-2500'],
        ['reversal', 'new_business', '-10000'],
        ['reversal', 'credit', '2500'],
      ]);
      expect(sum(lines)).toBe(0n);
    }
  });

  test('are not taken back before they were granted, when the reopening is dated back', async () => {
    const deal = await wonOn('2026-11-02');
    await reopen((await credit(deal, '2500', { grantedOn: '2026-11-20' })).body, { at: '2026-11-10T09:00:00.000Z' });
    const reversals = (await linesOf(deal)).filter(({ kind }) => kind === 'reversal');
    expect(reversals.map(({ amount, bookingDate }) => [amount.amountMinor, bookingDate])).toEqual([
      ['-10000', '2026-11-10'],
      ['2500', '2026-11-20'],
    ]);
  });

  test('stand again with the deal when its reopening is taken back, on the line that stands again', async () => {
    const deal = await wonOn('2026-11-02');
    const opened = await reopen((await credit(deal, '2500')).body);
    const answer = await post(opened.body, 'corrections', { kind: 'withdraw', correctsSeq: 3 });
    expect(answer.body.outcome).toBe('won');
    const standing = (await linesOf(deal)).filter(({ kind, reversed }) => kind !== 'reversal' && !reversed);
    expect(standing.map(({ kind, amount, adjustsDate }) => [kind, amount.amountMinor, adjustsDate])).toEqual([
      ['booking', '10000', '2026-11-02'],
      ['credit', '-2500', '2026-11-23'],
    ]);
    expect(standing[1]?.creditOfId).toBe(standing[0]?.id);
    expect((await credit(answer.body, '7501')).body.code).toBe('credit.exceeds');
    expect((await credit(answer.body, '7500')).status).toBe(200);
  });

  test('granted while the deal is being reopened are either reversed with it or refused', async () => {
    for (let round = 0; round < 5; round++) {
      const deal = await wonOn('2026-11-02');
      const answers = await Promise.all([credit(deal, '2500'), reopen(deal)]);
      expect(statusesOf(answers)).toEqual([200, 412]);
      const lines = await linesOf(deal);
      expect(sum(lines)).toBe((await read(deal.id)).outcome === 'won' ? 7500n : 0n);
    }
  });

  test('granted twice at once count once, and under one key are one', async () => {
    const deal = await wonOn('2026-11-02');
    const answers = await Promise.all([credit(deal, '6000'), credit(deal, '6000')]);
    expect(statusesOf(answers)).toEqual([200, 412]);
    const { version } = await read(deal.id);
    const once = () =>
      officer.post(
        `/opportunities/${deal.id}/credits`,
        { amount: money('10'), note: 'x' },
        { version, key: 'one-credit' },
      );
    expect((await Promise.all([once(), once()])).map(({ status }) => status)).toEqual([200, 200]);
    expect(sum(await linesOf(deal))).toBe(3990n);
  });
});

describe('locked periods', () => {
  beforeAll(async () => {
    expect((await lock('2026-10-01')).status).toBe(201);
  });

  test('are locked by those who keep the books, up to today at most; the newest rules, and everybody sees it', async () => {
    expect((await lock('2026-10-01', await api.as('manager'))).status).toBe(403);
    expect((await lock('2026-11-24')).body).toMatchObject({
      code: 'period_lock.ahead',
      facts: { latest: '2026-11-23' },
    });
    expect((await lock('2026-10-01')).body.code).toBe('period_lock.unchanged');
    const administrator = await api.as('administrator');
    await lock('2026-09-01', administrator);
    const { body: newest } = await lock('2026-10-01');
    expect(newest).toMatchObject({
      lockedBefore: '2026-10-01',
      note: 'month end',
      lockedBy: { id: officer.person.id },
    });
    const viewer = await api.as('viewer');
    const first = (await viewer.get('/period-locks?limit=2')).body;
    expect(first.items.map(({ lockedBefore }: { lockedBefore: string }) => lockedBefore)).toEqual([
      '2026-10-01',
      '2026-09-01',
    ]);
    const rest = (await viewer.get(`/period-locks?limit=2&cursor=${first.page.nextCursor}`)).body;
    expect(rest).toMatchObject({ items: [{ lockedBefore: '2026-10-01' }], page: { hasMore: false } });
  });

  test('take nothing in: no move, win, loss, credit, and no date of an earlier change', async () => {
    const open = await read(
      await aHistory(api, {
        ownerId: floor.amy,
        teamId: floor.teamId,
        steps: [
          { at: '2026-09-10T09:00:00.000Z', stage: 'prospect' },
          { at: '2026-10-05T09:00:00.000Z', stage: 'propose' },
        ],
      }),
    );
    const early = await read(
      await aHistory(api, {
        ownerId: floor.amy,
        teamId: floor.teamId,
        steps: [{ at: '2026-09-10T09:00:00.000Z', stage: 'prospect' }],
      }),
    );
    const won = await wonOn('2026-09-15');
    const win = { toStageId: stages['implement'] };
    const answers = [
      await post(early, 'moves', { toStageId: stages['propose'], at: '2026-09-30T23:59:59.999Z' }),
      await post(open, 'moves', { ...win, closeDate: '2026-09-30' }),
      await post(open, 'loss', { reason: 'price', closeDate: '2026-09-30' }),
      await post(early, 'cancellation', { at: '2026-09-20T09:00:00.000Z' }),
      await officer.patch(
        `/opportunities/${early.id}`,
        { amount: money('1'), at: '2026-09-20T09:00:00.000Z' },
        { version: 1 },
      ),
      await credit(won, '100', { grantedOn: '2026-09-30' }),
      await post(open, 'corrections', { kind: 'redate', correctsSeq: 2, at: '2026-09-20T09:00:00.000Z' }),
      await post(open, 'corrections', { kind: 'redate', correctsSeq: 1, at: '2026-10-02T09:00:00.000Z' }),
    ];
    for (const { body } of answers) {
      expect(body).toMatchObject({ status: 409, code: 'period.locked', facts: { firstOpenDay: '2026-10-01' } });
    }
    expect((await post(early, 'moves', { toStageId: stages['propose'], at: '2026-10-01T00:00:00.000Z' })).status).toBe(
      200,
    );
    expect((await post(open, 'moves', { ...win, closeDate: '2026-10-01' })).body.closeDate).toBe('2026-10-01');
  });

  test('take no expense, target or quota of theirs; a period with an open day still does', async () => {
    const spend = api.app.get(SpendService, { strict: false });
    const expense = (day: string) =>
      api.act(() =>
        spend.record({
          date: date(day),
          side: 'sales',
          category: 'tools',
          amount: { amountMinor: 5n, currency: 'USD' },
        }),
      );
    await expect(expense('2026-09-30')).rejects.toMatchObject({ code: 'period.locked' });
    await expect(expense('2026-10-01')).resolves.toBeDefined();
    const target = { value: { unit: 'count', count: 40 } };
    expect((await officer.put('/targets/closings/2026-Q3', target)).body).toMatchObject({ code: 'period.locked' });
    expect((await officer.put('/targets/closings/2026', target)).status).toBe(200);
    const quota = (periodKey: string) =>
      officer.post('/quotas', { periodKey, teamId: floor.teamId, personId: null, amount: money('1') });
    expect((await quota('2026-09')).body).toMatchObject({ code: 'period.locked', facts: { day: '2026-09-30' } });
    expect((await quota('2026-10')).status).toBe(201);
  });

  test('keep what they say when a deal of theirs is reopened or its win taken back: both are dated today', async () => {
    const [reopened, withdrawn] = [await wonOn('2026-09-15'), await wonOn('2026-09-15')];
    expect((await reopen(reopened)).status).toBe(200);
    expect((await post(withdrawn, 'corrections', { kind: 'withdraw', correctsSeq: 2 })).status).toBe(200);
    for (const deal of [reopened, withdrawn]) {
      expect((await linesOf(deal)).map(({ amount, bookingDate }) => [amount.amountMinor, bookingDate])).toEqual([
        ['10000', '2026-09-15'],
        ['-10000', '2026-11-23'],
      ]);
    }
  });

  test('change by adjustment lines: booked today, about a day of theirs, with the shares of the deal', async () => {
    const deal = await wonOn('2026-09-15', { currency: 'EUR' });
    const answer = await post(deal, 'adjustments', { amount: money('-1500', 'EUR'), adjustsDate: '2026-09-15' });
    expect(answer.body).toMatchObject({ outcome: 'won', version: deal.version + 1 });
    expect((await linesOf(deal))[1]).toMatchObject({
      kind: 'adjustment',
      amount: money('-1500', 'EUR'),
      cost: money('0', 'EUR'),
      reportingAmount: money('-1800'),
      bookingDate: '2026-11-23',
      adjustsDate: '2026-09-15',
      moveId: null,
    });
    const rep = await api.as('manager', { teamId: floor.teamId });
    const refused = await rep.post(
      `/opportunities/${deal.id}/adjustments`,
      { amount: money('1', 'EUR'), adjustsDate: '2026-09-15', note: 'x' },
      { version: deal.version + 1 },
    );
    expect(refused.status).toBe(403);
  });

  test('are adjusted only where they are locked, in the currency of the deal, and only what is won', async () => {
    const deal = await wonOn('2026-09-15');
    expect((await adjust(deal, '1', '2026-10-01')).body.code).toBe('adjustment.not_locked');
    expect((await adjust(deal, '0', '2026-09-15')).body).toMatchObject({ status: 400, code: 'adjustment.nothing' });
    expect((await post(deal, 'adjustments', { amount: money('1', 'EUR'), adjustsDate: '2026-09-15' })).body.code).toBe(
      'adjustment.other_currency',
    );
    const { body: adjusted } = await adjust(deal, '500', '2026-09-15', { cost: money('-100') });
    const { body: opened } = await reopen(adjusted);
    expect((await adjust(opened, '1', '2026-09-15')).body.code).toBe('adjustment.not_won');
    expect(sum(await linesOf(deal))).toBe(0n);
  });

  test('do not close over a change under way, and a change waits for a lock under way and is refused by it', async () => {
    const deal = await wonOn('2026-10-20');
    const credits = api.app.get(CreditsService, { strict: false });
    const locks = api.app.get(PeriodLocksService, { strict: false });
    const give = (seen: number) =>
      api.act(() =>
        credits.credit(deal.id as Id<'opportunity'>, seen, {
          amount: { amountMinor: 100n, currency: 'USD' },
          grantedOn: date('2026-10-25'),
          note: 'x',
        }),
      );
    const close = (day: string) => api.act(() => locks.lock({ lockedBefore: date(day), note: 'month end' }));
    const order: string[] = [];
    const told = (what: string, work: Promise<unknown>) =>
      work.then(() => order.push(what)).catch((error: Error) => error);

    let later: Promise<unknown> = Promise.resolve();
    await api.database.write(async () => {
      await give(deal.version);
      later = outside(() => told('locked', close('2026-11-01')));
      await pause(300);
      order.push('credited');
    });
    await later;
    expect(order).toEqual(['credited', 'locked']);

    await api.database.write(async () => {
      await close('2026-10-24');
      await close('2026-11-02');
      later = outside(() => told('credited', give(deal.version + 1)));
      await pause(300);
      order.push('locked again');
    });
    expect(await later).toMatchObject({ code: 'period.locked', facts: { firstOpenDay: '2026-11-02' } });
    expect(order).toEqual(['credited', 'locked', 'locked again']);
    await close('2026-10-01');
  });
});

test('after all of it the lines of each deal add up to what it is: nothing unless it is won', async () => {
  const unequal = await api.database.query(
    `SELECT o.id FROM opportunity o LEFT JOIN booking b ON b.opportunity_id = o.id AND b.reverses_id IS NULL
       AND b.move_id IS NOT NULL AND b.booking_type <> 'credit' AND NOT EXISTS (SELECT 1 FROM booking r WHERE r.reverses_id = b.id)
     GROUP BY o.id, o.outcome, o.amount_minor
     HAVING COUNT(b.id) <> (o.outcome = 'won') OR (o.outcome = 'won' AND SUM(b.amount_minor) <> o.amount_minor)`,
  );
  expect(unequal).toEqual([]);
  const left = await api.database.query(
    `SELECT o.id FROM opportunity o JOIN booking b ON b.opportunity_id = o.id WHERE o.outcome <> 'won'
     GROUP BY o.id HAVING SUM(b.amount_minor) <> 0 OR SUM(b.cost_minor) <> 0 OR SUM(b.reporting_amount_minor) <> 0`,
  );
  expect(left).toEqual([]);
});
