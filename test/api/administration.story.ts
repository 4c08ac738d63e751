import { randomBytes } from 'node:crypto';
import type { AuditLineListWire, PersonAccountWire, UpkeepWire } from '@tandem/contracts';
import { bin } from '@tandem/database';
import { newId } from '@tandem/kernel';
import { ForecastSnapshots } from '@tandem/metrics';
import { aTeam } from '../builders/a-team';
import { anOpportunity } from '../builders/an-opportunity';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let admin: SignedInClient;
let rep: SignedInClient;
beforeAll(async () => {
  api = await startApi({ organisation: { zone: 'Asia/Taipei' } });
  admin = await api.as('administrator', { name: 'Ada' });
  rep = await api.as('rep', { name: 'Ann Lee' });
});
afterAll(() => api.stop());

const audit = async (query: string): Promise<AuditLineListWire> => {
  const { status, body } = await admin.get(`/audit-lines?${query}`);
  expect({ query, status, code: body.code }).toEqual({ query, status: 200, code: undefined });
  return body as AuditLineListWire;
};

describe('how it stands with the installation', () => {
  test('is told line by line, with what to do where something is off', async () => {
    const { status, body } = await admin.get('/upkeep');
    expect(status).toBe(200);
    const lines = Object.fromEntries((body as UpkeepWire).lines.map((line) => [line.topic, line]));
    expect(lines['database']).toMatchObject({ verdict: 'good', advice: null });
    expect(lines['redis']).toMatchObject({ name: 'Redis', verdict: expect.stringMatching(/good|watch/) });
    expect(lines['queues']?.verdict).toBe('good');
    expect(lines['workers']).toMatchObject({ verdict: 'bad', found: 'No worker has ever shown itself.', at: null });
    expect(lines['workers']?.advice).toContain('Start a worker');
    expect(lines['verification']).toMatchObject({ verdict: 'watch', found: 'Nothing has been verified yet.' });
    expect(lines['backups']?.verdict).toBe('unknown');
  });

  test('a worker that went silent is told with the moment it was last seen', async () => {
    const beat = new Date(api.clock.now().getTime() - 3_600_000);
    await api.database.write(() =>
      api.database.run('INSERT INTO worker_heartbeat (worker, beat_at, started_at) VALUES (?, ?, ?)', [
        'a:1',
        beat,
        beat,
      ]),
    );
    const { body } = await admin.get('/upkeep', { headers: { 'accept-language': 'zh-TW' } });
    expect((body as UpkeepWire).lines.find(({ topic }) => topic === 'workers')).toMatchObject({
      name: '背景工作程式',
      verdict: 'bad',
      at: beat.toISOString(),
    });
  });

  test('revenue officers see it too, others do not', async () => {
    expect((await (await api.as('revenue_officer')).get('/upkeep')).status).toBe(200);
    for (const role of ['rep', 'manager', 'marketer', 'liaison', 'viewer'] as const)
      expect({ role, status: (await (await api.as(role)).get('/upkeep')).status }).toEqual({ role, status: 403 });
  });
});

describe('the audit trail', () => {
  test('says in words who did what, and what it was before', async () => {
    const { id, version } = await anOpportunity(rep, {
      name: 'Wafer line',
      amount: { amountMinor: '100000', currency: 'USD' },
    });
    await rep.patch(`/opportunities/${id}`, { amount: { amountMinor: '250000', currency: 'USD' } }, { version });
    const { items } = await audit(`recordId=${id}&kind=opportunity`);
    expect(items.map(({ actor, words, record }) => [actor.name, words, record.name])).toEqual([
      ['Ann Lee', 'edited the opportunity', 'Wafer line'],
      ['Ann Lee', 'opened the opportunity', 'Wafer line'],
    ]);
    expect(items[0]).toMatchObject({
      action: 'opportunity.edited',
      via: null,
      kindName: 'Opportunity',
      opportunityId: id,
      changes: [{ field: 'Amount', before: 'US$1,000', after: 'US$2,500' }],
    });
    expect(items[1]?.changes).toContainEqual({ field: 'Owner', before: null, after: 'Ann Lee' });
    const chinese = await admin.get(`/audit-lines?recordId=${id}`, { headers: { 'accept-language': 'zh-TW' } });
    expect((chinese.body as AuditLineListWire).items[0]).toMatchObject({
      words: '編輯商機',
      changes: [{ field: '金額', before: 'US$1,000', after: 'US$2,500' }],
    });
  });

  test('is narrowed by person, kind and days of the organisation, page by page', async () => {
    api.clock.set('2026-11-23T15:59:00Z');
    await anOpportunity(rep, { name: 'Before midnight in Taipei' });
    api.clock.set('2026-11-23T16:01:00Z');
    await anOpportunity(rep, { name: 'After midnight in Taipei' });
    const of = async (query: string) => (await audit(query)).items.map(({ record }) => record.name);
    const mine = `actorId=${rep.person.id}&kind=opportunity`;
    expect(await of(`${mine}&from=2026-11-24`)).toEqual(['After midnight in Taipei']);
    expect(await of(`${mine}&from=2026-11-23&until=2026-11-24`)).toEqual([
      'Before midnight in Taipei',
      'Wafer line',
      'Wafer line',
    ]);
    expect(await of(`actorId=${admin.person.id}&kind=opportunity`)).toEqual([]);
    const first = await audit(`${mine}&limit=1`);
    expect(first).toMatchObject({ page: { hasMore: true }, lookedBackTo: null });
    const second = await audit(`${mine}&limit=1&cursor=${first.page.nextCursor}`);
    expect([first, second].map(({ items }) => items[0]?.record.name)).toEqual([
      'After midnight in Taipei',
      'Before midnight in Taipei',
    ]);
    expect((await admin.get('/audit-lines?cursor=nonsense')).body.code).toBe('cursor.invalid');
  });

  test('is had as a file, in the language of whoever asks', async () => {
    const reader = await api.as('administrator', { locale: 'zh-TW' });
    const { body, headers } = await reader.get(`/exports/audit-lines.csv?actorId=${rep.person.id}&kind=opportunity`);
    expect(headers.get('content-disposition')).toContain('audit-lines.csv');
    const [head, ...lines] = String(body).trim().split('\r\n');
    expect(head).toContain('時間,人員,方式,動作,類別,紀錄');
    expect(lines).toHaveLength(4);
    expect(lines.at(-2)).toContain('金額: US$1,000 → US$2,500');
  });

  test('names the organisation where a figure is of all its teams', async () => {
    const before = api.clock.now().toISOString();
    api.clock.set('2026-12-08T01:00:00Z');
    await api.act(() => api.app.get(ForecastSnapshots, { strict: false }).takeDue());
    api.clock.set(before);
    const { items } = await audit('kind=forecast_snapshot');
    const scopes = items.flatMap(({ changes }) => changes.filter(({ field }) => field === 'Scope'));
    expect(scopes.map(({ after }) => after)).toContain('Test company');
  });

  test('is the administrator’s alone', async () => {
    for (const role of ['revenue_officer', 'manager', 'rep'] as const) {
      const other = await api.as(role);
      for (const path of ['/audit-lines', '/exports/audit-lines.csv'])
        expect({ role, path, status: (await other.get(path)).status }).toEqual({ role, path, status: 403 });
    }
  });
});

describe('the people who may sign in', () => {
  const accountOf = async (id: string): Promise<PersonAccountWire> => {
    const { items } = (await admin.get('/people/accounts')).body as { items: PersonAccountWire[] };
    return items.find((account) => account.id === id)!;
  };
  const newcomer = { name: 'Bea Lin', side: 'sales', role: 'rep' };

  const chosen = 'copper lantern river nine';
  const newToken = () => randomBytes(32).toString('base64url');
  const answer = (token: string, password = chosen) => api.anonymous.post('/invitations/answers', { token, password });

  test('somebody new chooses their own password by the link of whoever added them, and signs in', async () => {
    const token = newToken();
    const body = { ...newcomer, email: 'bea@example.test', token };
    const added = await admin.post('/people', body, { key: 'add-bea' });
    expect(added.status).toBe(201);
    expect(await accountOf(added.body.id)).toMatchObject({ canSignIn: false, isInvited: true });
    const again = await admin.post('/people', body, { key: 'add-bea' });
    expect([again.status, again.body]).toEqual([201, added.body]);
    expect((await answer(token)).body).toEqual({ email: 'bea@example.test', locale: 'en' });
    expect((await api.anonymous.signIn('bea@example.test', chosen)).status).toBe(201);
    expect(await accountOf(added.body.id)).toMatchObject({
      canSignIn: true,
      isInvited: false,
      lastSeenAt: expect.any(String),
    });
    const { items } = await audit(`recordId=${added.body.id}&kind=person`);
    expect(items.map(({ words }) => words)).toEqual([
      'signed in',
      'came in by an invitation',
      'invited',
      'added the person',
    ]);
  });

  test('without a token somebody waits to be invited; a password beside one, or the token of somebody else, is refused', async () => {
    const token = newToken();
    const both = { ...newcomer, email: 'both@example.test', token, password: chosen };
    expect((await admin.post('/people', both)).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/token', detail: expect.stringContaining('where a password is given') }],
    });
    const { status, body } = await admin.post('/people', { ...newcomer, email: 'neither@example.test' });
    expect(status).toBe(201);
    expect(await accountOf(body.id)).toMatchObject({ canSignIn: false, isInvited: false });
    await admin.post('/people', { ...newcomer, email: 'one@example.test', token });
    const taken = await admin.post('/people', { ...newcomer, email: 'other@example.test', token });
    expect(taken.body).toMatchObject({ status: 409, code: 'invitation.token_taken' });
    const { items } = (await admin.get('/people/accounts')).body as { items: PersonAccountWire[] };
    expect(items.filter(({ email }) => email === 'other@example.test')).toEqual([]);
  });

  test('another role or team is told with what it was; a team is of their own side', async () => {
    const member = await api.as('rep', { name: 'Cho' });
    const { id } = member.person;
    const { version } = await accountOf(id);
    const marketing = await aTeam(api.database, { side: 'marketing' });
    expect((await admin.patch(`/people/${id}`, { role: 'manager' })).status).toBe(428);
    expect((await admin.patch(`/people/${id}`, { teamId: marketing }, { version })).body.code).toBe(
      'person.team_other_side',
    );
    const changed = await admin.patch(`/people/${id}`, { role: 'manager' }, { version });
    expect(changed.body).toMatchObject({ role: 'manager', version: version + 1 });
    const stale = await admin.patch(`/people/${id}`, { role: 'rep' }, { version });
    expect(stale.body).toMatchObject({ status: 412, code: 'person.changed', current: { role: 'manager' } });
    expect((await audit(`recordId=${id}&kind=person&limit=1`)).items[0]).toMatchObject({
      words: 'gave another role or team to',
      changes: [{ field: 'Role', before: 'Sales rep', after: 'Manager' }],
    });
  });

  test('whoever is switched off is signed out, and nobody switches themselves off', async () => {
    const member = await api.as('rep');
    const { version } = await accountOf(member.person.id);
    const path = `/people/${member.person.id}`;
    expect((await admin.patch(path, { active: false }, { version })).status).toBe(200);
    expect((await member.get('/session')).status).toBe(401);
    expect((await member.signIn(member.person.email, 'a password for tests')).status).toBe(401);
    expect((await admin.patch(path, { active: true }, { version: version + 1 })).body).toMatchObject({ active: true });
    const own = await accountOf(admin.person.id);
    const refused = await admin.patch(`/people/${own.id}`, { active: false }, { version: own.version });
    expect(refused.body).toMatchObject({ status: 409, code: 'person.own_account' });
  });

  test('a new invitation ends the links before it; the password stays until it is used, and then every session ends', async () => {
    const member = await api.as('rep');
    const path = `/people/${member.person.id}/invitations`;
    const { version } = await accountOf(member.person.id);
    const [first, second] = [newToken(), newToken()];
    expect((await admin.post(path, { token: first })).status).toBe(428);
    const invited = await admin.post(path, { token: first }, { version });
    expect(invited.status).toBe(201);
    expect(invited.body).toMatchObject({ canSignIn: true, isInvited: true, version: version + 1 });
    // Somebody else who saw the account as it was ends no link unseen.
    expect((await admin.post(path, { token: second }, { version })).body).toMatchObject({
      status: 412,
      code: 'person.changed',
    });
    expect((await admin.post(path, { token: second }, { version: version + 1 })).status).toBe(201);
    expect((await answer(first)).body.code).toBe('invitation.unknown');
    expect((await member.get('/session')).status).toBe(200);
    expect((await api.anonymous.signIn(member.person.email, 'a password for tests')).status).toBe(201);
    expect((await answer(second)).status).toBe(200);
    expect((await member.get('/session')).status).toBe(401);
    expect((await member.signIn(member.person.email, 'a password for tests')).status).toBe(401);
    expect((await member.signIn(member.person.email, chosen)).status).toBe(201);
    expect((await answer(second)).body.code).toBe('invitation.unknown');
  });

  test('an invitation asked for twice, with the same key or without, is one link that works', async () => {
    const member = await api.as('rep');
    const { version } = await accountOf(member.person.id);
    const token = newToken();
    const ask = (key?: string) =>
      admin.post(`/people/${member.person.id}/invitations`, { token }, { version, ...(key ? { key } : {}) });
    const answers = [await ask('invite'), await ask('invite'), ...(await Promise.all([ask(), ask()]))];
    for (const { status, body } of answers)
      expect([status, body]).toEqual([201, expect.objectContaining({ version: version + 1 })]);
    const { items } = await audit(`recordId=${member.person.id}&kind=person`);
    expect(items.filter(({ action }) => action === 'person.invited')).toHaveLength(1);
    expect((await answer(token)).status).toBe(200);
    expect((await ask()).body.code).toBe('person.changed');
  });

  test('nobody is invited who could not come in', async () => {
    const member = await api.as('rep');
    const path = `/people/${member.person.id}`;
    const { version } = await accountOf(member.person.id);
    const token = newToken();
    await admin.post(`${path}/invitations`, { token }, { version });
    await admin.patch(path, { active: false }, { version: version + 1 });
    for (const one of [token, newToken()])
      expect((await admin.post(`${path}/invitations`, { token: one }, { version: version + 2 })).body).toMatchObject({
        status: 409,
        code: 'invitation.switched_off',
      });
    expect((await answer(token)).body.code).toBe('invitation.unknown');
    const { id } = (await admin.post('/people', { ...newcomer, email: 'gone@example.test' })).body;
    await api.database.write(() =>
      api.database.run('UPDATE person SET email = NULL, email_norm = NULL WHERE id = ?', [bin(id)]),
    );
    const nowhere = await admin.post(`/people/${id}/invitations`, { token: newToken() }, { version: 1 });
    expect(nowhere.body).toMatchObject({ status: 409, code: 'invitation.without_email' });
    const nobody = await admin.post(`/people/${newId()}/invitations`, { token: newToken() }, { version: 1 });
    expect(nobody.body).toMatchObject({ status: 404, code: 'person.missing' });
  });

  test('whoever is signed in chooses another password, and is signed out everywhere else', async () => {
    const member = await api.as('rep');
    const elsewhere = await api.signIn(member.person);
    const present = 'a password for tests';
    const next = 'one nobody was told of';
    expect((await member.put('/session/password', { present: 'a guess', next })).body.code).toBe(
      'person.wrong_password',
    );
    expect((await member.put('/session/password', { present, next: 'short' })).status).toBe(400);
    expect((await member.put('/session/password', { present, next })).status).toBe(204);
    // Asked again because the answer was lost: it is in force, and nothing changes.
    expect((await member.put('/session/password', { present, next })).status).toBe(204);
    expect((await member.get('/session')).status).toBe(200);
    expect((await elsewhere.get('/session')).status).toBe(401);
    expect((await elsewhere.signIn(member.person.email, next)).status).toBe(201);
  });

  test('nobody else does any of it', async () => {
    const officer = await api.as('revenue_officer');
    const path = `/people/${rep.person.id}`;
    expect((await officer.get('/people/accounts')).status).toBe(403);
    expect((await officer.patch(path, { role: 'viewer' }, { version: 1 })).status).toBe(403);
    expect((await officer.post(`${path}/invitations`, { token: newToken() }, { version: 1 })).status).toBe(403);
  });

  test('an administrator who can sign in is always left, even when two switch each other off at once', async () => {
    const other = await api.as('administrator', { name: 'Oda' });
    const run = (sql: string, ...people: SignedInClient[]) =>
      api.database.write(() =>
        api.database.run(
          sql,
          people.map(({ person }) => bin(person.id)),
        ),
      );
    await run("UPDATE person SET active = FALSE WHERE role = 'administrator' AND id NOT IN (?, ?)", admin, other);
    const versions = { own: await accountOf(admin.person.id), other: await accountOf(other.person.id) };
    await run('UPDATE person SET password_hash = NULL WHERE id = ?', admin);
    const path = `/people/${other.person.id}`;
    for (const wish of [{ active: false }, { role: 'viewer' }])
      expect((await admin.patch(path, wish, { version: versions.other.version })).body).toMatchObject({
        status: 409,
        code: 'person.last_administrator',
      });
    await run("UPDATE person SET password_hash = 'any' WHERE id = ?", admin);
    const answers = await Promise.all([
      admin.patch(path, { active: false }, { version: versions.other.version }),
      other.patch(`/people/${admin.person.id}`, { active: false }, { version: versions.own.version }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = await api.database.query("SELECT id FROM person WHERE active AND role = 'administrator'");
    expect(left).toHaveLength(1);
  });
});
