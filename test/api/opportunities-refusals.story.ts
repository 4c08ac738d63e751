import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AccountWire, Card, Page } from '@tandem/contracts';
import { newId } from '@tandem/kernel';
import { anAccount } from '../builders/an-account';
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
    // A version that is too old would tell the present state, so whose it is comes first.
    expect((await mine.patch(`/opportunities/${id}`, { name: 'mine now' }, { version: 9 })).status).toBe(404);
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
      facts: { by: { name: { zhTW: null } } },
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

  test('a refusal is worded in the language of the reader, and so are the stages in it', async () => {
    const marketer = await api.as('marketer', { locale: 'zh-TW' });
    const { id } = await anOpportunity(marketer, { stage: 'qualify' });
    const answer = await marketer.post(`/opportunities/${id}/moves`, { toStageId: stages['prospect'] }, { version: 1 });
    expect(answer.body.detail).toBe(
      '「開發」屬於業務：請先向業務團隊提出交接，對方接受後商機便會移轉。目前可移至：接觸, 互動, 培養, 開發。',
    );
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
    const beside = await rep.patch(
      `/opportunities/${id}`,
      { amount: null, cost: { amountMinor: '5', currency: 'TWD' } },
      { version: 1 },
    );
    expect(beside.body).toMatchObject({ status: 409, code: 'opportunity.currency_fixed' });
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
      const { items, page } = (await rep.get(`/opportunities?limit=3${cursor ? `&cursor=${cursor}` : ''}`)).body as {
        items: Card[];
        page: Page;
      };
      seen.push(...items.map(({ id }: { id: string }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(ids.reverse());
    expect((await rep.get('/opportunities?cursor=nonsense')).body.code).toBe('list.cursor_unknown');
  });

  test('a list is narrowed by outcome, stage, owner, team and account', async () => {
    const rep = await api.as('rep');
    const colleague = await api.as('rep', { teamId: rep.person.teamId });
    const accountId = await anAccount(api.database);
    const lost = await anOpportunity(rep);
    await rep.post(`/opportunities/${lost.id}/loss`, { reason: 'timing' }, { version: 1 });
    const proposed = await anOpportunity(rep, { stage: 'propose' });
    const known = await anOpportunity(colleague, { accountId });
    const found = async (query: string) =>
      ((await rep.get(`/opportunities?${query}`)).body as { items: Card[] }).items.map(({ id }) => id);
    expect(await found('outcome=lost')).toEqual([lost.id]);
    expect(await found(`stageId=${stages['propose']}`)).toEqual([proposed.id]);
    expect(await found(`ownerId=${colleague.person.id}`)).toEqual([known.id]);
    expect(await found(`accountId=${accountId}`)).toEqual([known.id]);
    expect(await found(`teamId=${rep.person.teamId}&outcome=open`)).toEqual([known.id, proposed.id]);
    expect(await found(`teamId=${newId()}`)).toEqual([]);
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
    expect([...first.items, ...rest.items].map(({ name }: AccountWire) => name.en)).toEqual([
      'Zeta 50%',
      'Zeta Alpha',
      'Zeta Beta',
    ]);
  });
});
