import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { CONFIG } from '@tandem/config';
import { DemoRunner } from '@tandem/demo';
import { CalendarReader, InvitationsService, PeopleReader } from '@tandem/people';
import { buildApi } from '../../apps/api/src/api';
import { stageIds } from '../builders/an-opportunity';
import { Client } from '../support/client';
import { startApi, type RunningApi } from '../support/start-api';
import { asOwner } from '../verification/owner';

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
/** What the log tells whoever runs the server. */
const code = 'K7QM-2F9X-TB4D';
const wished = { code, wish: 'empty', administrator, organisation, colleagues: [] as object[] };
const waiting = (environment = {}) =>
  startApi({ organisation: null, environment: { SETUP_CODE: code, ...environment } });
const count = async (table: string): Promise<number> =>
  Number((await api.database.query<{ n: string }>(`SELECT COUNT(*) AS n FROM ${table}`))[0]?.n);

describe('setting an installation up', () => {
  test('is offered while nobody has, and makes organisation, hours, funnel, teams, meeting and administrator at once', async () => {
    api = await waiting();
    expect((await api.anonymous.get('/setup')).body).toEqual({ isOpen: true });
    const done = await api.anonymous.post('/setup', wished);
    expect([done.status, done.body]).toEqual([201, { wish: 'empty' }]);
    expect((await api.anonymous.get('/setup')).body).toEqual({ isOpen: false });
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

  test('needs the code of the log, also from the machine itself', async () => {
    api = await waiting();
    for (const [given, ...answer] of [
      [undefined, 400, 'request.invalid'],
      ['', 403, 'setup.code_wrong'],
      ['設定碼', 403, 'setup.code_wrong'],
      ['K7QM-2F9X-TB4E', 403, 'setup.code_wrong'],
    ]) {
      const refused = await api.anonymous.post('/setup', { ...wished, code: given });
      expect([refused.status, refused.body.code]).toEqual(answer);
      expect(refused.body.errors[0].pointer).toBe('/code');
    }
    expect(await count('person')).toBe(0);
    expect((await api.anonymous.post('/setup', { ...wished, code: 'k7qm2f9xtb4d' })).status).toBe(201);
  });

  test('tells its code later where the database was away at the start', async () => {
    api = await waiting();
    const warn = jest.spyOn(Logger.prototype, 'warn');
    const told = () => warn.mock.calls.filter(([line]) => String(line).includes(code)).length;
    const owner = await asOwner();
    await owner.run('RENAME TABLE first_run TO first_run_away');
    const late = await buildApi(api.app.get(CONFIG, { strict: false }), api.clock);
    await late.listen(0, '127.0.0.1');
    expect(told()).toBe(0);
    await owner.run('RENAME TABLE first_run_away TO first_run');
    await owner.close();
    const visitor = new Client(await late.getUrl());
    expect((await visitor.get('/setup')).body).toEqual({ isOpen: true });
    expect((await visitor.get('/setup')).body).toEqual({ isOpen: true });
    expect(told()).toBe(1);
    warn.mockRestore();
    await late.close();
  });

  test('with the demo company opens no powerful account to the password that everybody can read', async () => {
    api = await waiting();
    await api.anonymous.post('/setup', { ...wished, wish: 'demo', organisation: null });
    await api.act(() => api.app.get(DemoRunner, { strict: false }).runWaiting());
    const ann = new Client(api.url);
    await ann.signIn(administrator.email, password);
    const { state, signIns } = (await ann.get('/setup/demo')).body;
    expect(state).toBe('done');
    expect(signIns.map(({ role }: { role: string }) => role)).toEqual([
      'rep',
      'marketer',
      'manager',
      'liaison',
      'viewer',
    ]);
    const enter = async (name: string) =>
      (await new Client(api.url).signIn(`${name}@demo.example`, signIns[0].password)).status;
    expect([await enter('rep'), await enter('admin'), await enter('officer')]).toEqual([201, 401, 401]);
  }, 90_000);

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

  test('that somebody made up costs a look and no hash, of which only so many may wait', async () => {
    api = await waiting();
    const flood = Array.from({ length: 100 }, () =>
      api.act(() => api.app.get(InvitationsService).accept(token(), password)).catch(({ code: told }) => told),
    );
    expect([...new Set(await Promise.all(flood))]).toEqual(['invitation.unknown']);
  });
});
