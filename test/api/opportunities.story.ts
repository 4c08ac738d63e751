import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@tandem/kernel';
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
    expect(bookings.map((line: any) => [line.amount.amountMinor, line.bookingDate])).toEqual([
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
    expect(bookings.reduce((sum: bigint, line: any) => sum + BigInt(line.amount.amountMinor), 0n)).toBe(80n);
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

describe('who sees and changes what', () => {
  test('a rep sees the opportunities of the own team only', async () => {
    const [mine, other] = [await api.as('rep'), await api.as('rep')];
    const own = await anOpportunity(mine);
    await anOpportunity(other);
    const { items } = (await mine.get('/opportunities')).body;
    expect(items.map(({ id }: { id: string }) => id)).toEqual([own.id]);
  });

  test("another team's record is not there, to read and to change alike", async () => {
    const [mine, other] = [await api.as('rep'), await api.as('rep')];
    const { id } = await anOpportunity(other);
    const answers = await Promise.all([
      mine.get(`/opportunities/${id}`),
      mine.get(`/opportunities/${id}/history`),
      mine.patch(`/opportunities/${id}`, { name: 'mine now' }, { version: 1 }),
      mine.post(`/opportunities/${id}/moves`, { toStageId: stages['propose'] }, { version: 1 }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await other.get(`/opportunities/${id}`)).body.version).toBe(1);
  });

  test('the revenue officer sees every team, a viewer looks but changes nothing', async () => {
    const [rep, officer, viewer] = [await api.as('rep'), await api.as('revenue_officer'), await api.as('viewer')];
    const { id } = await anOpportunity(rep);
    expect(
      (await officer.post(`/opportunities/${id}/moves`, { toStageId: stages['propose'] }, { version: 1 })).status,
    ).toBe(200);
    const seen = await viewer.get(`/opportunities/${id}`);
    expect(seen.body).toMatchObject({ mayEdit: false, moves: [] });
    expect((await viewer.post(`/opportunities/${id}/loss`, { reason: 'price' }, { version: 2 })).status).toBe(403);
  });

  test('an owner must be at work in the own team, and an unknown one is a clear fault', async () => {
    const [rep, stranger] = [await api.as('rep'), await api.as('rep')];
    const { id } = await anOpportunity(rep);
    const outside = await rep.patch(`/opportunities/${id}`, { ownerId: stranger.person.id }, { version: 1 });
    expect(outside.body).toMatchObject({
      status: 409,
      code: 'opportunity.owner_outside',
      facts: { pointer: '/ownerId' },
    });
    const unknown = await rep.patch(`/opportunities/${id}`, { ownerId: newId() }, { version: 1 });
    expect(unknown.body).toMatchObject({ status: 400, errors: [{ pointer: '/ownerId' }] });
  });
});

describe('bad input', () => {
  test('a stale version is refused with the present state', async () => {
    const rep = await api.as('rep');
    const opportunity = await anOpportunity(rep, { amount: usd('10') });
    await moved(rep, opportunity, 'propose');
    const late = await rep.post(
      `/opportunities/${opportunity.id}/moves`,
      { toStageId: stages['negotiate'] },
      { version: 1 },
    );
    expect(late.status).toBe(412);
    expect(late.body).toMatchObject({
      code: 'opportunity.changed',
      current: { version: 2, stageId: stages['propose'], amount: usd('10') },
    });
  });

  test('a change without a version is refused with 428', async () => {
    const rep = await api.as('rep');
    const { id } = await anOpportunity(rep);
    expect((await rep.post(`/opportunities/${id}/moves`, { toStageId: stages['propose'] })).status).toBe(428);
    expect((await rep.patch(`/opportunities/${id}`, { name: 'x' })).status).toBe(428);
  });

  test('a move to the stage it is in is refused and says what is allowed', async () => {
    const rep = await api.as('rep');
    const { id } = await anOpportunity(rep);
    const answer = await rep.post(`/opportunities/${id}/moves`, { toStageId: stages['prospect'] }, { version: 1 });
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('opportunity.same_stage');
    expect(answer.body.facts.allowed).toContainEqual({ stageId: stages['implement'], means: 'win' });
  });

  test('records that do not exist are pointed at', async () => {
    const rep = await api.as('rep');
    const { id } = await anOpportunity(rep);
    const move = await rep.post(`/opportunities/${id}/moves`, { toStageId: newId() }, { version: 1 });
    expect(move.body).toMatchObject({
      status: 400,
      code: 'opportunity.unknown_stage',
      errors: [{ pointer: '/toStageId' }],
    });
    const account = await rep.post('/opportunities', { name: 'x', stageId: stages['prospect'], accountId: newId() });
    expect(account.body).toMatchObject({
      status: 400,
      code: 'opportunity.unknown_reference',
      errors: [{ pointer: '/accountId' }],
    });
    expect((await rep.get(`/opportunities/${newId()}`)).status).toBe(404);
    expect((await rep.get('/opportunities/not-an-id')).status).toBe(400);
  });

  test('unknown fields, wrong types and impossible amounts and dates are refused, and nothing is written', async () => {
    const rep = await api.as('rep');
    const before = await count('opportunity');
    const body = { name: 'x', stageId: stages['prospect'] };
    const answers = await Promise.all(
      [
        { ...body, surprise: 1 },
        { ...body, name: 7 },
        { ...body, amount: { amountMinor: 1.5, currency: 'USD' } },
        { ...body, amount: { amountMinor: '-1', currency: 'USD' } },
        { ...body, amount: { amountMinor: '1000000000000001', currency: 'USD' } },
        { ...body, closeDate: '2026-02-30' },
        { ...body, closeDate: '0001-01-01' },
      ].map((bad) => rep.post('/opportunities', bad)),
    );
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400, 400]);
    expect(answers[0]?.body.errors[0]).toMatchObject({ pointer: '/surprise', code: 'unknown_field' });
    expect(await count('opportunity')).toBe(before);
  });

  test('a known amount does not change its currency silently', async () => {
    const rep = await api.as('rep');
    const { id } = await anOpportunity(rep, { amount: usd('100') });
    const direct = await rep.patch(
      `/opportunities/${id}`,
      { amount: { amountMinor: '100', currency: 'TWD' } },
      { version: 1 },
    );
    expect(direct.body.code).toBe('opportunity.currency_fixed');
    await rep.patch(`/opportunities/${id}`, { amount: null }, { version: 1 });
    const anew = await rep.patch(
      `/opportunities/${id}`,
      { amount: { amountMinor: '100', currency: 'TWD' } },
      { version: 2 },
    );
    expect(anew.body.amount).toEqual({ amountMinor: '100', currency: 'TWD' });
  });

  test('the table itself refuses an outcome that contradicts the stage', async () => {
    const rep = await api.as('rep');
    await anOpportunity(rep);
    const contradict = api.database.write(() =>
      api.database.run(`UPDATE opportunity SET outcome = 'won' WHERE stage_class = 'open'`),
    );
    await expect(contradict).rejects.toMatchObject({ sqlState: '23000' });
  });
});

describe('sending twice', () => {
  test('the same request with the same key moves once and answers the same', async () => {
    const rep = await api.as('rep');
    const { id } = await anOpportunity(rep);
    const send = () =>
      rep.post(`/opportunities/${id}/moves`, { toStageId: stages['propose'] }, { version: 1, key: `again-${id}` });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect((await historyOf(rep, { id })).moves).toHaveLength(2);
  });

  test('the same key with another body is refused', async () => {
    const rep = await api.as('rep');
    const { id } = await anOpportunity(rep);
    const key = `other-${id}`;
    await rep.post(`/opportunities/${id}/moves`, { toStageId: stages['propose'] }, { version: 1, key });
    const other = await rep.post(`/opportunities/${id}/moves`, { toStageId: stages['negotiate'] }, { version: 1, key });
    expect(other.status).toBe(422);
  });

  test('of many who move the same version at once exactly one does, and no number of the log is skipped', async () => {
    const rep = await api.as('rep');
    const { id } = await anOpportunity(rep);
    const tries = Array.from({ length: 12 }, () =>
      rep.post(`/opportunities/${id}/moves`, { toStageId: stages['propose'] }, { version: 1 }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status).sort((one, other) => one - other);
    expect(statuses).toEqual([200, ...Array.from({ length: 11 }, () => 412)]);
    expect((await historyOf(rep, { id })).moves.map(({ seq }: { seq: number }) => seq)).toEqual([1, 2]);
  });
});

describe('lists', () => {
  test('a cursor walks every opportunity exactly once', async () => {
    const rep = await api.as('rep');
    const ids: string[] = [];
    for (let made = 0; made < 7; made++) ids.push((await anOpportunity(rep)).id);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { items, page }: any = (await rep.get(`/opportunities?limit=3${cursor ? `&cursor=${cursor}` : ''}`)).body;
      seen.push(...items.map(({ id }: { id: string }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(ids.reverse());
    expect((await rep.get('/opportunities?cursor=nonsense')).body.code).toBe('list.cursor_unknown');
  });

  test('a search takes percent signs and underscores as they are', async () => {
    const rep = await api.as('rep');
    const wanted = await anOpportunity(rep, { name: '100% of a_b!' });
    await anOpportunity(rep, { name: '1000 of aXb' });
    for (const q of ['100%', 'a_b', 'b!']) {
      const { items } = (await rep.get(`/opportunities?q=${encodeURIComponent(q)}`)).body;
      expect(items.map(({ id }: { id: string }) => id)).toEqual([wanted.id]);
    }
  });

  test('accounts are found by either name, and walked by name', async () => {
    const rep = await api.as('rep');
    for (const [name, nameZh] of [
      ['Zeta 50%', '澤塔'],
      ['Zeta Alpha', null],
      ['Zeta Beta', null],
    ] as const)
      await anAccount(api.database, { name, nameZh });
    expect((await rep.get(`/accounts?q=${encodeURIComponent('澤塔')}`)).body.items[0].name).toEqual({
      en: 'Zeta 50%',
      zhTW: '澤塔',
    });
    const first = (await rep.get('/accounts?q=Zeta&limit=2')).body;
    const rest = (await rep.get(`/accounts?q=Zeta&limit=2&cursor=${first.page.nextCursor}`)).body;
    expect([...first.items, ...rest.items].map(({ name }: any) => name.en)).toEqual([
      'Zeta 50%',
      'Zeta Alpha',
      'Zeta Beta',
    ]);
  });
});
