import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HistoryWire, MoveWire, OpportunityWire } from '@tandem/contracts';
import { hashOfMoveSql } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { aHistory, type Step } from '../builders/a-history';
import { aSalesFloor, type SalesFloor } from '../builders/a-sales-floor';
import { anOffer, anOpportunity, stageIds } from '../builders/an-opportunity';
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
});
afterAll(() => api.stop());

type Deal = Pick<OpportunityWire, 'id' | 'version'>;
const usd = (amountMinor: string) => ({ amountMinor, currency: 'USD' });
const statusesOf = (answers: readonly { readonly status: number }[]) =>
  answers.map(({ status }) => status).toSorted((one, other) => one - other);
const read = async (id: string) => (await officer.get(`/opportunities/${id}`)).body as OpportunityWire;
const historyOf = async (id: string) => (await officer.get(`/opportunities/${id}/history`)).body as HistoryWire;
const correct = ({ id, version }: Deal, body: object) =>
  officer.post(`/opportunities/${id}/corrections`, { note: 'it was told wrongly', ...body }, { version });
const withdraw = (deal: Deal, correctsSeq: number) => correct(deal, { kind: 'withdraw', correctsSeq });
const redate = (deal: Deal, correctsSeq: number, at: string) => correct(deal, { kind: 'redate', correctsSeq, at });
const aDeal = async (...steps: Step[]): Promise<OpportunityWire> => {
  const id = await aHistory(api, { ownerId: floor.amy, teamId: floor.teamId, steps });
  return read(id);
};
const prospect = { at: '2026-11-02T09:00:00.000Z', stage: 'prospect' };
const propose = { at: '2026-11-05T09:00:00.000Z', stage: 'propose' };
const won = { at: '2026-11-10T09:00:00.000Z', stage: 'implement' };
const amounts = ({ bookings }: HistoryWire) =>
  bookings.map(({ amount, bookingDate, kind }) => [kind, amount.amountMinor, bookingDate]);

describe('backdating', () => {
  test('a move says when it was true beside when it was learned, and the stage was entered then', async () => {
    const deal = await aDeal(prospect);
    const at = '2026-11-12T15:30:00.000Z';
    const moved = await officer.post(
      `/opportunities/${deal.id}/moves`,
      { toStageId: stages['propose'], at },
      { version: deal.version },
    );
    expect(moved.body).toMatchObject({ stageEnteredAt: at, daysInStage: 10 });
    expect((await historyOf(deal.id)).moves[1]).toMatchObject({ at, recordedAt: '2026-11-23T09:00:00.000Z' });
  });

  test('a win dated back is closed and booked on that day of the reporting zone', async () => {
    const deal = await aDeal(prospect);
    const answer = await officer.post(
      `/opportunities/${deal.id}/moves`,
      { toStageId: stages['implement'], at: '2026-11-20T23:30:00.000Z' },
      { version: deal.version },
    );
    expect(answer.body).toMatchObject({ outcome: 'won', closeDate: '2026-11-20' });
    expect(amounts(await historyOf(deal.id))).toEqual([['booking', '10000', '2026-11-20']]);
  });

  test('a loss, a cancellation and a reopening are dated back, and a reversal lies on the day of the reopening', async () => {
    const [lost, cancelled, reopened] = [await aDeal(prospect), await aDeal(prospect), await aDeal(prospect, won)];
    const at = '2026-11-18T09:00:00.000Z';
    const answers = [
      await officer.post(`/opportunities/${lost.id}/loss`, { reason: 'price', at }, { version: 1 }),
      await officer.post(`/opportunities/${cancelled.id}/cancellation`, { note: 'twice', at }, { version: 1 }),
      await officer.post(
        `/opportunities/${reopened.id}/reopening`,
        { toStageId: stages['propose'], note: 'they withdrew', at },
        { version: 2 },
      ),
    ];
    expect(answers.map(({ body }) => [body.outcome, body.closeDate])).toEqual([
      ['lost', '2026-11-18'],
      ['cancelled', '2026-11-18'],
      ['open', null],
    ]);
    expect(amounts(await historyOf(reopened.id))).toEqual([
      ['booking', '10000', '2026-11-10'],
      ['reversal', '-10000', '2026-11-18'],
    ]);
  });

  test('a change of owner and amount counts from the day it was true', async () => {
    const deal = await aDeal(prospect);
    const at = '2026-11-16T08:00:00.000Z';
    const edited = await officer.patch(
      `/opportunities/${deal.id}`,
      { ownerId: floor.ben, amount: usd('12000'), at },
      { version: deal.version },
    );
    expect(edited.status).toBe(200);
    expect((await historyOf(deal.id)).moves[1]).toMatchObject({
      at,
      ownerTo: { id: floor.ben },
      amountTo: usd('12000'),
    });
  });

  test('neither ahead, nor before the latest change, nor before the beginning', async () => {
    const deal = await aDeal(prospect, propose);
    const move = (at: string) =>
      officer.post(
        `/opportunities/${deal.id}/moves`,
        { toStageId: stages['negotiate'], at },
        { version: deal.version },
      );
    expect((await move('2026-11-23T09:00:00.001Z')).body).toMatchObject({
      status: 400,
      code: 'opportunity.at_ahead',
      errors: [{ pointer: '/at' }],
    });
    expect((await move('2026-11-05T08:59:59.999Z')).body).toMatchObject({
      status: 409,
      code: 'opportunity.at_before_latest',
      facts: { earliest: propose.at },
    });
    expect((await move('2026-11-01T09:00:00.000Z')).body.code).toBe('opportunity.at_before_beginning');
    expect((await read(deal.id)).version).toBe(deal.version);
  });
});

describe('another date', () => {
  test('is a row of its own: the state stays, the earlier row keeps what it said, and the stage was entered then', async () => {
    const deal = await aDeal(prospect, propose);
    const answer = await redate(deal, 2, '2026-11-03T10:00:00.000Z');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      stageId: stages['propose'],
      stageEnteredAt: '2026-11-03T10:00:00.000Z',
      version: 3,
    });
    const { moves } = await historyOf(deal.id);
    expect(moves[1]).toMatchObject({ at: propose.at, withdrawn: false, redatedTo: '2026-11-03T10:00:00.000Z' });
    expect(moves[2]).toMatchObject({
      correction: 'redate',
      correctsSeq: 2,
      at: '2026-11-03T10:00:00.000Z',
      recordedAt: '2026-11-23T09:00:00.000Z',
      note: 'it was told wrongly',
    });
  });

  test('of the beginning moves when it was created', async () => {
    const deal = await aDeal(prospect, propose);
    const answer = await redate(deal, 1, '2026-10-20T09:00:00.000Z');
    expect(answer.body).toMatchObject({ createdAt: '2026-10-20T09:00:00.000Z', stageEnteredAt: propose.at });
  });

  test('stays between the changes around it as they are dated by now', async () => {
    const deal = await aDeal(prospect, propose, won);
    const early = await redate(deal, 2, '2026-11-01T09:00:00.000Z');
    expect(early.body).toMatchObject({
      status: 409,
      code: 'correction.out_of_order',
      facts: { earliest: prospect.at, latest: won.at },
    });
    const { body: later } = await redate(deal, 3, '2026-11-20T09:00:00.000Z');
    expect((await redate(later, 2, '2026-11-15T09:00:00.000Z')).status).toBe(200);
  });

  test('a change after it may not be dated before the corrected instant', async () => {
    const deal = await aDeal(prospect, propose);
    const { body } = await redate(deal, 2, '2026-11-20T09:00:00.000Z');
    const move = await officer.post(
      `/opportunities/${deal.id}/moves`,
      { toStageId: stages['negotiate'], at: '2026-11-19T09:00:00.000Z' },
      { version: body.version },
    );
    expect(move.body.code).toBe('opportunity.at_before_latest');
  });
});

describe('taking back', () => {
  test('a stage move returns it to the stage before, entered when it was entered then', async () => {
    const deal = await aDeal(prospect, propose);
    const answer = await withdraw(deal, 2);
    expect(answer.body).toMatchObject({ stageId: stages['prospect'], stageEnteredAt: prospect.at, version: 3 });
    const { moves } = await historyOf(deal.id);
    expect(moves.map(({ seq, withdrawn, correction }: MoveWire) => [seq, withdrawn, correction])).toEqual([
      [1, false, null],
      [2, true, null],
      [3, false, 'withdraw'],
    ]);
    const again = await officer.post(
      `/opportunities/${deal.id}/moves`,
      { toStageId: stages['negotiate'], at: '2026-11-04T09:00:00.000Z' },
      { version: 3 },
    );
    expect(again.body).toMatchObject({ stageId: stages['negotiate'], stageEnteredAt: '2026-11-04T09:00:00.000Z' });
  });

  test('a win takes its booking back on the day of the correction', async () => {
    const deal = await aDeal(prospect, won);
    const answer = await withdraw(deal, 2);
    expect(answer.body).toMatchObject({ outcome: 'open', stageId: stages['prospect'], closeDate: null });
    const history = await historyOf(deal.id);
    expect(amounts(history)).toEqual([
      ['booking', '10000', '2026-11-10'],
      ['reversal', '-10000', '2026-11-23'],
    ]);
    expect(history.bookings[0]).toMatchObject({ reversed: true });
    expect(history.bookings[1]).toMatchObject({ reversesId: history.bookings[0]?.id, moveId: history.moves[2]?.id });
  });

  test('a reopening lets what it took back stand again: as reported today, as restated where it stood', async () => {
    const deal = await aDeal(prospect, won);
    const opened = await officer.post(
      `/opportunities/${deal.id}/reopening`,
      { toStageId: stages['propose'], note: 'a mistake' },
      { version: 2 },
    );
    const answer = await withdraw(opened.body, 3);
    expect(answer.body).toMatchObject({ outcome: 'won', stageId: stages['implement'], closeDate: '2026-11-10' });
    const { bookings } = await historyOf(deal.id);
    expect(
      bookings.map((line) => [line.amount.amountMinor, line.bookingDate, line.adjustsDate, line.reversed]),
    ).toEqual([
      ['10000', '2026-11-10', null, true],
      ['-10000', '2026-11-23', null, false],
      ['10000', '2026-11-23', '2026-11-10', false],
    ]);
    // And once more from the beginning: what stands is taken back again.
    const opened2 = await officer.post(
      `/opportunities/${deal.id}/reopening`,
      { toStageId: stages['propose'], note: 'now really' },
      { version: answer.body.version },
    );
    expect(opened2.body.outcome).toBe('open');
    const all = (await historyOf(deal.id)).bookings;
    expect(all.reduce((sum, { amount }) => sum + BigInt(amount.amountMinor), 0n)).toBe(0n);
  });

  test('the reopening of a lost one brings the loss back with its reason', async () => {
    const deal = await aDeal(prospect);
    const lost = await officer.post(`/opportunities/${deal.id}/loss`, { reason: 'price' }, { version: 1 });
    const opened = await officer.post(
      `/opportunities/${deal.id}/reopening`,
      { toStageId: stages['prospect'], note: 'x' },
      { version: lost.body.version },
    );
    expect((await withdraw(opened.body, 3)).body).toMatchObject({ outcome: 'lost', lossReason: 'price' });
    const now = await read(deal.id);
    expect((await withdraw(now, 2)).body).toMatchObject({ outcome: 'open', lossReason: null, closeDate: null });
  });

  test('goes from the last to the first, and stops at the beginning', async () => {
    const deal = await aDeal(prospect, propose, { ...won, stage: 'negotiate' });
    expect((await withdraw(deal, 2)).body).toMatchObject({ code: 'correction.not_latest', facts: { latest: 3 } });
    const once = await withdraw(deal, 3);
    const twice = await withdraw(once.body, 2);
    expect(twice.body).toMatchObject({ stageId: stages['prospect'], version: 5 });
    expect((await withdraw(twice.body, 1)).body.code).toBe('correction.beginning');
  });

  test('nothing is corrected twice against itself: neither a correction nor what was taken back', async () => {
    const deal = await aDeal(prospect, propose);
    const { body: taken } = await withdraw(deal, 2);
    expect((await withdraw(taken, 2)).body.code).toBe('correction.withdrawn_already');
    expect((await redate(taken, 2, propose.at)).body.code).toBe('correction.withdrawn_already');
    expect((await withdraw(taken, 3)).body).toMatchObject({ code: 'correction.of_correction', facts: { corrects: 2 } });
    expect((await redate(taken, 9, propose.at)).body).toMatchObject({ status: 400, code: 'correction.unknown_row' });
  });

  test('what a hand-off did is given back, not taken back, and its time is not told anew', async () => {
    const [marketer, rep] = [await api.as('marketer'), await api.as('rep')];
    const deal = await anOpportunity(marketer, { stage: 'qualify' });
    const offer = await anOffer(marketer, deal, rep.person.teamId);
    await rep.post(`/hand-offs/${offer.id}/acceptance`, {}, { version: offer.version });
    const accepted = await read(deal.id);
    expect((await withdraw(accepted, 2)).body).toMatchObject({ status: 409, code: 'correction.by_hand_off' });
    expect((await redate(accepted, 2, '2026-11-22T09:00:00.000Z')).body.code).toBe('correction.by_hand_off');
  });

  test('closing again by a correction ends the offer that was made meanwhile', async () => {
    const [marketer, rep] = [await api.as('marketer'), await api.as('rep')];
    const deal = await anOpportunity(marketer, { stage: 'qualify' });
    await marketer.post(`/opportunities/${deal.id}/loss`, { reason: 'price' }, { version: 1 });
    await marketer.post(
      `/opportunities/${deal.id}/reopening`,
      { toStageId: stages['qualify'], note: 'x' },
      { version: 2 },
    );
    await anOffer(marketer, { ...deal, version: 3 }, rep.person.teamId);
    const { version } = await read(deal.id);
    expect((await withdraw({ id: deal.id, version }, 3)).body.outcome).toBe('lost');
    expect((await historyOf(deal.id)).handOffs).toMatchObject([{ state: 'returned', reason: 'closed' }]);
  });

  test('of two at once one is done, and the other sees what has become of it', async () => {
    const deal = await aDeal(prospect, propose, { ...won, stage: 'negotiate' });
    const answers = await Promise.all([withdraw(deal, 3), withdraw(deal, 3)]);
    expect(statusesOf(answers)).toEqual([200, 412]);
    expect((await historyOf(deal.id)).moves).toHaveLength(4);
  });

  test('sent twice under one key it is done once', async () => {
    const deal = await aDeal(prospect, propose);
    const once = () =>
      officer.post(
        `/opportunities/${deal.id}/corrections`,
        { kind: 'withdraw', correctsSeq: 2, note: 'x' },
        { version: deal.version, key: 'take-it-back' },
      );
    const answers = await Promise.all([once(), once()]);
    expect(answers.map(({ body }) => body.version)).toEqual([3, 3]);
    expect((await historyOf(deal.id)).moves).toHaveLength(3);
  });

  test("another team's record is not there, and a viewer corrects nothing", async () => {
    const deal = await aDeal(prospect, propose);
    const body = { kind: 'withdraw', correctsSeq: 2, note: 'x' };
    const [rep, viewer] = [await api.as('rep'), await api.as('viewer')];
    expect((await rep.post(`/opportunities/${deal.id}/corrections`, body, { version: 2 })).status).toBe(404);
    expect((await viewer.post(`/opportunities/${deal.id}/corrections`, body, { version: 2 })).status).toBe(403);
    expect((await correct(deal, { kind: 'withdraw', correctsSeq: 2, note: '  ' })).status).toBe(400);
  });
});

test('after all of it every log is chained, begins where it ended, and each correction is told once', async () => {
  const broken = await api.database.query<{ id: Id }>(
    `SELECT m.id FROM opportunity_move m JOIN opportunity o ON o.id = m.opportunity_id
     LEFT JOIN opportunity_move p ON p.opportunity_id = m.opportunity_id AND p.seq = m.seq - 1
     WHERE m.hash <> ${hashOfMoveSql('m', 'p.hash')}
       OR NOT (m.stage_from_id <=> p.stage_to_id AND m.outcome_from <=> p.outcome_to AND m.amount_from_minor <=> p.amount_to_minor
         AND m.owner_from_id <=> p.owner_to_id AND m.close_date_from <=> p.close_date_to)
       OR (m.seq = o.last_seq AND NOT (m.hash = o.log_hash AND m.stage_to_id = o.stage_id AND m.outcome_to = o.outcome
         AND m.amount_to_minor <=> o.amount_minor AND m.close_date_to <=> o.close_date AND m.owner_to_id = o.owner_id))`,
  );
  expect(broken).toEqual([]);
  const untold = await api.database.query(
    `SELECT m.id FROM opportunity_move m WHERE m.correction IS NOT NULL
       AND (NOT EXISTS (SELECT 1 FROM audit_line a WHERE a.id = m.id AND a.object_id = m.opportunity_id)
         OR NOT EXISTS (SELECT 1 FROM outbox_event e WHERE e.id = m.id))`,
  );
  expect(untold).toEqual([]);
});
