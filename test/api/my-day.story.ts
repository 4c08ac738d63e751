import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AttributionWire, MyDay, OpportunityWire, ScoreboardWire, TouchWire } from '@tandem/contracts';
import { bin } from '@tandem/database';
import { newId } from '@tandem/kernel';
import { aSource } from '../builders/a-source';
import { aTeam } from '../builders/a-team';
import { aTouch } from '../builders/a-touch';
import { anAccount } from '../builders/an-account';
import { anOffer, anOpportunity, moved } from '../builders/an-opportunity';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

const dayOf = async (client: SignedInClient): Promise<MyDay> => (await client.get('/my-day')).body as MyDay;
const namesIn = (items: MyDay['attention']['items']) => items.map(({ name }) => name);
const usd = (amountMinor: string) => ({ amountMinor, currency: 'USD' });

let api: RunningApi;
let rep: SignedInClient;
beforeAll(async () => {
  api = await startApi();
  rep = await api.as('rep');
});
afterAll(() => api.stop());

describe('somebody’s day', () => {
  test('shows what comes next with whom to call, and what is late, past its date or without a step, the longest missed first', async () => {
    const accountId = await anAccount(api.database);
    const wanted = {
      nextStep: 'Call about the budget',
      nextStepDate: '2026-11-24',
      closeDate: '2026-12-20',
      accountId,
    };
    const next = await anOpportunity(rep, { ...wanted, name: 'Tomorrow', amount: usd('900') });
    await withContact(next.id, accountId);
    await anOpportunity(rep, { ...wanted, name: 'Today', nextStepDate: '2026-11-23' });
    await anOpportunity(rep, { ...wanted, name: 'Past its date', closeDate: '2026-11-22' });
    await anOpportunity(rep, { ...wanted, name: 'Late', nextStepDate: '2026-11-09' });
    await anOpportunity(rep, { name: 'Stepless' });
    await anOpportunity(rep, { ...wanted, name: 'Won' }).then((won) =>
      moved(rep, won, 'implement', { amount: usd('1') }),
    );
    await anOpportunity(await api.as('rep', { teamId: rep.person.teamId }), { name: 'A colleague’s' });
    const day = await dayOf(rep);
    expect([day.today, day.zone, day.open]).toEqual(['2026-11-23', 'UTC', 5]);
    expect(day.coming.today).toBe(1);
    expect(namesIn(day.coming.items)).toEqual(['Today', 'Past its date', 'Tomorrow']);
    expect(day.coming.items[2]).toMatchObject({
      contact: { name: 'Wang Xiaoming', phone: '+886 2 1234 5678' },
      stage: { name: { en: 'Prospect' } },
      amount: usd('900'),
      daysInStage: 0,
      attention: [],
    });
    expect(day.attention.count).toBe(3);
    expect(day.attention.items.map(({ name, attention }) => [name, ...attention])).toEqual([
      ['Late', 'step_overdue'],
      ['Past its date', 'close_date_passed'],
      ['Stepless', 'no_next_step'],
    ]);
  });

  test('shows their own quota by the figure of the scoreboard, and the gap in money', async () => {
    const [seller, officer] = [await api.as('rep'), await api.as('revenue_officer')];
    expect((await dayOf(seller)).quota).toMatchObject({
      figure: { value: null, unavailable: { code: 'quota_missing' } },
      gap: null,
    });
    await officer.post('/quotas', { periodKey: '2026-Q4', personId: seller.person.id, amount: usd('100000') });
    await moved(seller, await anOpportunity(seller, { amount: usd('62000') }), 'implement');
    const { quota } = await dayOf(seller);
    const { figures } = (await seller.get(`/figures/scoreboard?personId=${seller.person.id}`)).body as ScoreboardWire;
    expect(quota.figure).toEqual(figures[0]);
    expect(quota.figure).toMatchObject({ key: 'quota_attainment', attainment: '0.62' });
    // 37 of the quarter's 66 working days are gone.
    expect(quota.gap).toEqual({ toGo: usd('38000'), paceAsks: usd('56061') });
  });

  test('shows what waits for their team with the working time left, and nobody else’s', async () => {
    const [seller, marketer] = [await api.as('rep'), await api.as('marketer')];
    await anOffer(marketer, await anOpportunity(marketer, { stage: 'qualify' }), seller.person.teamId);
    await anOffer(marketer, await anOpportunity(marketer, { stage: 'qualify' }), await aTeam(api.database));
    const { handOffs } = await dayOf(seller);
    expect([handOffs.count, handOffs.items.length]).toEqual([1, 1]);
    expect(handOffs.items[0]).toMatchObject({ overdue: false, mayAnswer: true });
    const left = handOffs.items[0]!.minutesLeft;
    // From nine to seven in the evening the team works for nine hours.
    api.clock.set('2026-11-23T19:00:00.000Z');
    const later = (await dayOf(seller)).handOffs.items[0];
    api.clock.set('2026-11-23T09:00:00.000Z');
    expect(later).toMatchObject({ overdue: true, minutesLeft: left - 540 });
    expect((await dayOf(marketer)).handOffs.count).toBe(0);
  });

  test('is empty for those who own nothing', async () => {
    const day = await dayOf(await api.as('viewer'));
    const none = { count: 0, items: [] };
    expect(day).toMatchObject({ open: 0, coming: { today: 0, items: [] }, attention: none, handOffs: none });
  });
});

describe('a logged call', () => {
  const called = (client: SignedInClient, { id, version }: OpportunityWire, body: object, key = crypto.randomUUID()) =>
    client.post(`/opportunities/${id}/calls`, body, { version, key });
  const touchesOf = async ({ id }: OpportunityWire) =>
    (await rep.get(`/touches?opportunityId=${id}`)).body.items as TouchWire[];

  test('is a touch without a source and the next step, in one change that is told of', async () => {
    const deal = await anOpportunity(rep, { nextStep: 'Call', nextStepDate: '2026-11-20' });
    const step = { nextStep: 'Send the quote', nextStepDate: '2026-11-26' };
    const key = crypto.randomUUID();
    const answer = await called(rep, deal, { outcome: 'connected', ...step }, key);
    expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"v2"']);
    expect(answer.body).toMatchObject({ ...step, version: 2 });
    expect((await called(rep, deal, { outcome: 'connected', ...step }, key)).body).toEqual(answer.body);
    expect(await touchesOf(deal)).toMatchObject([
      { kind: 'call', side: 'sales', outcome: 'connected', source: null, recordedBy: { id: rep.person.id } },
    ]);
    const told = await api.database.query<{ action: string }>(
      `SELECT a.action FROM audit_line a JOIN outbox_event e ON e.id = a.id
       WHERE a.object_id = ? OR a.object_id IN (SELECT id FROM touch WHERE opportunity_id = ?) ORDER BY a.id`,
      [bin(deal.id), bin(deal.id)],
    );
    expect(told.map(({ action }) => action)).toEqual(['opportunity.opened', 'opportunity.edited', 'touch.recorded']);
  });

  test('alone leaves the next step and the version as they are', async () => {
    const deal = await anOpportunity(rep, { nextStep: 'Call', nextStepDate: '2026-11-20' });
    const answer = await called(rep, deal, { outcome: 'no_answer' });
    expect(answer.body).toMatchObject({ nextStep: 'Call', nextStepDate: '2026-11-20', version: 1 });
    expect(await touchesOf(deal)).toHaveLength(1);
  });

  test('takes no credit from what brought the opportunity', async () => {
    const fair = await aSource(api.database, 'Fair');
    const deal = await anOpportunity(rep, { sourceId: fair, amount: usd('500') });
    await aTouch(rep, { opportunityId: deal.id, sourceId: fair });
    await called(rep, deal, { outcome: 'connected' });
    await moved(rep, deal, 'implement');
    const asked = `period=2026-Q4&sourceId=${fair}&model=linear&beside=last`;
    const { rows } = (await rep.get(`/metrics/attribution?${asked}`)).body as AttributionWire;
    expect(rows.map(({ source, value, beside }) => [source.en, value, beside])).toEqual([
      ['Fair', usd('500'), usd('500')],
    ]);
  });

  test('on an old state, or by those who do not work there, leaves nothing behind', async () => {
    const deal = await anOpportunity(rep);
    await rep.patch(`/opportunities/${deal.id}`, { nextStep: 'Meet' }, { version: 1 });
    const call = { outcome: 'meeting_booked', nextStep: 'Meeting', nextStepDate: '2026-12-01' };
    const stale = await called(rep, deal, call);
    expect([stale.status, stale.body.code, stale.body.current.nextStep]).toEqual([412, 'opportunity.changed', 'Meet']);
    expect((await called(await api.as('rep'), { ...deal, version: 2 }, call)).status).toBe(404);
    expect((await called(await api.as('viewer'), { ...deal, version: 2 }, call)).status).toBe(403);
    expect(await touchesOf(deal)).toEqual([]);
  });
});

async function withContact(opportunityId: string, accountId: string): Promise<void> {
  const id = newId<'contact'>();
  await api.database.write(async () => {
    await api.database.run('INSERT INTO contact (id, account_id, name, phone) VALUES (?, ?, ?, ?)', [
      bin(id),
      bin(accountId),
      'Wang Xiaoming',
      '+886 2 1234 5678',
    ]);
    await api.database.run('UPDATE opportunity SET contact_id = ? WHERE id = ?', [bin(id), bin(opportunityId)]);
  });
}
