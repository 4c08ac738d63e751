import { setTimeout as pause } from 'node:timers/promises';
import type { DeliveryWire } from '@tandem/contracts';
import { bin } from '@tandem/database';
import { DeliveriesService } from '@tandem/mail';
import type { Id } from '@tandem/kernel';
import { aSeries } from '../builders/a-series';
import { forgetWork } from '../support/forget-work';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink';
import { noRedis, startWorker, type TestWorker } from '../support/start-worker';

const minute = 60_000;

let api: RunningApi;
let sink: SmtpSink;
let worker: TestWorker;
let chair: SignedInClient;

beforeAll(async () => {
  api = await startApi();
  sink = await startSmtpSink();
  worker = await startWorker(api.clock, { ...noRedis, ...throughTheSink() });
});
beforeEach(async () => {
  await forgetWork();
  sink.forget();
  api.clock.set('2026-11-23T09:00:00Z');
  chair = await api.as('revenue_officer', { name: 'Ann' });
});
afterAll(async () => {
  await worker.stop();
  await sink.stop();
  await api.stop();
});

const throughTheSink = () => ({
  MAIL_TRANSPORT: 'smtp',
  SMTP_URL: sink.url,
  SMTP_INSECURE: 'true',
  MAIL_FROM: 'Tandem <tandem@tandem.example>',
});
/** A letter to the chair that is due and not yet tried. */
async function aLetter(wishes: { resendUncertain?: boolean } = {}) {
  await aSeries(api, { chair: chair.person }, wishes);
  api.clock.set('2026-03-01T10:00:00Z');
  await worker.run('wake-planner');
  return (await mail()).id as Id<'delivery'>;
}
const mail = async () => (await chair.get('/deliveries')).body.items[0];
const later = async (minutes: number) => {
  api.clock.advance(minutes * minute);
  await worker.run('take-over-letters');
  await worker.run('sweep-deliveries');
  return mail();
};
const set = (sql: string, id: Id<'delivery'>) =>
  api.database.write(() => api.database.run(`UPDATE delivery SET ${sql} WHERE id = ?`, [bin(id)]));
const stateOf = async (id: Id<'delivery'>) => {
  const [row] = await api.database.query<{ state: string }>('SELECT state FROM delivery WHERE id = ?', [bin(id)]);
  return row?.state;
};
const waitingEvents = async () => {
  const [row] = await api.database.query<{ n: string }>(
    `SELECT COUNT(*) AS n FROM outbox_event WHERE state = 'pending'`,
  );
  return Number(row?.n);
};
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (const end = performance.now() + 9_000; !(await holds()) && performance.now() < end;) await pause(20);
};

test('a letter goes out once, with its own message id and the invitation', async () => {
  const id = await aLetter();
  expect(await later(0)).toMatchObject({ state: 'sent', attempts: 1, maybeDuplicate: false });
  await later(60);
  expect(sink.taken).toHaveLength(1);
  const [{ to, mail: sent }] = sink.taken as [SmtpSink['taken'][number]];
  expect(to).toBe(chair.person.email);
  expect(sent.messageId).toBe(`<agenda.${id}@tandem.example>`);
  expect(sent.subject).toBe('Joint meeting, 2 Mar 2026: nothing to decide this week');
  expect(sent.headers.get('auto-submitted')).toBe('auto-generated');
  expect(sent.headers.has('x-agenda-attempt')).toBe(false);
  expect(sent.attachments.map(({ contentType }) => contentType)).toContain('application/ics');
  expect((await mail()).providerResponse).toMatch(/^250/);
});

test.each([
  ['a recipient refused for now', 'refuse_recipient_for_now'],
  ['a message refused for now', 'refuse_message_for_now'],
  ['a connection lost before the message', 'drop_before_data'],
] as const)('after %s it is tried again and arrives once', async (_, mode) => {
  await aLetter();
  sink.next(mode);
  expect(await later(0)).toMatchObject({ state: 'retry', attempts: 1, maybeDuplicate: false });
  expect(await later(0)).toMatchObject({ attempts: 1 });
  expect(await later(1)).toMatchObject({ state: 'sent', attempts: 2, maybeDuplicate: false });
  expect(sink.taken).toHaveLength(1);
});

test.each([
  ['the recipient', 'refuse_recipient', '550'],
  ['the message', 'refuse_message', '552'],
] as const)('%s refused for good is failed, with the server’s words', async (_, mode, status) => {
  await aLetter();
  sink.next(mode);
  const failed = await later(0);
  expect(failed).toMatchObject({ state: 'failed', attempts: 1 });
  expect(failed.providerResponse).toContain(status);
  expect(await later(60 * 24)).toMatchObject({ state: 'failed', attempts: 1 });
  expect(sink.taken).toEqual([]);
});

test('a connection lost after the message leaves it open; it is sent once more, and both copies say so', async () => {
  await aLetter();
  sink.next('drop_after_data');
  expect(await later(0)).toMatchObject({ state: 'uncertain', maybeDuplicate: false });
  expect(await later(14)).toMatchObject({ state: 'uncertain', attempts: 1 });
  expect(await later(1)).toMatchObject({ state: 'sent', attempts: 2, maybeDuplicate: true });
  const [one, other] = sink.taken.map(({ mail: sent }) => sent);
  expect(other?.messageId).toBe(one?.messageId);
  expect(other?.subject).toBe(one?.subject);
  expect(other?.headers.get('x-agenda-attempt')).toBe('2');
  expect([other?.html, other?.text, other?.date]).toEqual([one?.html, one?.text, one?.date]);
});

test('a letter left open twice is not sent a third time', async () => {
  await aLetter();
  sink.next('drop_after_data', 'drop_after_data');
  await later(0);
  expect(await later(15)).toMatchObject({ state: 'uncertain', attempts: 2, maybeDuplicate: true });
  expect(await later(60 * 24)).toMatchObject({ state: 'uncertain', attempts: 2 });
  expect(sink.taken).toHaveLength(2);
});

test('a series that wants no second mail leaves an open one open', async () => {
  await aLetter({ resendUncertain: false });
  sink.next('drop_after_data');
  await later(0);
  expect(await later(60 * 24)).toMatchObject({ state: 'uncertain', attempts: 1, maybeDuplicate: false });
  expect(sink.taken).toHaveLength(1);
});

test('ten workers at the same letter send it once', async () => {
  const id = await aLetter();
  const deliveries = worker.app.get(DeliveriesService, { strict: false });
  const states = await Promise.all(Array.from({ length: 10 }, () => deliveries.deliver(id)));
  expect(states.filter((state) => state !== null)).toEqual(['sent']);
  expect(sink.taken).toHaveLength(1);
});

test('a worker that died before sending loses nothing, one that died while sending leaves it open', async () => {
  const id = await aLetter();
  await set(`state = 'claimed', fence = 7, lease_until = NOW(3) - INTERVAL 1 SECOND`, id);
  expect(await later(0)).toMatchObject({ state: 'sent', attempts: 1 });
  await set(`state = 'sending', lease_until = NOW(3) - INTERVAL 1 SECOND`, id);
  expect(await later(0)).toMatchObject({ state: 'uncertain', attempts: 1 });
  expect(await later(15)).toMatchObject({ state: 'sent', attempts: 2, maybeDuplicate: true });
});

test('a worker whose lease was taken over while it was sending changes nothing any more', async () => {
  const id = await aLetter();
  const deliveries = worker.app.get(DeliveriesService, { strict: false });
  sink.onTaken = () => set(`state = 'uncertain', fence = fence + 1`, id);
  expect(await deliveries.deliver(id)).toBeNull();
  expect(await mail()).toMatchObject({ state: 'uncertain', providerResponse: null });
});

test('an address that is none is never sent to', async () => {
  const id = await aLetter();
  await set(`to_address = 'a@x.example, evil@x.example'`, id);
  expect(await later(0)).toMatchObject({ state: 'failed', providerResponse: 'This is not a mail address.' });
  expect(sink.taken).toEqual([]);
});

test('a letter left open stays so when the series has meanwhile decided against second mails', async () => {
  await aLetter();
  sink.next('drop_after_data');
  expect(await later(0)).toMatchObject({ state: 'uncertain' });
  await api.database.write(() => api.database.run('UPDATE meeting_series SET resend_uncertain = FALSE'));
  expect(await later(15)).toMatchObject({ state: 'uncertain', attempts: 1, maybeDuplicate: false });
  await api.database.write(() => api.database.run('UPDATE meeting_series SET resend_uncertain = TRUE'));
  expect(await later(60)).toMatchObject({ state: 'uncertain', attempts: 1 });
  expect(sink.taken).toHaveLength(1);
});

test('a letter that was left open and then came back is not sent again', async () => {
  const id = await aLetter();
  sink.next('drop_after_data');
  await later(0);
  await set(`bounced_at = NOW(3), bounce_status = '5.1.1', bounce_reason = 'user unknown'`, id);
  expect(await later(15)).toMatchObject({ state: 'uncertain', attempts: 1, bounce: { status: '5.1.1' } });
  expect(sink.taken).toHaveLength(1);
});

test('a letter that nobody can write or settle holds up no other', async () => {
  const lost = await aLetter();
  await set(`kind = 'of-old', state = 'sending', attempts = 1, lease_until = NOW(3) - INTERVAL 1 SECOND`, lost);
  const other = await api.as('rep', { name: 'Other' });
  await aSeries(api, { chair: other.person });
  await worker.run('wake-planner');
  await later(0);
  const states = ((await chair.get('/deliveries')).body.items as DeliveryWire[]).map(({ to, state }) => [
    to.name,
    state,
  ]);
  expect(Object.fromEntries(states)).toEqual({ Ann: 'uncertain', Other: 'sent' });
  await set(`state = 'pending', available_at = '2026-01-01'`, lost);
  await worker.run('wake-planner');
  expect((await later(0)).state).not.toBe('claimed');
  expect(sink.taken).toHaveLength(1);
});

describe('a mail server that hangs while Redis is away', () => {
  let release: () => void;
  let hung: Promise<void>;
  beforeEach(() => {
    hung = new Promise<void>((resolve) => (release = resolve));
    sink.onTaken = () => hung;
  });
  afterEach(() => release());

  test('holds up neither the events, nor the letters of a worker that died', async () => {
    const id = await aLetter();
    await worker.run('relay-outbox');
    expect(await waitingEvents()).toBe(0);
    expect(await mail()).toMatchObject({ state: 'pending', attempts: 0 });
    const sweep = worker.run('sweep-deliveries');
    await until(async () => sink.taken.length > 0);
    const other = await api.as('rep', { name: 'Other' });
    await aSeries(api, { chair: other.person });
    await worker.run('wake-planner');
    await worker.run('relay-outbox');
    expect(await waitingEvents()).toBe(0);
    await set(`lease_until = NOW(3) - INTERVAL 1 SECOND`, id);
    await worker.run('take-over-letters');
    expect(await stateOf(id)).toBe('uncertain');
    release();
    await sweep;
  });

  test('ends a round in time, whatever else waits', async () => {
    const hasty = await startWorker(api.clock, {
      ...noRedis,
      ...throughTheSink(),
      MAIL_CONCURRENCY: '1',
      MAIL_CONVERSATION_SECONDS: '4',
    });
    const members = [];
    for (let count = 0; count < 24; count++) members.push((await api.as('rep')).person);
    await aSeries(api, { chair: chair.person, members });
    api.clock.set('2026-03-01T10:00:00Z');
    await hasty.run('wake-planner');
    const began = performance.now();
    await hasty.run('sweep-deliveries');
    const tookMs = performance.now() - began;
    await hasty.stop();
    expect(tookMs).toBeLessThan(25_000);
    const states = ((await chair.get('/deliveries?limit=100')).body.items as DeliveryWire[]).map(({ state }) => state);
    expect(states.filter((state) => state === 'uncertain').length).toBeGreaterThan(3);
    expect(states).toContain('pending');
  }, 60_000);
});
