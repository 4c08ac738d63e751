import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { bin } from '@tandem/database';
import { newId, type Id } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { WebhookSender } from '@tandem/webhooks';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { testPassword } from '../builders/a-person';
import { noRedis, startWorker, type TestWorker } from '../support/start-worker';
import { isSigned, startWebhookSink, type Reception, type WebhookSink } from '../support/webhook-sink';

jest.setTimeout(60_000);

/** A receiver has four seconds; what takes less than that cannot have waited for one that hangs. */
const patienceMs = 4_000;
const inTheHouse = { WEBHOOK_ALLOW_PRIVATE: 'true', WEBHOOK_SECONDS: '4' };
const hour = 3_600_000;

let api: RunningApi;
let worker: TestWorker;
let sink: WebhookSink;
let admin: SignedInClient;

beforeAll(async () => {
  api = await startApi({ environment: inTheHouse });
  worker = await startWorker(api.clock, { ...noRedis, ...inTheHouse });
  sink = await startWebhookSink();
  admin = await api.as('administrator');
});
beforeEach(async () => {
  api.clock.set('2026-11-23T09:00:00Z');
  await worker.run('relay-outbox');
  await quiet();
  await api.database.write(async () => {
    for (const table of ['webhook_attempt', 'webhook_delivery', 'webhook_endpoint'])
      await api.database.run(`DELETE FROM ${table}`);
  });
  sink.forget();
});
afterAll(async () => {
  await worker.stop();
  await sink.stop();
  await api.stop();
});

interface Endpoint {
  readonly id: string;
  readonly secret: string;
  readonly version: number;
}

/** Days go by in these stories, and nobody stays signed in for so long. */
const signedIn = async (): Promise<SignedInClient> => {
  await admin.signIn(admin.person.email, testPassword);
  return admin;
};
const anEndpoint = async (path = '/hook', events: string[] = ['*'], at = sink.url): Promise<Endpoint> => {
  const answer = await (await signedIn()).post('/webhook-endpoints', { url: `${at}${path}`, events });
  expect(answer.status).toBe(201);
  return answer.body;
};
const endpoint = async (id: string) => (await (await signedIn()).get(`/webhook-endpoints/${id}`)).body;
const deliveries = async (id: string) =>
  (await (await signedIn()).get(`/webhook-endpoints/${id}/deliveries`)).body.items;
const delivery = async (id: string, event: string) =>
  (await (await signedIn()).get(`/webhook-endpoints/${id}/deliveries/${event}`)).body;
const quiet = () => worker.app.get(WebhookSender, { strict: false }).quiet();

/** Something that happened, of which the world may hear. */
const happened = (topic = 'target.set', payload: Record<string, unknown> = {}) =>
  api.act(async () => {
    const id = newId<'event'>();
    const outbox = api.app.get(Outbox, { strict: false });
    await api.database.write(() => outbox.record({ topic, subjectKind: 'target', subjectId: null, id, payload }));
    return id;
  });

const relayed = async () => {
  await worker.run('relay-outbox');
  await quiet();
};
const later = async (milliseconds: number) => {
  api.clock.advance(milliseconds);
  await worker.run('send-webhooks');
  await quiet();
};

const until = async (holds: () => boolean): Promise<void> => {
  for (const end = performance.now() + 9_000; !holds() && performance.now() < end;) await pause(5);
};

describe('an event', () => {
  test('reaches every endpoint that asked for it, once, signed, with its id and its facts', async () => {
    const all = await anEndpoint('/all');
    const some = await anEndpoint('/some', ['target.set']);
    await anEndpoint('/others', ['opportunity.lost']);
    const event = await happened('target.set', { id: 'x', period: '2026-Q4' });
    await relayed();
    await later(48 * hour);
    expect(sink.received.map(({ path }) => path).toSorted()).toEqual(['/all', '/some']);
    for (const [path, { secret }] of [
      ['/all', all],
      ['/some', some],
    ] as const) {
      const message = sink.received.find((one) => one.path === path);
      if (!message) throw new Error(`nothing came to ${path}`);
      expect(message.headers['webhook-id']).toBe(event);
      expect(message.headers['webhook-timestamp']).toBe(String(Date.parse('2026-11-23T09:00:00Z') / 1_000));
      expect(message.headers['content-type']).toBe('application/json');
      expect(JSON.parse(message.body)).toEqual({
        type: 'target.set',
        timestamp: '2026-11-23T09:00:00.000Z',
        data: { id: 'x', period: '2026-Q4' },
      });
      expect(isSigned(message, secret)).toBe(true);
      expect(isSigned(message, path === '/all' ? some.secret : all.secret)).toBe(false);
      expect(isSigned({ ...message, body: message.body.replace('x', 'y') }, secret)).toBe(false);
    }
    expect(await deliveries(all.id)).toMatchObject([
      { eventId: event, event: 'target.set', state: 'delivered', attempts: 1, lastStatus: 204, nextAt: null },
    ]);
  });

  test('that concerns people and their passwords reaches nobody', async () => {
    await anEndpoint();
    await happened('person.password_changed');
    await happened('webhook_endpoint.added');
    await relayed();
    expect(sink.received).toEqual([]);
  });

  test('from before an endpoint was there does not reach it, handed on twice it reaches it once', async () => {
    await happened();
    await relayed();
    await anEndpoint();
    const event = await happened();
    await relayed();
    await api.database.write(() =>
      api.database.run(`UPDATE outbox_event SET state = 'pending' WHERE id = ?`, [bin(event)]),
    );
    await relayed();
    expect(sink.received.map(({ headers }) => headers['webhook-id'])).toEqual([event]);
  });
});

describe('a computer whose clock is an hour ahead of the database’s', () => {
  test('delays nothing of what happens there', async () => {
    await anEndpoint();
    const inTime = await startWorker(new FixedClock('2026-11-23T08:00:00Z'), { ...noRedis, ...inTheHouse });
    const event = await happened();
    await inTime.run('relay-outbox');
    await inTime.app.get(WebhookSender, { strict: false }).quiet();
    await inTime.stop();
    expect(sink.received.map(({ headers }) => headers['webhook-id'])).toEqual([event]);
  });

  test('delays nothing of what is asked for there', async () => {
    const { id } = await anEndpoint();
    const event = await happened();
    await relayed();
    const inTime = await startWorker(new FixedClock(new Date(Date.now() + 60_000).toISOString()), {
      ...noRedis,
      ...inTheHouse,
    });
    api.clock.set(new Date(Date.now() + hour).toISOString());
    await signedIn();
    const asked = await admin.post(`/webhook-endpoints/${id}/deliveries`);
    await admin.post(`/webhook-endpoints/${id}/deliveries/${event}/resend`);
    await inTime.run('send-webhooks');
    await inTime.app.get(WebhookSender, { strict: false }).quiet();
    await inTime.stop();
    const came = sink.received.map(({ headers }) => headers['webhook-id']);
    expect(came).toHaveLength(3);
    expect(new Set(came)).toEqual(new Set([event, asked.body.eventId]));
  });
});

describe('an endpoint that does not take an event', () => {
  const bad: readonly (readonly [what: string, reception: Reception, outcome: string, status: number | null])[] = [
    ['answers 500', { status: 500, body: 'sorry\u0007 <b>' }, 'refused', 500],
    ['answers 404', { status: 404 }, 'refused', 404],
    ['cuts the connection', 'cut', 'unreachable', null],
    ['redirects', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, 'redirected', 302],
  ];

  test.each(bad)('%s: the event comes again, the same to the byte', async (_, reception, outcome, status) => {
    const { id } = await anEndpoint();
    sink.next(reception, reception);
    const event = await happened();
    await relayed();
    expect(await deliveries(id)).toMatchObject([{ state: 'pending', attempts: 1, lastStatus: status }]);
    await later(5_000);
    await later(299_000);
    expect(sink.received).toHaveLength(2);
    await later(1_000);
    expect(sink.received).toHaveLength(3);
    expect(new Set(sink.received.map(({ body }) => body)).size).toBe(1);
    expect(new Set(sink.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([event]));
    const { state, attempted } = await delivery(id, event);
    expect(state).toBe('delivered');
    expect(attempted.map((one: { outcome: string }) => one.outcome)).toEqual([outcome, outcome, 'delivered']);
  });

  test('has ten tries within a little more than three days, and the event is then given up', async () => {
    const { id } = await anEndpoint();
    sink.always({ status: 500 });
    const event = await happened();
    await relayed();
    for (const seconds of [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]) await later(seconds * 1_000);
    expect(sink.received).toHaveLength(10);
    await later(1_000 * hour);
    expect(sink.received).toHaveLength(10);
    expect(await deliveries(id)).toMatchObject([{ eventId: event, state: 'failed', attempts: 10, nextAt: null }]);
    expect((await endpoint(id)).enabled).toBe(true);
  });

  test('for five days gets nothing more until somebody enables it; then what waited comes', async () => {
    const { id } = await anEndpoint();
    sink.always({ status: 503 });
    await happened();
    await relayed();
    expect(await endpoint(id)).toMatchObject({ enabled: true, failingSince: '2026-11-23T09:00:00.000Z' });
    api.clock.advance(5 * 24 * hour);
    const waiting = await happened();
    await relayed();
    await later(1);
    expect(await endpoint(id)).toMatchObject({ enabled: false, disabledFor: 'failing' });
    const tried = sink.received.length;
    await happened();
    await relayed();
    await later(hour);
    expect(sink.received).toHaveLength(tried);
    const [audit] = await api.database.query<{ actorName: string; after: string }>(
      `SELECT actor_name AS actorName, CAST(after_state AS CHAR) AS after FROM audit_line WHERE action = 'webhook_endpoint.disabled'`,
    );
    expect(audit).toMatchObject({ actorName: 'Tandem', after: expect.stringContaining('failing') });
    sink.always(null);
    const { version } = await endpoint(id);
    await admin.patch(`/webhook-endpoints/${id}`, { enabled: true }, { version });
    await later(24 * hour);
    expect(sink.received.slice(tried).map(({ headers }) => headers['webhook-id'])).toContain(waiting);
    expect(await endpoint(id)).toMatchObject({ enabled: true, disabledFor: null, failingSince: null });
  });

  test('and says 410 wants nothing any more', async () => {
    const { id } = await anEndpoint();
    sink.next({ status: 410 });
    const event = await happened();
    await relayed();
    await happened();
    await relayed();
    await later(48 * hour);
    expect(sink.received).toHaveLength(1);
    expect(await endpoint(id)).toMatchObject({ enabled: false, disabledFor: 'gone' });
    expect((await delivery(id, event)).state).toBe('failed');
  });

  test('asks for patience and gets it', async () => {
    await anEndpoint();
    sink.next({ status: 429, headers: { 'retry-after': '3600' } });
    await happened();
    await relayed();
    await later(3_599_000);
    expect(sink.received).toHaveLength(1);
    await later(1_000);
    expect(sink.received).toHaveLength(2);
  });
});

describe('an endpoint that refuses some events', () => {
  test.each([400, 404, 422])('with %d gets all the others at once', async (status) => {
    const { id } = await anEndpoint();
    sink.next(...Array.from({ length: 5 }, () => ({ status })));
    for (let count = 0; count < 8; count++) await happened();
    await relayed();
    const states = (await deliveries(id)).map((one: { state: string }) => one.state).toSorted();
    expect(states).toEqual(['delivered', 'delivered', 'delivered', ...Array.from({ length: 5 }, () => 'pending')]);
    expect(sink.received).toHaveLength(8);
    await later(5_000);
    expect((await deliveries(id)).every((one: { state: string }) => one.state === 'delivered')).toBe(true);
  });

  test.each([408, 429, 500, 503])('is asked once in a while only when it says %d', async (status) => {
    await anEndpoint();
    sink.always({ status });
    for (let count = 0; count < 3; count++) await happened();
    await relayed();
    expect(sink.received).toHaveLength(1);
  });
});

describe('a wicked endpoint', () => {
  test('that redirects into the house brings nobody there', async () => {
    const inside = await startWebhookSink();
    const { id } = await anEndpoint();
    for (const status of [301, 302, 303, 307, 308])
      sink.next({ status, headers: { location: `${inside.url}/secret` } });
    await happened();
    await relayed();
    for (const seconds of [5, 300, 1_800, 7_200]) await later(seconds * 1_000);
    expect(sink.received).toHaveLength(5);
    expect(inside.connections()).toBe(0);
    await inside.stop();
    expect((await deliveries(id))[0]).toMatchObject({ state: 'pending', lastStatus: 308 });
  });

  test('that answers a gigabyte is left after a few kilobytes', async () => {
    const { id } = await anEndpoint();
    sink.next('endless');
    const event = await happened();
    await relayed();
    expect(sink.poured()).toBeLessThan(16 * 2 ** 20);
    const { state, attempted } = await delivery(id, event);
    expect(state).toBe('delivered');
    expect(attempted[0].detail).toHaveLength(200);
  });

  test('that hangs, or drips, is left in time and delays nobody else', async () => {
    const hanging = await startWebhookSink();
    const dripping = await startWebhookSink();
    hanging.always('hang');
    dripping.always('drip');
    const bad = [await anEndpoint('/h', ['*'], hanging.url), await anEndpoint('/d', ['*'], dripping.url)];
    const good = await anEndpoint('/good');
    for (let count = 0; count < 20; count++) await happened();
    const started = performance.now();
    await worker.run('relay-outbox');
    await until(() => sink.received.length >= 20);
    const took = performance.now() - started;
    expect(sink.received).toHaveLength(20);
    expect(took).toBeLessThan(patienceMs);
    await quiet();
    for (const { id } of bad) {
      const [newest] = (await deliveries(id)).filter((one: { attempts: number }) => one.attempts === 1);
      const { attempted } = await delivery(id, newest.eventId);
      expect(attempted).toMatchObject([{ outcome: 'timed_out', status: null }]);
    }
    expect((await deliveries(good.id)).every((one: { state: string }) => one.state === 'delivered')).toBe(true);
    await hanging.stop();
    await dripping.stop();
  });

  test('that drips after its status has said what counts', async () => {
    const { id } = await anEndpoint();
    sink.next('drip_after_status');
    await happened();
    await relayed();
    expect((await deliveries(id))[0]).toMatchObject({ state: 'delivered', lastStatus: 200 });
  });

  test('with the name of a house within is not called, whoever let it in', async () => {
    const strict = await startWorker(api.clock, noRedis);
    const port = new URL(sink.url).port;
    const before = sink.connections();
    const inside = [
      `http://127.0.0.1:${port}/`,
      `http://localhost:${port}/`,
      `http://127.1:${port}/`,
      `http://2130706433:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
      `http://[::1]:${port}/`,
      `http://0.0.0.0:${port}/`,
    ];
    const ids: string[] = [];
    for (const url of inside) ids.push((await admin.post('/webhook-endpoints', { url, events: ['*'] })).body.id);
    const event = await happened();
    await strict.run('relay-outbox');
    await strict.app.get(WebhookSender, { strict: false }).quiet();
    await strict.stop();
    expect(sink.connections()).toBe(before);
    for (const id of ids) {
      expect((await delivery(id, event)).attempted).toMatchObject([{ outcome: 'private_address', status: null }]);
    }
  });
});

describe('two workers, or one that dies', () => {
  test('send each event once between them', async () => {
    const second = await startWorker(api.clock, { ...noRedis, ...inTheHouse });
    await anEndpoint('/a');
    await anEndpoint('/b');
    for (let count = 0; count < 40; count++) await happened();
    await Promise.all([worker.run('relay-outbox'), second.run('relay-outbox')]);
    await Promise.all([worker.run('send-webhooks'), second.run('send-webhooks')]);
    await quiet();
    await second.app.get(WebhookSender, { strict: false }).quiet();
    await later(0);
    await second.stop();
    expect(sink.received).toHaveLength(80);
    const pairs = sink.received.map(({ path, headers }) => `${path} ${String(headers['webhook-id'])}`);
    expect(new Set(pairs).size).toBe(80);
  });

  test('what was on its way comes again, under the same id, and a late word of the dead one counts for nothing', async () => {
    const { id } = await anEndpoint();
    const event = await happened();
    sink.next('hang');
    await worker.run('relay-outbox');
    await until(() => sink.received.length > 0);
    await api.database.write(() =>
      api.database.run(`UPDATE webhook_delivery SET lease_until = NOW(3) - INTERVAL 1 SECOND WHERE state = 'sending'`),
    );
    const second = await startWorker(api.clock, { ...noRedis, ...inTheHouse });
    await second.run('send-webhooks');
    await second.app.get(WebhookSender, { strict: false }).quiet();
    expect(sink.received.map(({ headers }) => headers['webhook-id'])).toEqual([event, event]);
    await quiet();
    await second.stop();
    const { state, attempted, attempts } = await delivery(id, event);
    expect({ state, attempts, outcomes: attempted.map((one: { outcome: string }) => one.outcome) }).toEqual({
      state: 'delivered',
      attempts: 2,
      outcomes: ['delivered'],
    });
  });
});

describe('a month later', () => {
  const day = 24 * hour;
  const daysGoBy = async (days: number) => {
    api.clock.advance(days * day);
    await worker.run('prune');
  };

  test('nobody asks for what was delivered any more', async () => {
    const { id } = await anEndpoint();
    await happened();
    await relayed();
    await daysGoBy(31);
    expect(await deliveries(id)).toEqual([]);
  });

  test('what waited at a disabled endpoint is still there, goes out when it is enabled, and is kept from then on', async () => {
    // In the past of the database, by whose clock it is due when the endpoint is enabled.
    api.clock.set(new Date(Date.now() - 100 * day).toISOString());
    const { id } = await anEndpoint();
    sink.next({ status: 500 });
    const event = await happened();
    await relayed();
    await admin.patch(`/webhook-endpoints/${id}`, { enabled: false }, { version: (await endpoint(id)).version });
    await daysGoBy(40);
    expect(await deliveries(id)).toMatchObject([{ eventId: event, state: 'pending', attempts: 1 }]);
    await admin.patch(`/webhook-endpoints/${id}`, { enabled: true }, { version: (await endpoint(id)).version });
    await daysGoBy(0);
    await later(0);
    expect(sink.received.map(({ headers }) => headers['webhook-id'])).toEqual([event, event]);
    await daysGoBy(29);
    expect(await deliveries(id)).toMatchObject([{ eventId: event, state: 'delivered', attempts: 2 }]);
    await daysGoBy(2);
    expect(await deliveries(id)).toEqual([]);
  });

  test('what failed is kept from its last try on', async () => {
    const { id } = await anEndpoint();
    sink.always({ status: 500 });
    const event = await happened();
    await relayed();
    for (const seconds of [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]) await later(seconds * 1_000);
    await daysGoBy(29);
    expect(await deliveries(id)).toMatchObject([{ eventId: event, state: 'failed', attempts: 10 }]);
    await daysGoBy(2);
    expect(await deliveries(id)).toEqual([]);
  });

  test('what nobody sent in all that time has failed, says so, and can be sent again by hand', async () => {
    const { id } = await anEndpoint();
    sink.next({ status: 500 });
    const event = await happened();
    await relayed();
    await daysGoBy(29);
    expect((await delivery(id, event)).state).toBe('pending');
    await daysGoBy(2);
    const { state, attempts, attempted, nextAt } = await delivery(id, event);
    expect([state, attempts, nextAt]).toEqual(['failed', 2, null]);
    expect(attempted).toMatchObject([
      { outcome: 'refused', status: 500 },
      { outcome: 'unreachable', status: null, detail: expect.stringContaining('30 days') },
    ]);
    await admin.post(`/webhook-endpoints/${id}/deliveries/${event}/resend`);
    await later(0);
    expect((await delivery(id, event)).state).toBe('delivered');
  });

  test('what waited for an endpoint that was removed has failed, and is forgotten in its turn', async () => {
    const { id } = await anEndpoint();
    sink.next({ status: 500 });
    const event = await happened();
    await relayed();
    const { version } = await endpoint(id);
    await admin.delete(`/webhook-endpoints/${id}`, { version });
    const rows = () =>
      api.database.query<{ state: string; attempts: number; detail: string }>(
        `SELECT d.state, d.attempts, t.detail FROM webhook_delivery d
         JOIN webhook_attempt t ON t.event_id = d.event_id AND t.endpoint_id = d.endpoint_id
         WHERE d.event_id = ? AND t.outcome = 'unreachable'`,
        [bin(event)],
      );
    await daysGoBy(0);
    await daysGoBy(0);
    expect(await rows()).toMatchObject([{ state: 'failed', attempts: 2, detail: expect.stringContaining('removed') }]);
    await daysGoBy(31);
    const [left] = await api.database.query<{ n: string }>('SELECT COUNT(*) AS n FROM webhook_delivery');
    expect(Number(left?.n)).toBe(0);
  });
});

describe('a secret that cannot be read', () => {
  test('sends nothing unsigned, and says why', async () => {
    const { id } = await anEndpoint();
    await api.database.write(() =>
      api.database.run('UPDATE webhook_endpoint SET secret = ? WHERE id = ?', [Buffer.alloc(80, 1), bin(id as Id)]),
    );
    const event = await happened();
    await relayed();
    expect(sink.received).toEqual([]);
    expect(await delivery(id, event)).toMatchObject({
      state: 'pending',
      attempted: [{ outcome: 'unreachable', detail: expect.stringContaining('WEBHOOK_SECRET_KEY') }],
    });
  });
});

describe('what an administrator asks for', () => {
  test('an event is sent once more by hand, with all its tries', async () => {
    const { id } = await anEndpoint();
    sink.always({ status: 500 });
    const event = await happened();
    await relayed();
    const asked = await admin.post(`/webhook-endpoints/${id}/deliveries/${event}/resend`);
    expect([asked.status, asked.body.state, asked.body.attempts]).toEqual([202, 'pending', 0]);
    sink.always(null);
    await later(0);
    expect(await delivery(id, event)).toMatchObject({ state: 'delivered', attempts: 1 });
    await admin.post(`/webhook-endpoints/${id}/deliveries/${event}/resend`);
    await later(0);
    expect(sink.received.map(({ headers }) => headers['webhook-id'])).toEqual([event, event, event]);
  });

  test('a trial reaches an endpoint whatever it asked for', async () => {
    const { id, secret } = await anEndpoint('/hook', ['quota.set']);
    const { status, body } = await admin.post(`/webhook-endpoints/${id}/deliveries`);
    expect([status, body.event]).toEqual([202, 'webhook.pinged']);
    await later(0);
    const [message] = sink.received;
    expect(message && isSigned(message, secret)).toBe(true);
    expect(JSON.parse(message?.body ?? '')).toMatchObject({ type: 'webhook.pinged', data: { id } });
  });

  test('after a change of secret both are good for a day', async () => {
    const first = await anEndpoint();
    const rotated = await admin.post(`/webhook-endpoints/${first.id}/secrets`, undefined, { version: first.version });
    expect([rotated.status, rotated.body.oldSecretUntil]).toEqual([201, '2026-11-24T09:00:00.000Z']);
    await happened();
    await relayed();
    api.clock.advance(24 * hour);
    await happened();
    await relayed();
    const [during, after] = sink.received as [WebhookSink['received'][number], WebhookSink['received'][number]];
    expect([isSigned(during, first.secret), isSigned(during, rotated.body.secret)]).toEqual([true, true]);
    expect([isSigned(after, first.secret), isSigned(after, rotated.body.secret)]).toEqual([false, true]);
  });

  test('what was removed hears nothing more', async () => {
    const { id, version } = await anEndpoint();
    expect((await admin.delete(`/webhook-endpoints/${id}`, { version })).status).toBe(204);
    await happened();
    await relayed();
    expect(sink.received).toEqual([]);
    expect((await admin.get(`/webhook-endpoints/${id}`)).body.code).toBe('webhook.missing');
    const [row] = await api.database.query<{ secret: Buffer }>('SELECT secret FROM webhook_endpoint WHERE id = ?', [
      bin(id),
    ]);
    expect(row?.secret).toHaveLength(0);
  });
});
