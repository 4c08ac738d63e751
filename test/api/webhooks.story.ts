import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bin } from '@tandem/database';
import { webhookEvent } from '@tandem/contracts';
import { webhookEvents } from '@tandem/webhooks';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let admin: SignedInClient;
beforeAll(async () => {
  api = await startApi({ environment: { WEBHOOK_SECRET_KEY: randomBytes(32).toString('base64') } });
  admin = await api.as('administrator', { name: 'Ada' });
});
afterAll(() => api.stop());

const url = 'https://hooks.acme.com/tandem';
const wish = { url, events: ['opportunity.moved', 'target.set'], description: 'The warehouse' };
const added = async () => (await admin.post('/webhook-endpoints', wish)).body;
const auditOf = (id: string) =>
  api.database.query<{ action: string; actor: string; after: string | null }>(
    `SELECT action, actor_name AS actor, CAST(after_state AS CHAR) AS after FROM audit_line WHERE object_id = ? ORDER BY at, id`,
    [bin(id)],
  );

describe('a webhook endpoint', () => {
  test('is added by an administrator, who is told its secret once', async () => {
    const { status, body, headers } = await admin.post('/webhook-endpoints', wish);
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...wish, enabled: true, disabledFor: null, waiting: 0, version: 1 });
    expect(body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(headers.get('etag')).toBe('"v1"');
    const { secret: _, ...shown } = body;
    expect((await admin.get(`/webhook-endpoints/${body.id}`)).body).toEqual(shown);
    expect((await admin.get('/webhook-endpoints')).body.items).toContainEqual(shown);
    expect(JSON.stringify((await admin.get('/webhook-endpoints')).body)).not.toContain('whsec_');
  });

  test('is added once however often it is asked for, and the repeated answer keeps the secret to itself', async () => {
    const before = (await admin.get('/webhook-endpoints')).body.items.length;
    const first = await admin.post('/webhook-endpoints', wish, { key: 'one' });
    const again = await admin.post('/webhook-endpoints', wish, { key: 'one' });
    expect(again.body).toEqual({ ...first.body, secret: null });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect((await admin.get('/webhook-endpoints')).body.items).toHaveLength(before + 1);
  });

  test('leaves its secret nowhere in the database in the clear', async () => {
    const { id, secret } = await added();
    const raw = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const [row] = await api.database.query<{ secret: Buffer }>('SELECT secret FROM webhook_endpoint WHERE id = ?', [
      bin(id),
    ]);
    expect(row?.secret.includes(raw)).toBe(false);
    const kept = await api.database.query<{ body: Buffer | null }>('SELECT body FROM idempotency_key');
    expect(kept.filter(({ body }) => body?.includes('whsec_'))).toEqual([]);
    expect(JSON.stringify(await auditOf(id))).not.toContain(secret);
  });

  test('is changed, disabled, given another secret and removed, each at the version somebody has seen, and each is told', async () => {
    const { id, secret } = await added();
    const at = `/webhook-endpoints/${id}`;
    expect((await admin.patch(at, { enabled: false })).status).toBe(428);
    const disabled = await admin.patch(at, { enabled: false, events: ['*'] }, { version: 1 });
    expect(disabled.body).toMatchObject({ enabled: false, disabledFor: 'by_hand', events: ['*'], version: 2 });
    expect((await admin.patch(at, { enabled: true }, { version: 1 })).body).toMatchObject({
      status: 412,
      code: 'webhook.changed',
    });
    expect((await admin.post(`${at}/deliveries`)).body).toMatchObject({ status: 409, code: 'webhook.disabled' });
    const enabled = await admin.patch(at, { enabled: true, description: null }, { version: 2 });
    expect(enabled.body).toMatchObject({ enabled: true, disabledFor: null, description: null });
    const rotated = await admin.post(`${at}/secrets`, undefined, { version: 3 });
    expect(rotated.body.secret).toMatch(/^whsec_/);
    expect(rotated.body.secret).not.toBe(secret);
    expect((await admin.delete(at, { version: 4 })).status).toBe(204);
    expect((await admin.get(at)).body).toMatchObject({ status: 404, code: 'webhook.missing' });
    const told = await auditOf(id);
    expect(told.map(({ action, actor }) => `${actor} ${action}`)).toEqual([
      'Ada webhook_endpoint.added',
      'Ada webhook_endpoint.changed',
      'Ada webhook_endpoint.changed',
      'Ada webhook_endpoint.secret_rotated',
      'Ada webhook_endpoint.removed',
    ]);
  });

  test.each([
    ['http://hooks.acme.com/', 'webhook.url_in_the_clear'],
    ['https://127.0.0.1/', 'webhook.url_private'],
    ['https://[::ffff:10.0.0.1]/', 'webhook.url_private'],
    ['https://metadata.google.internal/', 'webhook.url_private'],
    ['https://a:b@hooks.acme.com/', 'webhook.url_with_password'],
    ['https://hooks.acme.com:25/', 'webhook.url_port'],
    ['mailto:ann@acme.com', 'webhook.url_unreadable'],
  ])('does not lie at %s', async (bad, code) => {
    const { body } = await admin.post('/webhook-endpoints', { ...wish, url: bad });
    expect(body).toMatchObject({ status: 400, code, errors: [{ pointer: '/url', code }] });
    const { id, version } = await added();
    expect((await admin.patch(`/webhook-endpoints/${id}`, { url: bad }, { version })).body.code).toBe(code);
  });

  test('knows its events, and no others', async () => {
    expect(webhookEvent.options.toSorted()).toEqual([...webhookEvents].toSorted());
    for (const events of [[], ['person.password_changed'], ['opportunity.*'], 'all']) {
      expect((await admin.post('/webhook-endpoints', { ...wish, events })).status).toBe(400);
    }
  });

  test('is nobody’s business but an administrator’s', async () => {
    const { id } = await added();
    for (const role of ['rep', 'manager', 'revenue_officer', 'viewer'] as const) {
      const other = await api.as(role);
      expect((await other.get('/webhook-endpoints')).status).toBe(403);
      expect((await other.post('/webhook-endpoints', wish)).status).toBe(403);
      expect((await other.get(`/webhook-endpoints/${id}/deliveries`)).status).toBe(403);
      expect((await other.delete(`/webhook-endpoints/${id}`, { version: 1 })).status).toBe(403);
    }
    expect((await admin.get(`/webhook-endpoints/${id}`)).body.version).toBe(1);
  });

  test('that does not exist has no deliveries, and neither has an event that was not sent', async () => {
    const nowhere = '01a20a80-d50a-70c1-83f9-15e543dadcc5';
    const { id } = await added();
    expect((await admin.get(`/webhook-endpoints/${nowhere}/deliveries`)).body.code).toBe('webhook.missing');
    expect((await admin.post(`/webhook-endpoints/${nowhere}/deliveries`)).body.code).toBe('webhook.missing');
    expect((await admin.get(`/webhook-endpoints/${id}/deliveries/${nowhere}`)).body.code).toBe(
      'webhook.delivery_missing',
    );
    expect((await admin.post(`/webhook-endpoints/${id}/deliveries/${nowhere}/resend`)).body.code).toBe(
      'webhook.delivery_missing',
    );
  });

  test('has its deliveries listed page by page, newest first', async () => {
    const { id } = await added();
    const sent: string[] = [];
    for (let count = 0; count < 5; count++)
      sent.unshift((await admin.post(`/webhook-endpoints/${id}/deliveries`)).body.eventId);
    const first = (await admin.get(`/webhook-endpoints/${id}/deliveries?limit=3`)).body;
    const second = (await admin.get(`/webhook-endpoints/${id}/deliveries?limit=3&cursor=${first.page.nextCursor}`))
      .body;
    expect([...first.items, ...second.items].map(({ eventId }) => eventId)).toEqual(sent);
    expect([first.page.hasMore, second.page.hasMore]).toEqual([true, false]);
    expect((await admin.get(`/webhook-endpoints/${id}/deliveries?state=failed`)).body.items).toEqual([]);
    expect((await admin.get(`/webhook-endpoints/${id}`)).body.waiting).toBe(5);
    expect((await admin.get(`/webhook-endpoints/${id}/deliveries/${sent[0]}`)).body).toMatchObject({
      event: 'webhook.pinged',
      attempted: [],
      body: expect.stringContaining('"type":"webhook.pinged"'),
    });
  });

  test('there are never more than a worker can serve beside each other', async () => {
    let answer = await admin.post('/webhook-endpoints', wish);
    for (let count = 0; count < 60 && answer.status === 201; count++)
      answer = await admin.post('/webhook-endpoints', wish);
    expect(answer.body).toMatchObject({ status: 409, code: 'webhook.too_many', facts: { most: 50 } });
    expect((await admin.get('/webhook-endpoints')).body.items).toHaveLength(50);
  });
});
