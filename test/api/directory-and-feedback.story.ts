import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type {
  AgendaWire,
  DirectoryEntryWire,
  DirectoryListWire,
  FeedbackOverviewWire,
  FeedbackWordsListWire,
  FoundContactsWire,
  HandOffWire,
} from '@tandem/contracts';
import { bin, type Parameter } from '@tandem/database';
import { newId, type Id } from '@tandem/kernel';
import { AgendaPlanner } from '@tandem/meetings';
import { aContact } from '../builders/a-contact';
import { aSeries } from '../builders/a-series';
import { anOffice, aTeam } from '../builders/a-team';
import { anAccount } from '../builders/an-account';
import { anOffer, anOpportunity } from '../builders/an-opportunity';
import { FixedClock } from '../support/fixed-clock';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let viewer: SignedInClient;
// The last hours of a week: it is over before anybody's session is.
const clock = new FixedClock('2026-11-29T20:00:00.000Z');
beforeAll(async () => {
  api = await startApi({ clock });
  viewer = await api.as('viewer', { name: 'Zoe Viewer' });
});
afterAll(() => api.stop());

const people = async (query: string): Promise<DirectoryListWire> =>
  (await viewer.get(`/directory/people?${query}`)).body;
const named = async (q: string) => (await people(`q=${encodeURIComponent(q)}`)).items.map(({ name }) => name.en);

describe('the directory', () => {
  test('finds who is here by name, team, office or topic, page by page, and nobody who left', async () => {
    const officeId = await anOffice(api.database, 'Kaohsiung');
    const teamId = await aTeam(api.database, { name: 'Harbour Sales', officeId });
    const ann = await api.as('rep', { name: 'Ann Quist', teamId });
    await api.as('rep', { name: 'Ben Quist', teamId });
    const gone = await api.as('rep', { name: 'Cid Quist', teamId });
    await api.database.write(() =>
      api.database.run('UPDATE person SET active = FALSE WHERE id = ?', [bin(gone.person.id)]),
    );
    const own = (await ann.get('/directory/me')).body as DirectoryEntryWire;
    const wish = { phone: '+886 2 5555 0101', askAbout: 'Ferries and quays' };
    expect((await ann.patch('/directory/me', wish, { version: own.version })).body).toMatchObject(wish);
    expect(await named('quist')).toEqual(['Ann Quist', 'Ben Quist']);
    for (const q of ['harbour', 'kaohs quist', 'QUIS harb']) expect(await named(q)).toEqual(['Ann Quist', 'Ben Quist']);
    for (const q of ['quays', 'ann', 'ferries quist', '%', 'no such thing'])
      expect([q, await named(q)]).toEqual([q, ['quays', 'ann', 'ferries quist'].includes(q) ? ['Ann Quist'] : []]);
    const [first, ...rest] = [await people('q=quist&limit=1')];
    expect(rest).toEqual([]);
    const second = await people(`q=quist&limit=1&cursor=${first?.page.nextCursor}`);
    expect([first, second].map((page) => page?.items.map(({ name }) => name.en))).toEqual([
      ['Ann Quist'],
      ['Ben Quist'],
    ]);
    expect(second.page.hasMore).toBe(false);
    expect((await people('side=marketing&q=quist')).items).toEqual([]);
    expect(first?.items[0]).toMatchObject({
      team: { id: teamId, name: { en: 'Harbour Sales' } },
      office: { id: officeId },
      role: 'rep',
      side: 'sales',
      email: ann.person.email,
      zone: 'UTC',
      isAtWork: false,
      changesAt: '2026-11-30T09:00:00.000Z',
    });
  });

  test('says who is at work by the hours of the organisation where a team has none of its own', async () => {
    const id = bin(newId<'working_calendar'>());
    const put = (sql: string, ...parameters: Parameter[]) =>
      api.database.write(() => api.database.run(sql, parameters));
    await put(
      `INSERT INTO working_calendar (id, name, zone, opens, closes, weekdays) VALUES (?, 'Ours', 'Asia/Taipei', '08:00', '17:00', 31)`,
      id,
    );
    await put('UPDATE organisation SET calendar_id = ?', id);
    await api.as('rep', { name: 'Tai Early' });
    expect((await people('q=early')).items).toMatchObject([
      { zone: 'Asia/Taipei', isAtWork: false, changesAt: '2026-11-30T00:00:00.000Z' },
    ]);
    await put('UPDATE organisation SET calendar_id = NULL');
  });

  test('everybody writes their own entry on the version they saw, and what is no number is refused', async () => {
    const rep = await api.as('rep', { name: 'Dot Writer' });
    const { version } = (await rep.get('/directory/me')).body;
    expect((await rep.patch('/directory/me', { phone: 'call me' }, { version })).status).toBe(400);
    expect((await rep.patch('/directory/me', { phone: '02 5555 0102' }, { version })).status).toBe(200);
    expect((await rep.patch('/directory/me', { askAbout: 'Late' }, { version })).body).toMatchObject({
      status: 412,
      code: 'person.changed',
    });
    expect((await rep.patch('/directory/me', { phone: null }, { version: version + 1 })).body).toMatchObject({
      phone: null,
      askAbout: null,
    });
  });

  test('finds people at customers by their own name or their company’s', async () => {
    const accountId = await anAccount(api.database, { name: 'Quarrel Foundry', nameZh: '石場鑄造' });
    await aContact(api.database, { accountId, name: 'Wanda Stone', phone: '+886 3 5555 1000', title: 'Purchasing' });
    await aContact(api.database, { accountId, name: 'Quarry Pitt', email: 'pitt@quarrel.example' });
    const found = async (q: string) =>
      (await viewer.get(`/directory/contacts?q=${encodeURIComponent(q)}`)).body as FoundContactsWire;
    const names = async (q: string) => (await found(q)).items.map(({ name }) => name);
    expect(await names('wand')).toEqual(['Wanda Stone']);
    expect(await names('stone')).toEqual(['Wanda Stone']);
    expect((await names('quarrel')).toSorted()).toEqual(['Quarry Pitt', 'Wanda Stone']);
    expect((await names('石場')).toSorted()).toEqual(['Quarry Pitt', 'Wanda Stone']);
    expect((await found('wanda')).items[0]).toMatchObject({ title: 'Purchasing', account: { id: accountId } });
    expect((await viewer.get('/directory/contacts?q=')).status).toBe(400);
  });
});

const overview = async (client: SignedInClient): Promise<FeedbackOverviewWire> => (await client.get('/feedback')).body;
const weekOf = ({ weeks }: FeedbackOverviewWire, weekStart: string) =>
  weeks.find((week) => week.weekStart === weekStart);

describe('feedback between the sides', () => {
  let north: Id<'team'>;
  let brand: Id<'team'>;
  let reps: SignedInClient[];
  let marketer: SignedInClient;
  beforeAll(async () => {
    north = await aTeam(api.database, { name: 'North' });
    brand = await aTeam(api.database, { name: 'Brand', side: 'marketing' });
    reps = [];
    for (const name of ['Eve', 'Fay', 'Gus', 'Ivy']) reps.push(await api.as('rep', { name, teamId: north }));
    marketer = await api.as('marketer', { name: 'Hal', teamId: brand });
  });

  test('is told once its week is over and three have spoken, with the words of those who signed at once, and nothing of a single one who did not', async () => {
    const [eve, fay, gus, ivy] = reps as [SignedInClient, SignedInClient, SignedInClient, SignedInClient];
    const sent = await eve.post('/feedback', { score: 2, comment: 'No phone numbers' });
    expect(sent.body).toMatchObject({ about: 'lead_quality', weekStart: '2026-11-23', score: 2 });
    expect((await eve.post('/feedback', { score: 5 })).body).toMatchObject({ code: 'feedback.given_already' });
    expect((await fay.post('/feedback', { score: 4 })).status).toBe(201);
    expect((await marketer.post('/feedback', { score: 5, comment: ' ' })).body).toMatchObject({
      about: 'follow_up',
      comment: null,
    });
    expect(weekOf(await overview(marketer), '2026-11-23')).toMatchObject({
      leadQuality: { count: 2, average: null, untold: 'week_not_over' },
    });
    const words = async (): Promise<FeedbackWordsListWire> => (await marketer.get('/feedback/words')).body;
    expect((await words()).items.map(({ comment, author }) => [comment, author?.name.en])).toEqual([
      ['No phone numbers', 'Eve'],
    ]);
    expect((await ivy.post('/feedback', { score: 3 })).status).toBe(201);
    expect((await gus.post('/feedback/unnamed', { score: 1, comment: 'Rather cold' })).body).toEqual({
      about: 'lead_quality',
    });
    expect((await words()).items).toHaveLength(1);
    clock.set('2026-11-30T01:00:00.000Z');
    expect(weekOf(await overview(viewer), '2026-11-23')).toEqual({
      weekStart: '2026-11-23',
      leadQuality: { count: 3, keptBack: 1, average: '3.0', untold: null },
      followUp: { count: 1, keptBack: 0, average: null, untold: 'too_few' },
    });
    expect((await words()).items.map(({ comment }) => comment)).toEqual(['No phone numbers']);
    expect((await eve.delete(`/feedback/${sent.body.id}`, { version: 1 })).body).toMatchObject({
      code: 'feedback.week_over',
    });
    const { key } = await aSeries(api, { chair: eve.person });
    const planner = api.app.get(AgendaPlanner, { strict: false });
    const agendaId = await api.act(() => planner.composeFor(key, '2026-W49'));
    const { items } = (await viewer.get(`/agendas/${agendaId}`)).body as AgendaWire;
    expect(items.filter(({ section }) => section === 'voices').map(({ title }) => title)).toEqual([
      'Leads: 3.0 of 5; follow-up: too few answers to show',
    ]);
  });

  test('of a hand-off is for its two teams, once it was answered, and only with a name', async () => {
    const [eve] = reps as [SignedInClient];
    const lead = await anOpportunity(marketer, { name: 'Rated lead', stage: 'qualify' });
    const { id, version } = await anOffer(marketer, lead, north);
    expect((await eve.post('/feedback', { handOffId: id, score: 4 })).body).toMatchObject({
      code: 'feedback.not_answered',
    });
    const answered = (await eve.post(`/hand-offs/${id}/acceptance`, {}, { version })).body as HandOffWire;
    expect(answered.state).toBe('accepted');
    expect((await eve.post('/feedback/unnamed', { handOffId: id, score: 4 })).status).toBe(400);
    const stranger = await api.as('rep', { name: 'Ida' });
    expect((await stranger.post('/feedback', { handOffId: id, score: 1 })).body).toMatchObject({ status: 404 });
    const given = (await eve.post('/feedback', { handOffId: id, score: 4, comment: 'Well prepared' })).body;
    expect((await overview(eve)).handOffs).toMatchObject([{ id, opportunityName: 'Rated lead', score: 4 }]);
    expect((await marketer.post('/feedback', { handOffId: id, score: 5 })).body).toMatchObject({ about: 'follow_up' });
    const [seen] = ((await marketer.get('/feedback/words')).body as FeedbackWordsListWire).items;
    expect(seen).toMatchObject({ comment: 'Well prepared', handOff: { opportunityName: 'Rated lead' } });
    const [hidden] = ((await stranger.get('/feedback/words')).body as FeedbackWordsListWire).items;
    expect(hidden).toMatchObject({ comment: 'Well prepared', isOfHandOff: true, handOff: null });
    expect((await marketer.delete(`/feedback/${given.id}`, { version: 1 })).status).toBe(404);
    expect((await eve.delete(`/feedback/${given.id}`, { version: 2 })).status).toBe(412);
    expect((await eve.delete(`/feedback/${given.id}`, { version: 1 })).status).toBe(204);
    expect((await overview(eve)).handOffs).toMatchObject([{ id, score: null }]);
  });

  test('without a name leaves nothing that leads to who spoke, is carried out once, and has an end', async () => {
    const [eve] = reps as [SignedInClient];
    const body = { score: 1, comment: 'Nobody calls back' };
    const key = 'a key drawn by chance';
    const before = (await overview(eve)).weeks[0]?.leadQuality.count ?? 0;
    for (const replayed of [null, 'true']) {
      const answer = await eve.post('/feedback/unnamed', body, { key });
      expect([answer.status, answer.headers.get('Idempotency-Replayed')]).toEqual([201, replayed]);
    }
    expect((await eve.post('/feedback/unnamed', { ...body, score: 2 }, { key })).status).toBe(422);
    expect((await overview(eve)).weeks[0]?.leadQuality.count).toBe(before + 1);
    const rows = await api.database.query<Record<string, unknown>>('SELECT * FROM feedback WHERE comment = ?', [
      body.comment,
    ]);
    expect(rows).toMatchObject([{ author_id: null, given_at: null, week_start: '2026-11-30' }]);
    expect(String(rows[0]?.['id'])).toMatch(/^.{14}4/);
    const lines = await api.database.query<Record<string, unknown>>(
      "SELECT actor_id, actor_name, object_id, after_state FROM audit_line WHERE action = 'feedback.given_unnamed' ORDER BY id DESC LIMIT 1",
    );
    expect(lines).toMatchObject([{ actor_id: null, actor_name: 'without a name', object_id: null }]);
    expect(JSON.stringify(lines)).not.toContain('score');
    const events = await api.database.query(
      "SELECT subject_id AS subjectId, payload FROM outbox_event WHERE topic = 'feedback.given_unnamed'",
    );
    expect(JSON.stringify(events)).not.toContain(eve.person.id);
    const keys = await api.database.query<Record<string, unknown>>(
      "SELECT HEX(scope) AS scope, body FROM idempotency_key WHERE operation LIKE '%unnamed'",
    );
    expect(keys.length).toBeGreaterThan(0);
    for (const { scope } of keys) expect(scope).toBe('0'.repeat(32));
    const { people: side } = (await overview(eve)).unnamed;
    const { person: mute } = await api.as('rep', { name: 'Jon', teamId: north });
    expect((await overview(eve)).unnamed.people).toBe(side + 1);
    await api.database.write(() =>
      api.database.run('UPDATE person SET password_hash = NULL WHERE id = ?', [bin(mute.id)]),
    );
    expect((await overview(eve)).unnamed.people).toBe(side);
    const codes = [];
    for (let spoken = 1; spoken <= side; spoken++)
      codes.push((await eve.post('/feedback/unnamed', { score: 3 })).body.code ?? null);
    expect(codes).toEqual([...Array.from({ length: side - 1 }, () => null), 'feedback.unnamed_full']);
    expect((await overview(eve)).unnamed.refused).toBe('full');
    expect((await marketer.post('/feedback/unnamed', { score: 3 })).body).toMatchObject({
      code: 'feedback.unnamed_too_few',
    });
  });

  test('is read by those of neither side, and given by none of them', async () => {
    const officer = await api.as('revenue_officer');
    expect(await overview(officer)).toMatchObject({ about: null, unnamed: { refused: 'other_side' }, handOffs: [] });
    expect((await officer.post('/feedback', { score: 3 })).body).toMatchObject({
      status: 403,
      code: 'feedback.other_side',
    });
    expect((await viewer.post('/feedback', { score: 3 })).status).toBe(403);
    expect((await viewer.post('/feedback/unnamed', { score: 3 })).status).toBe(403);
  });

  test('without a name is told with its words once the week is over and three or more of it have none', async () => {
    clock.set('2026-12-07T01:00:00.000Z');
    const reader = await api.as('viewer');
    const { items } = (await reader.get('/feedback/words')).body as FeedbackWordsListWire;
    expect(items.filter(({ author }) => author === null)).toMatchObject([
      { comment: 'Nobody calls back', weekStart: '2026-11-30' },
    ]);
    const told = weekOf(await overview(reader), '2026-11-30')?.leadQuality;
    expect(told).toMatchObject({ keptBack: 0, average: expect.any(String) });
  });
});
