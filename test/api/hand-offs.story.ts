import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Board, HandOffDeskWire, HandOffWire } from '@tandem/contracts';
import { HandOffsService } from '@tandem/opportunities';
import { anOffer, anOpportunity, moved, stageIds } from '../builders/an-opportunity';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let stages: Record<string, string>;
beforeAll(async () => {
  api = await startApi();
  stages = await stageIds(await api.as('viewer'));
});
afterAll(() => api.stop());
afterEach(() => api.clock.set('2026-11-23T09:00:00.000Z'));

const both = async () => [await api.as('marketer'), await api.as('rep')] as const;
const read = async (client: SignedInClient, { id }: { id: string }) => (await client.get(`/opportunities/${id}`)).body;

/** An offer from marketing to the team of a rep. */
async function offered() {
  const [marketer, rep] = await both();
  const opportunity = await anOpportunity(marketer, {
    stage: 'qualify',
    amount: { amountMinor: '500', currency: 'USD' },
  });
  const handOff = await anOffer(marketer, opportunity, rep.person.teamId);
  return { marketer, rep, opportunity, handOff };
}

async function accepted() {
  const offer = await offered();
  const handOff = (await offer.rep.post(`/hand-offs/${offer.handOff.id}/acceptance`, {}, { version: 1 })).body;
  return { ...offer, handOff };
}

describe('offering', () => {
  test('marketing does not move an opportunity into sales: it is told to offer a hand-off', async () => {
    const marketer = await api.as('marketer');
    const { id } = await anOpportunity(marketer, { stage: 'qualify' });
    const answer = await marketer.post(`/opportunities/${id}/moves`, { toStageId: stages['prospect'] }, { version: 1 });
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('opportunity.needs_hand_off');
    expect(answer.body.facts.allowed).toContainEqual({ stageId: stages['prospect'], means: 'hand_off' });
    expect((await read(marketer, { id })).stageId).toBe(stages['qualify']);
  });

  test('the receiving team sees the offer on its board and in its inbox, due in its working hours', async () => {
    const { rep, opportunity, handOff } = await offered();
    expect(handOff).toMatchObject({
      state: 'offered',
      offeredAt: '2026-11-23T09:00:00.000Z',
      dueAt: '2026-11-23T13:00:00.000Z',
      overdue: false,
      mayAnswer: false,
    });
    const inbox = (await rep.get('/hand-offs?state=offered')).body.items;
    expect(inbox.map((item: HandOffWire) => [item.id, item.mayAnswer])).toEqual([[handOff.id, true]]);
    const board = (await rep.get('/board')).body as Board;
    const column = board.columns.find(({ stageId }) => stageId === stages['qualify']);
    expect(column?.cards.map((card) => [card.id, card.openHandOff?.id])).toEqual([[opportunity.id, handOff.id]]);
    expect(await read(rep, opportunity)).toMatchObject({ mayEdit: false, openHandOff: { id: handOff.id } });
  });

  test('an opportunity is offered to one team at a time, and only to a sales team', async () => {
    const { marketer, rep, opportunity } = await offered();
    const again = await marketer.post(
      `/opportunities/${opportunity.id}/hand-offs`,
      { toTeamId: rep.person.teamId },
      { version: 1 },
    );
    expect(again.body).toMatchObject({ status: 409, code: 'hand_off.already_offered' });
    const other = await anOpportunity(marketer, { stage: 'nurture' });
    const toItself = await marketer.post(
      `/opportunities/${other.id}/hand-offs`,
      { toTeamId: marketer.person.teamId },
      { version: 1 },
    );
    expect(toItself.body).toMatchObject({
      status: 400,
      code: 'hand_off.no_sales_team',
      errors: [{ pointer: '/toTeamId' }],
    });
  });

  test('of two offers at the same moment one is made', async () => {
    const [marketer, rep] = await both();
    const { id } = await anOpportunity(marketer, { stage: 'qualify' });
    const offer = () =>
      marketer.post(`/opportunities/${id}/hand-offs`, { toTeamId: rep.person.teamId }, { version: 1 });
    const statuses = (await Promise.all([offer(), offer(), offer()]))
      .map(({ status }) => status)
      .sort((one, other) => one - other);
    expect(statuses).toEqual([201, 409, 409]);
  });

  test('what is with sales already is not offered', async () => {
    const rep = await api.as('rep');
    const { id } = await anOpportunity(rep, { stage: 'prospect' });
    const answer = await rep.post(`/opportunities/${id}/hand-offs`, { toTeamId: rep.person.teamId }, { version: 1 });
    expect(answer.body).toMatchObject({ status: 409, code: 'hand_off.already_with_sales' });
  });
});

describe('answering', () => {
  test('accepting moves it to the first stage of sales, to the one who accepted, and remembers who gave it', async () => {
    const { marketer, rep, opportunity, handOff } = await offered();
    const answer = await rep.post(`/hand-offs/${handOff.id}/acceptance`, {}, { version: 1 });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ state: 'accepted', answeredBy: { id: rep.person.id }, version: 2 });
    expect(await read(rep, opportunity)).toMatchObject({
      stageId: stages['prospect'],
      owner: { id: rep.person.id },
      teamId: rep.person.teamId,
      marketingOwner: { id: marketer.person.id },
      marketingTeamId: marketer.person.teamId,
      openHandOff: null,
      version: 2,
      mayEdit: true,
    });
    expect((await read(marketer, opportunity)).mayEdit).toBe(false);
    const { moves } = (await rep.get(`/opportunities/${opportunity.id}/history`)).body;
    expect(moves[1]).toMatchObject({
      seq: 2,
      stageFromId: stages['qualify'],
      stageToId: stages['prospect'],
      ownerTo: { id: rep.person.id },
    });
  });

  test('somebody who sees both sides accepts for a named member of the receiving team', async () => {
    const { rep, handOff } = await offered();
    const liaison = await api.as('liaison');
    const nobody = await liaison.post(`/hand-offs/${handOff.id}/acceptance`, {}, { version: 1 });
    expect(nobody.body).toMatchObject({ status: 409, code: 'hand_off.owner_needed' });
    const stranger = await api.as('rep');
    const outside = await liaison.post(
      `/hand-offs/${handOff.id}/acceptance`,
      { ownerId: stranger.person.id },
      { version: 1 },
    );
    expect(outside.body).toMatchObject({ status: 409, code: 'opportunity.owner_outside' });
    const named = await liaison.post(`/hand-offs/${handOff.id}/acceptance`, { ownerId: rep.person.id }, { version: 1 });
    expect(named.body.state).toBe('accepted');
  });

  test('rejecting needs one of the agreed reasons and leaves the opportunity with marketing', async () => {
    const { marketer, rep, opportunity, handOff } = await offered();
    const bad = await rep.post(`/hand-offs/${handOff.id}/rejection`, { reason: 'no_mood' }, { version: 1 });
    expect(bad.body).toMatchObject({
      status: 400,
      code: 'hand_off.reason_unknown',
      facts: { allowed: expect.arrayContaining(['not_ready']) },
    });
    const answer = await rep.post(
      `/hand-offs/${handOff.id}/rejection`,
      { reason: 'not_ready', note: 'no budget before May' },
      { version: 1 },
    );
    expect(answer.body).toMatchObject({ state: 'rejected', reason: 'not_ready', note: 'no budget before May' });
    expect(await read(marketer, opportunity)).toMatchObject({
      stageId: stages['qualify'],
      version: 1,
      openHandOff: null,
    });
    expect((await rep.get(`/opportunities/${opportunity.id}`)).status).toBe(404);
    expect((await rep.get('/hand-offs')).body.items).toHaveLength(1);
  });

  test('only the receiving team answers, and a team that has nothing to do with it does not see it', async () => {
    const { marketer, handOff } = await offered();
    const stranger = await api.as('rep');
    expect((await marketer.post(`/hand-offs/${handOff.id}/acceptance`, {}, { version: 1 })).status).toBe(403);
    expect((await stranger.post(`/hand-offs/${handOff.id}/acceptance`, {}, { version: 1 })).status).toBe(404);
    expect((await stranger.get('/hand-offs')).body.items).toEqual([]);
  });

  test('two members answer at once: one answer counts, the other learns of it', async () => {
    const { rep, handOff } = await offered();
    const colleague = await api.as('rep', { teamId: rep.person.teamId });
    const [one, other] = await Promise.all([
      rep.post(`/hand-offs/${handOff.id}/acceptance`, {}, { version: 1 }),
      colleague.post(`/hand-offs/${handOff.id}/rejection`, { reason: 'duplicate' }, { version: 1 }),
    ]);
    expect([one.status, other.status].sort((low, high) => low - high)).toEqual([200, 412]);
    expect([one, other].find(({ status }) => status === 412)?.body.current).toMatchObject({ version: 2 });
  });

  test('sales gives an accepted one back with a reason, and it returns to whoever offered it', async () => {
    const { marketer, rep, opportunity, handOff } = await accepted();
    const unasked = await rep.post(
      `/opportunities/${opportunity.id}/moves`,
      { toStageId: stages['qualify'] },
      { version: 2 },
    );
    expect(unasked.body.code).toBe('opportunity.needs_return');
    expect(unasked.body.facts.allowed).toContainEqual({ stageId: stages['qualify'], means: 'return' });
    const answer = await rep.post(
      `/hand-offs/${handOff.id}/return`,
      { reason: 'wrong_fit', note: 'they rent' },
      { version: 2 },
    );
    expect(answer.body).toMatchObject({
      state: 'returned',
      reason: 'wrong_fit',
      version: 3,
      answeredAt: '2026-11-23T09:00:00.000Z',
    });
    expect(await read(marketer, opportunity)).toMatchObject({
      stageId: stages['qualify'],
      owner: { id: marketer.person.id },
      teamId: marketer.person.teamId,
      version: 3,
    });
    const { moves } = (await marketer.get(`/opportunities/${opportunity.id}/history`)).body;
    expect(moves[2]).toMatchObject({ reason: 'wrong_fit', note: 'they rent' });
  });

  test('what was given back can be offered again', async () => {
    const { marketer, rep, opportunity, handOff } = await accepted();
    await rep.post(`/hand-offs/${handOff.id}/return`, { reason: 'not_ready' }, { version: 2 });
    const again = await anOffer(marketer, await read(marketer, opportunity), rep.person.teamId);
    expect(again.state).toBe('offered');
    expect((await marketer.get(`/opportunities/${opportunity.id}/history`)).body.handOffs).toHaveLength(2);
  });

  test('an answered hand-off is not answered again', async () => {
    const { rep, handOff } = await accepted();
    const answer = await rep.post(`/hand-offs/${handOff.id}/rejection`, { reason: 'not_ready' }, { version: 2 });
    expect(answer.body).toMatchObject({ status: 409, code: 'hand_off.answered' });
    expect((await rep.post(`/hand-offs/${handOff.id}/rejection`, { reason: 'not_ready' })).status).toBe(428);
  });

  test('closing an opportunity ends the offer that still waits', async () => {
    const { marketer, rep, opportunity, handOff } = await offered();
    await marketer.post(`/opportunities/${opportunity.id}/loss`, { reason: 'no_budget' }, { version: 1 });
    const [item] = (await rep.get('/hand-offs')).body.items;
    expect(item).toMatchObject({ id: handOff.id, state: 'returned', reason: 'closed' });
  });

  test('marketing goes on to see what sales does with it, up to the booking', async () => {
    const { marketer, rep, opportunity } = await accepted();
    await moved(rep, await read(rep, opportunity), 'implement');
    const history = (await marketer.get(`/opportunities/${opportunity.id}/history`)).body;
    expect(history.bookings).toHaveLength(1);
    expect(
      (await marketer.post(`/opportunities/${opportunity.id}/moves`, { toStageId: stages['retain'] }, { version: 3 }))
        .status,
    ).toBe(403);
  });
});

describe('running out', () => {
  test('an offer nobody answers is overdue first and expires by the contract, once', async () => {
    const { rep, handOff } = await offered();
    const service = api.app.get(HandOffsService);
    api.clock.set('2026-11-24T09:00:00.000Z');
    const late = await api.signIn(rep.person);
    expect((await late.get('/hand-offs')).body.items[0]).toMatchObject({ state: 'offered', overdue: true });
    const due = new Date('2026-12-07T09:00:00.000Z');
    await api.act(() => service.expireDue(new Date('2026-12-07T08:59:59.000Z')));
    expect((await late.get('/hand-offs')).body.items[0].state).toBe('offered');
    expect(await api.act(() => service.expireDue(due))).toBeGreaterThan(0);
    expect(await api.act(() => service.expireDue(due))).toBe(0);
    expect((await late.get('/hand-offs')).body.items[0]).toMatchObject({
      id: handOff.id,
      state: 'expired',
      answeredBy: null,
    });
  });
});

describe('the list', () => {
  test('shows what is due first at the top, then the answered ones, the last answered first, each once', async () => {
    const [marketer, rep] = await both();
    const offers: HandOffWire[] = [];
    for (const offeredAt of ['24', '23', '25', '23', '26', '24']) {
      api.clock.set(`2026-11-${offeredAt}T02:00:00.000Z`);
      const opportunity = await anOpportunity(await api.signIn(marketer.person), { stage: 'qualify' });
      offers.push(await anOffer(await api.signIn(marketer.person), opportunity, rep.person.teamId));
    }
    for (const [place, answeredAt] of [
      [0, '2026-11-27T03:00:00.000Z'],
      [4, '2026-11-26T03:00:00.000Z'],
      [5, '2026-11-27T03:00:00.000Z'],
    ] as const) {
      api.clock.set(answeredAt);
      const answering = await api.signIn(rep.person);
      await answering.post(`/hand-offs/${offers[place]?.id}/rejection`, { reason: 'not_ready' }, { version: 1 });
    }
    const client = await api.signIn(rep.person);
    const walk = async (query: string) => {
      const places: number[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const { body } = await client.get(`/hand-offs?limit=1${query}${cursor && `&cursor=${cursor}`}`);
        for (const { id } of body.items) places.push(offers.findIndex((offer) => offer.id === id));
        cursor = body.page.nextCursor;
      }
      return places;
    };
    expect(await walk('')).toEqual([3, 1, 2, 5, 0, 4]);
    expect(await walk('&state=offered')).toEqual([3, 1, 2]);
    expect(await walk('&state=rejected')).toEqual([5, 0, 4]);
    expect((await client.get('/hand-offs?cursor=nowhere')).body).toMatchObject({ code: 'list.cursor_unknown' });
  });
});

describe('the desk of both sides', () => {
  const desk = async (client: SignedInClient) => (await client.get('/hand-offs/desk')).body as HandOffDeskWire;
  const waiting = async (client: SignedInClient) => (await client.get('/hand-offs/waiting-count')).body;

  test('what waits has a clock in the receiver’s working time; what came back waits for marketing until it is offered again', async () => {
    const { marketer, rep, opportunity, handOff } = await offered();
    expect([await waiting(rep), await waiting(marketer)]).toEqual([{ count: 1 }, { count: 0 }]);
    api.clock.set('2026-11-23T11:30:00.000Z');
    const open = await desk(rep);
    expect(open.waiting).toMatchObject({ count: 1, overdue: 0 });
    expect(open.waiting.items).toMatchObject([
      { id: handOff.id, secondsLeft: 5_400, responseMinutes: 240, toPerson: null },
    ]);
    expect(open.hours).toMatchObject([{ teamId: rep.person.teamId }]);
    expect(open.hours[0]?.spans.slice(0, 2)).toEqual([
      { from: '2026-11-23T11:30:00.000Z', until: '2026-11-23T18:00:00.000Z' },
      { from: '2026-11-24T09:00:00.000Z', until: '2026-11-24T18:00:00.000Z' },
    ]);
    api.clock.set('2026-11-23T13:10:00.000Z');
    expect((await desk(marketer)).waiting).toMatchObject({ count: 1, overdue: 1, items: [{ secondsLeft: -600 }] });
    const answer = { reason: 'not_ready', note: 'No budget this year' };
    await rep.post(`/hand-offs/${handOff.id}/rejection`, answer, { version: 1 });
    const back = await desk(marketer);
    expect(back.waiting).toMatchObject({ count: 0, items: [] });
    expect(back.answers).toMatchObject({
      since: '2026-10-24T13:10:00.000Z',
      accepted: 0,
      rejected: 1,
      reasons: [{ reason: 'not_ready', rejected: 1, returned: 0 }],
    });
    expect(back.sentBack).toMatchObject({
      count: 1,
      items: [{ handOff: { id: handOff.id, ...answer }, opportunity: { id: opportunity.id } }],
    });
    expect((await desk(rep)).sentBack.items).toMatchObject([{ handOff: { id: handOff.id }, opportunity: null }]);
    const behind = `/hand-offs?ending=rejected&reason=not_ready&answeredSince=${back.answers.since}`;
    expect((await marketer.get(behind)).body.items.map(({ id }: HandOffWire) => id)).toEqual([handOff.id]);
    await anOffer(marketer, await read(marketer, opportunity), rep.person.teamId);
    expect((await desk(marketer)).sentBack).toMatchObject({ count: 0, items: [] });
  });

  test('what was given back waits for marketing too; what somebody closed first does not', async () => {
    const { marketer, rep, handOff } = await accepted();
    api.clock.set('2026-11-23T15:00:00.000Z');
    await rep.post(`/hand-offs/${handOff.id}/return`, { reason: 'no_capacity' }, { version: 2 });
    const lost = await anOpportunity(marketer, { stage: 'qualify' });
    await anOffer(marketer, lost, rep.person.teamId);
    const { version } = await read(marketer, lost);
    await marketer.post(`/opportunities/${lost.id}/loss`, { reason: 'price', closeDate: '2026-11-23' }, { version });
    const { answers, sentBack } = await desk(marketer);
    expect(answers).toMatchObject({
      accepted: 0,
      rejected: 0,
      returned: 1,
      closed: 1,
      reasons: [{ reason: 'no_capacity', rejected: 0, returned: 1 }],
    });
    expect(sentBack).toMatchObject({
      count: 1,
      items: [{ handOff: { id: handOff.id }, at: '2026-11-23T15:00:00.000Z' }],
    });
  });

  test('an offer may be meant for somebody of the receiving team, who gets it when somebody else accepts', async () => {
    const [marketer, rep] = await both();
    const liaison = await api.as('liaison');
    const opportunity = await anOpportunity(marketer, { stage: 'qualify' });
    const offer = (toPersonId: string) =>
      marketer.post(
        `/opportunities/${opportunity.id}/hand-offs`,
        { toTeamId: rep.person.teamId, toPersonId },
        { version: 1 },
      );
    expect((await offer(marketer.person.id)).body).toMatchObject({
      status: 400,
      code: 'hand_off.receiver_outside',
      errors: [{ pointer: '/toPersonId' }],
    });
    const { id, toPerson } = (await offer(rep.person.id)).body as HandOffWire;
    expect(toPerson?.id).toBe(rep.person.id);
    await liaison.post(`/hand-offs/${id}/acceptance`, {}, { version: 1 });
    expect((await read(rep, opportunity)).owner.id).toBe(rep.person.id);
  });
});
