import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BookingWire } from '@tandem/contracts';
import { anAccount } from '../builders/an-account';
import { anExchangeRate } from '../builders/an-exchange-rate';
import { anOpportunity, moved, stageIds } from '../builders/an-opportunity';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let stages: Record<string, string>;
beforeAll(async () => {
  api = await startApi();
  stages = await stageIds(await api.as('viewer'));
});
afterAll(() => api.stop());

const usd = (amountMinor: string) => ({ amountMinor, currency: 'USD' });
const historyOf = async (client: SignedInClient, { id }: { id: string }) =>
  (await client.get(`/opportunities/${id}/history`)).body;
const count = async (table: string) =>
  Number((await api.database.query<{ n: string }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n);

describe('opening and moving', () => {
  test('a rep opens an opportunity with a new account, and its log begins', async () => {
    const rep = await api.as('rep');
    const answer = await rep.post('/opportunities', {
      name: 'First order',
      stageId: stages['prospect'],
      accountName: 'Formosa Ltd',
      amount: usd('120000'),
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('etag')).toBe('"v1"');
    expect(answer.body).toMatchObject({
      account: { name: { en: 'Formosa Ltd' } },
      outcome: 'open',
      amount: usd('120000'),
      version: 1,
      mayEdit: true,
    });
    const { moves } = await historyOf(rep, answer.body);
    expect(moves).toHaveLength(1);
    expect(moves[0]).toMatchObject({
      seq: 1,
      stageFromId: null,
      stageToId: stages['prospect'],
      outcomeTo: 'open',
      amountTo: usd('120000'),
      origin: 'native',
    });
  });

  test('a move to the next stage is saved, logged with who and when, and told once', async () => {
    const rep = await api.as('rep');
    const opportunity = await anOpportunity(rep, { amount: usd('5000') });
    const before = await count('outbox_event');
    const answer = await rep.post(
      `/opportunities/${opportunity.id}/moves`,
      { toStageId: stages['define_needs'], note: 'they called' },
      { version: 1 },
    );
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ stageId: stages['define_needs'], version: 2, daysInStage: 0 });
    expect(answer.headers.get('etag')).toBe('"v2"');
    const { moves } = await historyOf(rep, opportunity);
    expect(moves[1]).toMatchObject({
      seq: 2,
      version: 2,
      stageFromId: stages['prospect'],
      note: 'they called',
      actor: { id: rep.person.id },
    });
    expect(await count('outbox_event')).toBe(before + 1);
  });

  test('an opportunity says which moves are open to it and what each of them means', async () => {
    const rep = await api.as('rep');
    const { moves } = await anOpportunity(rep, { stage: 'propose' });
    const means = Object.fromEntries(
      moves.map((move) => [Object.keys(stages).find((key) => stages[key] === move.stageId), move.means]),
    );
    expect(means).toEqual({
      prospect: 'move',
      define_needs: 'move',
      negotiate: 'move',
      implement: 'win',
      retain: 'win',
      refer: 'win',
    });
  });

  test('an amount nobody has said stays unknown, and an amount of nothing is 0', async () => {
    const rep = await api.as('rep');
    expect((await anOpportunity(rep, { amount: null })).amount).toBeNull();
    expect((await anOpportunity(rep, { amount: usd('0') })).amount).toEqual(usd('0'));
  });

  test('a change of amount and close date by hand is logged; a change of the next step is not', async () => {
    const rep = await api.as('rep');
    const { id } = await anOpportunity(rep, { amount: usd('100') });
    const priced = await rep.patch(
      `/opportunities/${id}`,
      { amount: usd('150'), closeDate: '2026-12-24' },
      { version: 1 },
    );
    expect(priced.body).toMatchObject({ amount: usd('150'), closeDate: '2026-12-24', version: 2 });
    const stepped = await rep.patch(
      `/opportunities/${id}`,
      { nextStep: 'call Ms Lin', nextStepDate: '2026-11-25' },
      { version: 2 },
    );
    expect(stepped.body).toMatchObject({ nextStep: 'call Ms Lin', version: 3 });
    const { moves } = await historyOf(rep, { id });
    expect(moves.map(({ seq }: { seq: number }) => seq)).toEqual([1, 2]);
    expect(moves[1]).toMatchObject({
      amountFrom: usd('100'),
      amountTo: usd('150'),
      closeDateFrom: null,
      closeDateTo: '2026-12-24',
    });
  });

  test('a cost that was entered is booked with the amount, and the owner may be a colleague', async () => {
    const rep = await api.as('rep');
    const colleague = await api.as('rep', { teamId: rep.person.teamId });
    const { id } = await anOpportunity(rep, { amount: usd('1000') });
    const edited = await rep.patch(
      `/opportunities/${id}`,
      { cost: usd('400'), ownerId: colleague.person.id, probability: 60 },
      { version: 1 },
    );
    expect(edited.body).toMatchObject({
      cost: usd('400'),
      owner: { id: colleague.person.id },
      probability: 60,
      version: 2,
    });
    await moved(rep, edited.body, 'implement');
    const { moves, bookings } = await historyOf(rep, { id });
    expect(moves[1]).toMatchObject({ ownerFrom: { id: rep.person.id }, ownerTo: { id: colleague.person.id } });
    expect(bookings[0]).toMatchObject({ amount: usd('1000'), cost: usd('400') });
  });

  test('sending what is there already changes nothing', async () => {
    const rep = await api.as('rep');
    const { id, name } = await anOpportunity(rep);
    const answer = await rep.patch(`/opportunities/${id}`, { name }, { version: 1 });
    expect(answer.status).toBe(200);
    expect(answer.body.version).toBe(1);
  });
});

describe('closing and reopening', () => {
  test('winning posts a booking on the closing day with the owner and team of that moment', async () => {
    const rep = await api.as('rep');
    const accountId = await anAccount(api.database);
    const opportunity = await anOpportunity(rep, { stage: 'negotiate', accountId, amount: usd('90000') });
    const won = await moved(rep, opportunity, 'implement', { amount: usd('85000') });
    expect(won).toMatchObject({ outcome: 'won', closeDate: '2026-11-23', amount: usd('85000') });
    const { bookings } = await historyOf(rep, opportunity);
    expect(bookings).toHaveLength(1);
    expect(bookings[0]).toMatchObject({
      bookingType: 'new_business',
      amount: usd('85000'),
      cost: null,
      bookingDate: '2026-11-23',
      reversesId: null,
    });
  });

  test('moving on between two won stages is no second closing', async () => {
    const rep = await api.as('rep');
    const won = await moved(rep, await anOpportunity(rep, { amount: usd('700') }), 'implement');
    const retained = await moved(rep, won, 'retain');
    expect(retained).toMatchObject({ outcome: 'won', closeDate: won.closeDate });
    expect((await historyOf(rep, won)).bookings).toHaveLength(1);
  });

  test('winning without an amount is refused and says what to give; an amount of 0 is enough', async () => {
    const rep = await api.as('rep');
    const { id } = await anOpportunity(rep);
    const refused = await rep.post(`/opportunities/${id}/moves`, { toStageId: stages['implement'] }, { version: 1 });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'opportunity.amount_needed', facts: { pointer: '/amount' } });
    const won = await rep.post(
      `/opportunities/${id}/moves`,
      { toStageId: stages['implement'], amount: usd('0') },
      { version: 1 },
    );
    expect(won.body).toMatchObject({ outcome: 'won', amount: usd('0') });
  });

  test('the closing day is today in the organisation, and can lie in the past but not ahead', async () => {
    const rep = await api.as('rep');
    const late = await anOpportunity(rep, { amount: usd('1') });
    const ahead = await rep.post(
      `/opportunities/${late.id}/moves`,
      { toStageId: stages['implement'], closeDate: '2026-11-24' },
      { version: 1 },
    );
    expect(ahead.body.code).toBe('opportunity.close_date_ahead');
    expect((await moved(rep, late, 'implement', { closeDate: '2026-11-20' })).closeDate).toBe('2026-11-20');
  });

  test('reopening a won one posts a reversing booking dated at the reopening and keeps the first', async () => {
    const rep = await api.as('rep');
    const won = await moved(rep, await anOpportunity(rep, { amount: usd('4200') }), 'implement', {
      closeDate: '2026-09-30',
    });
    const answer = await rep.post(
      `/opportunities/${won.id}/reopening`,
      { toStageId: stages['negotiate'], note: 'they withdrew' },
      { version: won.version },
    );
    expect(answer.body).toMatchObject({ outcome: 'open', stageId: stages['negotiate'], closeDate: null });
    const { bookings } = await historyOf(rep, won);
    expect(bookings.map((line: BookingWire) => [line.amount.amountMinor, line.bookingDate])).toEqual([
      ['4200', '2026-09-30'],
      ['-4200', '2026-11-23'],
    ]);
    expect(bookings[1].reversesId).toBe(bookings[0].id);
  });

  test('won, reopened and won again stands with three lines that sum to the last price', async () => {
    const rep = await api.as('rep');
    const won = await moved(rep, await anOpportunity(rep, { amount: usd('100') }), 'implement');
    const opened = (
      await rep.post(
        `/opportunities/${won.id}/reopening`,
        { toStageId: stages['propose'], note: '' },
        { version: won.version },
      )
    ).body;
    await moved(rep, opened, 'implement', { amount: usd('80') });
    const { bookings } = await historyOf(rep, won);
    expect(bookings).toHaveLength(3);
    expect(bookings.reduce((sum: bigint, line: BookingWire) => sum + BigInt(line.amount.amountMinor), 0n)).toBe(80n);
  });

  test('losing needs a known reason, and reopening forgets it', async () => {
    const rep = await api.as('rep');
    const { id } = await anOpportunity(rep);
    const bad = await rep.post(`/opportunities/${id}/loss`, { reason: 'bad_weather' }, { version: 1 });
    expect(bad.status).toBe(400);
    expect(bad.body.facts.allowed).toContain('price');
    const lost = await rep.post(
      `/opportunities/${id}/loss`,
      { reason: 'price', note: 'half the price next door' },
      { version: 1 },
    );
    expect(lost.body).toMatchObject({
      outcome: 'lost',
      lossReason: 'price',
      stageId: stages['prospect'],
      closeDate: '2026-11-23',
    });
    const open = await rep.post(
      `/opportunities/${id}/reopening`,
      { toStageId: stages['prospect'], note: 'they called back' },
      { version: 2 },
    );
    expect(open.body).toMatchObject({ outcome: 'open', lossReason: null, version: 3 });
  });

  test('a closed one does not move, and only its name and next step can change', async () => {
    const rep = await api.as('rep');
    const { id } = await anOpportunity(rep);
    await rep.post(`/opportunities/${id}/cancellation`, { note: 'a duplicate' }, { version: 1 });
    const move = await rep.post(`/opportunities/${id}/moves`, { toStageId: stages['propose'] }, { version: 2 });
    expect(move.body).toMatchObject({ status: 409, code: 'opportunity.closed' });
    const priced = await rep.patch(`/opportunities/${id}`, { amount: usd('1') }, { version: 2 });
    expect(priced.body).toMatchObject({ status: 409, code: 'opportunity.closed_fields' });
    expect((await rep.patch(`/opportunities/${id}`, { nextStep: 'send a card' }, { version: 2 })).status).toBe(200);
  });

  test('a booking in another currency keeps the rate of its day, and one without a rate is not converted', async () => {
    const rep = await api.as('rep');
    await anExchangeRate(api.database, { from: 'EUR', to: 'USD', date: '2026-11-01', rate: '1.2' });
    await anExchangeRate(api.database, { from: 'EUR', to: 'USD', date: '2026-11-22', rate: '1.1' });
    const euro = await moved(
      rep,
      await anOpportunity(rep, { amount: { amountMinor: '1000', currency: 'EUR' } }),
      'implement',
      { closeDate: '2026-11-10' },
    );
    const franc = await moved(
      rep,
      await anOpportunity(rep, { amount: { amountMinor: '1000', currency: 'CHF' } }),
      'implement',
    );
    const lines = await api.database.query<{ currency: string; reported: string | null; rateDate: string | null }>(
      `SELECT currency, reporting_amount_minor AS reported, rate_date AS rateDate FROM booking WHERE currency IN ('EUR', 'CHF') ORDER BY currency`,
    );
    expect([euro.outcome, franc.outcome]).toEqual(['won', 'won']);
    expect(lines).toEqual([
      { currency: 'CHF', reported: null, rateDate: null },
      { currency: 'EUR', reported: '1200', rateDate: '2026-11-01' },
    ]);
  });
});
