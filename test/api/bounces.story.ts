import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { AgendaWire, BounceOutcomeWire, DeliveryWire } from '@tandem/contracts';
import { bin } from '@tandem/database';
import { DeliveriesService } from '@tandem/mail';
import type { Id } from '@tandem/kernel';
import { AgendaPlanner } from '@tandem/meetings';
import { aBounce } from '../builders/a-bounce';
import { aSeries } from '../builders/a-series';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let administrator: SignedInClient;
let officer: SignedInClient;
beforeAll(async () => {
  api = await startApi();
  administrator = await api.as('administrator');
  officer = await api.as('revenue_officer', { name: 'Ann' });
});
afterAll(() => api.stop());

/** A letter to the officer that was sent; each is of another series. */
async function aSentLetter(): Promise<DeliveryWire> {
  const { key } = await aSeries(api, { chair: officer.person });
  api.clock.set('2026-03-01T10:00:00Z');
  const agenda = await api.act(() => api.app.get(AgendaPlanner, { strict: false }).composeFor(key, '2026-W10'));
  const [letter] = (await officer.get(`/deliveries?subjectId=${agenda}`)).body.items as [DeliveryWire];
  await api.app.get(DeliveriesService, { strict: false }).deliver(letter.id as Id<'delivery'>);
  return letter;
}
const messageIdOf = async ({ id }: DeliveryWire): Promise<string> => {
  const [row] = await api.database.query<{ messageId: string }>(
    'SELECT message_id AS messageId FROM delivery WHERE id = ?',
    [bin(id)],
  );
  return row?.messageId ?? '';
};
const send = async (mail: string): Promise<BounceOutcomeWire> => {
  const answer = await administrator.post('/bounces', mail, { headers: { 'content-type': 'message/rfc822' } });
  expect(answer.status).toBe(200);
  return answer.body as BounceOutcomeWire;
};
const traces = async (id: string): Promise<number> => {
  const [row] = await api.database.query<{ n: string }>(
    `SELECT (SELECT COUNT(*) FROM audit_line WHERE action = 'delivery.bounced' AND object_id = ?)
       + (SELECT COUNT(*) FROM outbox_event WHERE topic = 'delivery.bounced' AND subject_id = ?) AS n`,
    [bin(id), bin(id)],
  );
  return Number(row?.n);
};

test('a letter that came back is shown so, with the words of the server, in the outbox and beside the agenda', async () => {
  const letter = await aSentLetter();
  expect(await send(aBounce({ messageId: await messageIdOf(letter) }))).toEqual({
    outcome: 'marked',
    deliveryId: letter.id,
  });
  const read = (await officer.get(`/deliveries/${letter.id}`)).body as DeliveryWire;
  expect(read).toMatchObject({
    state: 'sent',
    bounce: { at: '2026-03-01T10:00:00.000Z', status: '5.1.1', reason: '550 5.1.1 <ann@example.test>: user unknown' },
  });
  const ids = async (query: string) =>
    ((await officer.get(`/deliveries?${query}`)).body.items as DeliveryWire[]).map(({ id }) => id);
  expect(await ids('bounced=true')).toEqual([letter.id]);
  expect(await ids('bounced=false')).not.toContain(letter.id);
  const agenda = (await officer.get(`/agendas/${letter.subjectId}`)).body as AgendaWire;
  expect(agenda.deliveries).toEqual([expect.objectContaining({ id: letter.id, state: 'sent', bounced: true })]);
  expect(await traces(letter.id)).toBe(2);
});

test('the same report a second time changes nothing', async () => {
  const letter = await aSentLetter();
  const mail = aBounce({ messageId: await messageIdOf(letter) });
  await send(mail);
  const first = (await officer.get(`/deliveries/${letter.id}`)).body as DeliveryWire;
  api.clock.advance(60_000);
  expect(await send(mail)).toEqual({ outcome: 'known', deliveryId: letter.id });
  expect((await officer.get(`/deliveries/${letter.id}`)).body).toEqual(first);
  expect(await traces(letter.id)).toBe(2);
});

test('a report without the letter is about the only one that went there lately, and about none when there are several', async () => {
  const other = await api.as('rep', { name: 'Only once' });
  await aSeries(api, { chair: officer.person, members: [other.person] });
  api.clock.set('2026-03-01T10:00:00Z');
  const planner = api.app.get(AgendaPlanner, { strict: false });
  await api.act(() => planner.planDue());
  const letters = ((await officer.get('/deliveries?state=pending')).body.items as DeliveryWire[]).filter(
    ({ to }) => to.name === 'Only once',
  );
  expect(letters).toHaveLength(1);
  const bare = aBounce({ messageId: null, to: other.person.email.toUpperCase() });
  expect(await send(bare)).toMatchObject({ outcome: 'no_letter' }); // it was not sent yet
  await api.app.get(DeliveriesService, { strict: false }).deliver(letters[0]?.id as Id<'delivery'>);
  expect(await send(bare)).toEqual({ outcome: 'marked', deliveryId: letters[0]?.id });
  expect(await send(bare)).toEqual({ outcome: 'known', deliveryId: letters[0]?.id });
  await aSentLetter();
  await aSentLetter();
  expect(await send(aBounce({ messageId: null, to: officer.person.email }))).toMatchObject({ outcome: 'no_letter' });
});

test('what tells of no failure, of no letter of ours or of nothing at all is taken and changes nothing', async () => {
  const letter = await aSentLetter();
  const messageId = await messageIdOf(letter);
  expect((await send(aBounce({ messageId, action: 'delayed' }))).outcome).toBe('not_failed');
  expect((await send(aBounce({ messageId: '<agenda.other@elsewhere.example>' }))).outcome).toBe('no_letter');
  expect((await send(`Subject: Away\r\nIn-Reply-To: ${messageId}\r\n\r\nBack on Monday.`)).outcome).toBe(
    'not_a_report',
  );
  expect((await officer.get(`/deliveries/${letter.id}`)).body).toMatchObject({ bounce: null });
});

test('a report may come as JSON too, and only an administrator hands it in', async () => {
  const message = aBounce({ messageId: '<a@b>' });
  expect((await administrator.post('/bounces', { message })).body).toEqual({ outcome: 'no_letter', deliveryId: null });
  expect((await administrator.post('/bounces', {})).status).toBe(400);
  expect((await officer.post('/bounces', { message })).status).toBe(403);
  const form = { headers: { 'content-type': 'text/plain' } };
  expect((await administrator.post('/bounces', message, form)).status).toBe(415);
});

test('a report as large as a whole letter is read; a larger one is refused', async () => {
  const whole = `${aBounce({ messageId: '<a@b>' })}${'x'.repeat(1_500_000)}`;
  expect((await send(whole)).outcome).toBe('no_letter');
  const huge = await administrator.post('/bounces', 'x'.repeat(3_000_000), {
    headers: { 'content-type': 'message/rfc822' },
  });
  expect(huge.status).toBe(413);
});
