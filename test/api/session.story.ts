import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bin } from '@tandem/database';
import { Client } from '../support/client';
import { startApi, type RunningApi } from '../support/start-api';
import { testPassword } from '../builders/a-person';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

describe('signing in', () => {
  test('somebody signs in, is known, and signs out', async () => {
    const rep = await api.as('rep');
    const known = await rep.get('/session');
    expect(known.status).toBe(200);
    expect(known.body.person).toMatchObject({ email: rep.person.email, role: 'rep', side: 'sales' });
    expect(known.body.may).toContain('work_opportunities');
    expect(known.body.may).not.toContain('set_targets');
    expect((await rep.delete('/session')).status).toBe(204);
    expect((await rep.get('/session')).status).toBe(401);
  });

  test('the audit trail says who signed in and out', async () => {
    const rep = await api.as('rep');
    await rep.delete('/session');
    const told = await api.database.query(
      `SELECT a.action, a.via, a.actor_id = a.object_id AS themselves FROM audit_line a JOIN outbox_event e ON e.id = a.id
       WHERE a.object_id = ? AND a.action LIKE 'person.signed%' ORDER BY a.id`,
      [bin(rep.person.id)],
    );
    expect(told).toEqual([
      { action: 'person.signed_in', via: 'web', themselves: 1 },
      { action: 'person.signed_out', via: 'web', themselves: 1 },
    ]);
  });

  test('a wrong password and an unknown address are refused in the same words', async () => {
    const rep = await api.as('rep');
    const wrong = await api.anonymous.post('/session', { email: rep.person.email, password: 'not this one' });
    const unknown = await api.anonymous.post('/session', { email: 'nobody@example.test', password: 'not this one' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.body.code).toBe('sign_in.refused');
    expect(wrong.body.detail).toBe(unknown.body.detail);
  });

  test('guessing is slowed down, and the right password still works after the wait', async () => {
    const rep = await api.as('rep');
    const guess = () => api.anonymous.post('/session', { email: rep.person.email, password: 'guess' });
    for (let attempt = 0; attempt < 5; attempt++) expect((await guess()).status).toBe(401);
    const slowed = await guess();
    expect(slowed.status).toBe(429);
    expect(slowed.body.code).toBe('sign_in.slow_down');
    expect(slowed.headers.get('retry-after')).toBe('1');
    api.clock.advance(2_000);
    expect((await new Client(api.url).signIn(rep.person.email, testPassword)).status).toBe(201);
  });

  test('a session ends after twelve idle hours', async () => {
    const rep = await api.as('rep');
    api.clock.advance(13 * 3_600_000);
    expect((await rep.get('/session')).status).toBe(401);
  });

  test('each person reads problems in the language they ask for', async () => {
    const refused = await new Client(api.url, 'zh-TW').get('/session');
    expect(refused.body).toMatchObject({ status: 401, code: 'session.missing', title: '您尚未登入' });
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
  });

  test('the language somebody chooses is kept', async () => {
    const rep = await api.as('rep');
    expect((await rep.patch('/session/preferences', { locale: 'zh-TW' })).body.person.locale).toBe('zh-TW');
    expect((await rep.get('/session')).body.person.locale).toBe('zh-TW');
  });
});

describe('what everybody meets at the door', () => {
  test('a request another site makes the browser send is refused and changes nothing', async () => {
    const rep = await api.as('rep');
    const foreign = await rep.patch(
      '/session/preferences',
      { locale: 'zh-TW' },
      { headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' } },
    );
    expect(foreign.status).toBe(403);
    expect(foreign.body.code).toBe('request.foreign_origin');
    expect((await rep.get('/session')).body.person.locale).toBe('en');
  });

  test('an unknown field is named', async () => {
    const answer = await api.anonymous.post('/session', { email: 'a@b.c', password: 'x', admin: true });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/admin', code: 'unknown_field' })]);
  });

  test.each([
    ['broken JSON', '{"email":'],
    ['an array instead of an object', '[1]'],
    ['a number where text belongs', '{"email":0,"password":[0]}'],
    ['a poisoned prototype', '{"email":"a@b.c","password":"x","__proto__":{"role":"administrator"}}'],
  ])('%s is a clear 400', async (_, body) => {
    const answer = await api.anonymous.post('/session', body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ status: 400, code: expect.any(String), detail: expect.any(String) });
  });

  test('a body of more than 256 kB is refused', async () => {
    const answer = await api.anonymous.post('/session', { email: 'a@b.c', password: 'x'.repeat(300_000) });
    expect(answer.status).toBe(413);
    expect(answer.body.code).toBe('body.too_large');
  });

  test('JSON that is nested absurdly deep is refused, not crashed on', async () => {
    const answer = await api.anonymous.post('/session', `${'['.repeat(40_000)}${']'.repeat(40_000)}`);
    expect(answer.status).toBe(400);
  });

  test('another media type is refused', async () => {
    const answer = await api.anonymous.post('/session', 'email=a', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(answer.status).toBe(415);
    expect(answer.body.code).toBe('body.media_type');
  });

  test('an address that does not exist is a problem, not a page', async () => {
    const answer = await api.anonymous.get('/nothing-here');
    expect(answer.status).toBe(404);
    expect(answer.body.code).toBe('route.missing');
  });
});

describe('who may do what', () => {
  const newcomer = (email: string) => ({
    name: 'New',
    email,
    password: 'long enough to be safe',
    side: 'sales',
    role: 'rep',
  });

  test('only an administrator adds people', async () => {
    const rep = await api.as('rep');
    const refused = await rep.post('/people', newcomer('first@example.test'));
    expect(refused.status).toBe(403);
    expect(refused.body.code).toBe('policy.refused');
    const administrator = await api.as('administrator');
    expect((await administrator.post('/people', newcomer('first@example.test'))).status).toBe(201);
  });

  test('an e-mail address belongs to one person, however it is spelt', async () => {
    const administrator = await api.as('administrator');
    await administrator.post('/people', newcomer('Second@Example.test'));
    const again = await administrator.post('/people', newcomer(' second@example.TEST'.trim()));
    expect(again.status).toBe(409);
    expect(again.body.code).toBe('person.email_taken');
  });

  test('a repeated request with one key makes one person and gives the same answer', async () => {
    const administrator = await api.as('administrator');
    const send = () => administrator.post('/people', newcomer('third@example.test'), { key: 'make-third' });
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    const people = (await administrator.get('/people')).body.people as { id: string }[];
    expect(people.filter(({ id }) => id === first.body.id)).toHaveLength(1);
  });

  test('a key used for another request is refused', async () => {
    const administrator = await api.as('administrator');
    await administrator.post('/people', newcomer('fourth@example.test'), { key: 'make-fourth' });
    const other = await administrator.post('/people', newcomer('fifth@example.test'), { key: 'make-fourth' });
    expect(other.status).toBe(422);
    expect(other.body.code).toBe('idempotency.other_request');
  });
});
