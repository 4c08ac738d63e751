import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { CalendarReader, PeopleReader } from '@tandem/people';
import { stageIds } from '../builders/an-opportunity';
import { Client } from '../support/client';
import { startApi, type RunningApi } from '../support/start-api';

let api: RunningApi;
afterEach(() => api.stop());

const password = 'copper lantern river nine';
const administrator = { name: 'Ann Lee', email: 'ann@example.test', password, locale: 'en' };
const organisation = {
  name: 'Nu Shu Ltd.',
  reportingCurrency: 'TWD',
  zone: 'Asia/Taipei',
  fiscalYearStart: 4,
  fiscalCalendar: 'weeks_445',
  fiscalYearRule: 'nearest',
  weekStart: 1,
  hours: { opens: '08:30', closes: '17:30', weekdays: [1, 2, 3, 4, 5, 6] },
};
const token = () => randomBytes(32).toString('base64url');
const wished = { wish: 'empty', administrator, organisation, colleagues: [] as object[] };
const waiting = (environment = {}) => startApi({ organisation: null, environment });
const count = async (table: string): Promise<number> =>
  Number((await api.database.query<{ n: string }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n);

describe('setting an installation up', () => {
  test('is offered while nobody has, and makes organisation, hours, funnel, teams, meeting and administrator at once', async () => {
    api = await waiting();
    expect((await api.anonymous.get('/setup')).body).toEqual({ isOpen: true, needsCode: false });
    const done = await api.anonymous.post('/setup', wished);
    expect([done.status, done.body]).toEqual([201, { wish: 'empty' }]);
    expect((await api.anonymous.get('/setup')).body).toEqual({ isOpen: false, needsCode: false });
    const ann = new Client(api.url);
    expect((await ann.signIn(administrator.email, password)).status).toBe(201);
    const { hours, ...settings } = organisation;
    const me = (await ann.get('/session')).body;
    expect(me.organisation).toMatchObject({ ...settings, holds: 'real' });
    expect(me.person).toMatchObject({ name: { en: 'Ann Lee' }, role: 'administrator', isToured: false });
    const { teams } = (await ann.get('/people')).body;
    expect(teams.map(({ side }: { side: string }) => side).toSorted()).toEqual(['marketing', 'sales']);
    expect(await api.act(() => api.app.get(CalendarReader).forTeam(teams[0].id))).toMatchObject({
      ...hours,
      zone: 'Asia/Taipei',
    });
    const stages = await stageIds(ann);
    const first = { name: 'The first', accountName: 'Acme', stageId: stages['prospect'] };
    expect((await ann.post('/opportunities', first)).status).toBe(201);
    expect((await ann.get('/meetings/series')).body.items).toHaveLength(1);
    expect((await ann.get('/setup/demo')).body).toMatchObject({ wish: 'empty', state: 'done' });
    const tour = await ann.patch('/session/preferences', { isToured: true });
    expect(tour.body.person).toMatchObject({ isToured: true, locale: 'en' });
  });

  test('is done by exactly one of two who finish at the same moment, and the other is told so', async () => {
    api = await waiting();
    const rivals = Array.from({ length: 4 }, (_, place) => ({
      ...wished,
      wish: place % 2 ? 'demo' : 'empty',
      organisation: place % 2 ? null : organisation,
      administrator: { ...administrator, name: `Visitor ${place}`, email: `visitor-${place}@example.test` },
    }));
    const answers = await Promise.all(rivals.map((one) => new Client(api.url).post('/setup', one)));
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['201', '409', '409', '409']);
    for (const { status, body } of answers)
      if (status === 409) {
        expect(body.code).toBe('setup.done_already');
        expect(body.detail).toMatch(/^Somebody else has set up/);
      }
    expect(await count('person')).toBe(1);
    expect(await count('first_run')).toBe(1);
    const [person] = await api.database.query<{ name: string }>('SELECT name FROM person');
    expect(person?.name).toBe(`Visitor ${answers.findIndex(({ status }) => status === 201)}`);
    const late = await new Client(api.url, 'zh-TW').post('/setup', { ...wished, administrator });
    expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining('已有其他人')]);
  });

  test('asked for twice with one key is done once and answered the same; refused it leaves nothing', async () => {
    api = await waiting();
    const refuse = async (change: object) => {
      const { status, body } = await api.anonymous.post('/setup', { ...wished, ...change });
      return [status, body.code, body.errors?.[0]?.pointer];
    };
    const withOwnName = { ...administrator, password: 'Ann Lee was here' };
    expect(await refuse({ administrator: withOwnName })).toEqual([409, 'person.password_own_name', undefined]);
    const nowhere = { ...organisation, zone: 'Taipei' };
    expect(await refuse({ organisation: nowhere })).toEqual([400, 'organisation.zone_unknown', '/organisation/zone']);
    expect(await refuse({ organisation: null })).toEqual([400, 'request.invalid', '/organisation']);
    const twice = { name: 'Bo', email: 'ANN@example.test', side: 'sales', role: 'rep', token: token() };
    expect(await refuse({ colleagues: [twice] })).toEqual([409, 'person.email_taken', undefined]);
    expect(await count('person')).toBe(0);
    expect(await count('first_run')).toBe(0);
    const [first, second] = [
      await api.anonymous.post('/setup', wished, { key: 'set up' }),
      await api.anonymous.post('/setup', wished, { key: 'set up' }),
    ];
    expect([second.status, second.body]).toEqual([first.status, first.body]);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await count('person')).toBe(1);
  });

  test('needs the code of the log where strangers reach the server', async () => {
    api = await waiting({ PUBLIC_URL: 'https://tandem.example.com', SETUP_CODE: 'K7QM-2F9X-TB4D' });
    expect((await api.anonymous.get('/setup')).body).toEqual({ isOpen: true, needsCode: true });
    for (const code of [undefined, 'K7QM-2F9X-TB4E']) {
      const refused = await api.anonymous.post('/setup', { ...wished, code });
      expect([refused.status, refused.body.code]).toEqual([403, 'setup.code_wrong']);
      expect(refused.body.errors[0].pointer).toBe('/code');
    }
    expect(await count('person')).toBe(0);
    expect((await api.anonymous.post('/setup', { ...wished, code: 'k7qm2f9xtb4d' })).status).toBe(201);
  });

  test('is not offered where somebody can sign in as administrator already', async () => {
    api = await waiting();
    await api.as('administrator');
    expect((await api.anonymous.get('/setup')).body.isOpen).toBe(false);
    expect((await api.anonymous.post('/setup', wished)).body.code).toBe('setup.done_already');
  });
});

describe('an invitation', () => {
  test('lets its holder choose a password once, within fourteen days', async () => {
    api = await waiting();
    const [bo, cy] = [token(), token()];
    const colleagues = [
      { name: 'Bo Wu', email: 'bo@example.test', side: 'marketing', role: 'manager', token: bo },
      { name: 'Cy Ko', email: 'cy@example.test', side: 'other', role: 'revenue_officer', token: cy },
    ];
    await api.anonymous.post('/setup', { ...wished, colleagues });
    const answer = (chosen: string, held = bo) =>
      api.anonymous.post('/invitations/answers', { token: held, password: chosen });
    expect((await answer('Bo Wu and the boat')).body.code).toBe('person.password_own_name');
    const taken = await answer(password);
    expect([taken.status, taken.body]).toEqual([200, { email: 'bo@example.test', locale: 'en' }]);
    const client = new Client(api.url);
    expect((await client.signIn('bo@example.test', password)).status).toBe(201);
    const people = await api.act(() => api.app.get(PeopleReader).people());
    expect(people.find(({ name }) => name === 'Bo Wu')?.teamId).not.toBeNull();
    // The officer leads the weekly meeting, and the heads are in it.
    const [series] = (await client.get('/meetings/series')).body.items;
    expect(series.chair.name.en).toBe('Cy Ko');
    expect((await answer('another long password')).body).toMatchObject({ status: 404, code: 'invitation.unknown' });
    api.clock.advance(15 * 86_400_000);
    expect((await answer(password, cy)).status).toBe(404);
  });
});
