import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type {
  AgendaWire,
  HandOffWire,
  OpportunityWire,
  SavedViewListWire,
  WebhookEndpointWire,
} from '@tandem/contracts';
import { bin } from '@tandem/database';
import { date, newId } from '@tandem/kernel';
import { DeliveriesService } from '@tandem/mail';
import { AgendaPlanner } from '@tandem/meetings';
import { InvitationsService } from '@tandem/people';
import { aBounce } from '../builders/a-bounce';
import { aSource } from '../builders/a-source';
import { aList, aListMapping } from '../builders/a-list';
import { anAccount } from '../builders/an-account';
import { anOfferedProduct } from '../builders/an-offered-product';
import { aSeries } from '../builders/a-series';
import { aTeam } from '../builders/a-team';
import { anOffer, anOpportunity, moved, stageIds } from '../builders/an-opportunity';
import { rated } from '../builders/later-knowledge';
import type { RunningApi, SignedInClient } from '../support/start-api';

/** Something a person asks for, and another thing they could have asked for in the same place. */
export interface Asked {
  readonly who: SignedInClient;
  readonly path: string;
  readonly version?: number;
  readonly body?: unknown;
  /** What differs when it is another request. */
  readonly strange: { readonly body?: unknown; readonly version?: number };
}

/** Every kind of change by its route; each call prepares a record of its own to do it to. */
export type Operations = Readonly<Record<string, () => Promise<Asked>>>;

/** Changes that have no key, and why. */
export const withoutKey: Readonly<Record<string, string>> = {
  'POST /session': 'signing in twice makes two sessions, each with a secret that is told once',
  'POST /setup': 'there is one installation to set up; its own story asks twice with one key',
  'DELETE /session': 'a retry comes from somebody who is signed out already',
  'PUT /session/password': 'a retry finds its password in force, and changes nothing more',
  'POST /imports/previews': 'it looks at a list and keeps nothing of it',
};

export async function operationsOf(api: RunningApi): Promise<Operations> {
  const [marketing, sales] = [
    await aTeam(api.database, { side: 'marketing' }),
    await aTeam(api.database, { side: 'sales' }),
  ];
  const [admin, officer] = [await api.as('administrator'), await api.as('revenue_officer')];
  const [marketer, rep] = [await api.as('marketer', { teamId: marketing }), await api.as('rep', { teamId: sales })];
  const head = await api.as('manager', { teamId: sales, side: 'sales' });
  const [stages, source] = [await stageIds(rep), await aSource(api.database)];
  let count = 0;
  const toStageId = (key: string) => ({ toStageId: stages[key] });
  const usd = (amountMinor: number) => ({ amountMinor: String(amountMinor), currency: 'USD' });
  const open = (wishes = {}) => anOpportunity(rep, wishes);
  const offered = async (): Promise<HandOffWire> =>
    anOffer(marketer, await anOpportunity(marketer, { stage: 'qualify' }), sales);
  const waiting = async () => (await admin.post('/imports/crm-sales', upload('true'))).body.id as string;
  /** An import for real that brought one opportunity; the other imports here are never taken in. */
  const ended = async () => {
    const [{ id }, opportunity] = [(await admin.post('/imports/crm-sales', upload('false'))).body, await open()];
    await api.database.write(async () => {
      await api.database.run(`UPDATE import_run SET state = 'done', finished_at = ? WHERE id = ?`, [
        api.clock.now(),
        bin(id),
      ]);
      await api.database.run(
        `INSERT INTO import_effect (run_id, opportunity_id, external_id, seq_before, version_before, version_after, fate)
         VALUES (?, ?, 'one', 0, 0, ?, 'stands')`,
        [bin(id), bin(opportunity.id), opportunity.version],
      );
    });
    return id as string;
  };
  const on = ({ id, version }: OpportunityWire, act: string, body: object, strange: object): Asked => ({
    who: rep,
    path: `/opportunities/${id}${act}`,
    version,
    body,
    strange: { body: strange },
  });
  const answering = ({ id, version }: HandOffWire, act: string, body: object, strange: object): Asked => ({
    who: rep,
    path: `/hand-offs/${id}/${act}`,
    version,
    body,
    strange: { body: strange },
  });
  const answered = async () => {
    const { id, version } = await offered();
    return ((await rep.post(`/hand-offs/${id}/acceptance`, {}, { version })).body as HandOffWire).id;
  };
  const refusing = [{ reason: 'not_ready' }, { reason: 'wrong_fit' }] as const;
  const agendas = await twoAgendas(api, officer);
  const agenda = async (place: 0 | 1) => (await officer.get(`/agendas/${agendas[place]}`)).body as AgendaWire;
  const addItem = async () => (await officer.post(`/agendas/${agendas[0]}/items`, { title: 'Item' })).body;
  const action = { title: 'Call', ownerId: rep.person.id, dueDate: '2026-11-30' };
  const period = () => `2030-01-01..${aDayAfter('2030-01-02', ++count)}`;
  const stopVerification = async () => {
    for (const { id, state } of (await admin.get('/verifications')).body.items)
      if (state === 'waiting') await admin.post(`/verifications/${id}/stop`);
  };
  const endpoints = endpointsOf(admin);
  const views = async () => (await rep.get('/saved-views')).body as SavedViewListWire;
  /** There is room for some dozens of one person. */
  const aNameForAView = async () => {
    for (const { id, version } of (await views()).items.slice(20)) await rep.delete(`/saved-views/${id}`, { version });
    return `View ${++count}`;
  };
  const aView = async () => {
    const made = await rep.post('/saved-views', { page: 'board', name: await aNameForAView(), filter: {} });
    return { who: rep, path: `/saved-views/${made.body.id}`, version: 1 };
  };
  await officer.post('/period-locks', { lockedBefore: '2024-12-31', note: 'so that something can be adjusted' });
  const target = (share: string) => ({ value: { unit: 'ratio', ratio: share } });
  const newTarget = async () => (await officer.put(`/targets/win_rate/${period()}`, target('0.2'))).body;

  return {
    'POST /people': async () => {
      const person = { password: 'a password for tests', side: 'sales', role: 'rep', teamId: sales };
      const named = (name: string) => ({ ...person, name, email: `${name}-${++count}@example.test` });
      return { who: admin, path: '/people', body: named('one'), strange: { body: named('other') } };
    },
    'PATCH /people/{id}': async () => {
      const { person } = await api.as('rep', { teamId: sales });
      const named = (name: string) => ({ body: { name } });
      return { who: admin, path: `/people/${person.id}`, version: 1, ...named('Bo Lin'), strange: named('Bo Chen') };
    },
    'POST /people/{id}/invitations': async () => {
      const { person } = await api.as('rep', { teamId: sales });
      const invited = () => ({ body: { token: randomBytes(32).toString('base64url') } });
      return { who: admin, path: `/people/${person.id}/invitations`, version: 1, ...invited(), strange: invited() };
    },
    'POST /invitations/answers': async () => {
      const token = randomBytes(32).toString('base64url');
      const invited = { name: 'Bo', email: `bo-${++count}@example.test`, side: 'sales', role: 'rep', token } as const;
      await api.act(() => api.app.get(InvitationsService, { strict: false }).invite(invited));
      const answered = (password: string) => ({ token, password });
      const body = answered('copper lantern river nine');
      return { who: admin, path: '/invitations/answers', body, strange: { body: answered('nine rivers, one boat') } };
    },
    'POST /setup/demo': async () => {
      await api.database.write(() =>
        api.database.run(
          `REPLACE INTO first_run (id, wish, state, steps_done, problem, asked_at, fence)
           VALUES (1, 'demo', 'failed', 2, 'demo.unexpected', NOW(3), 1)`,
        ),
      );
      return { who: admin, path: '/setup/demo', strange: { body: {} } };
    },
    'PATCH /session/preferences': async () => {
      const [now, then] = ++count % 2 ? ['en', 'zh-TW'] : ['zh-TW', 'en'];
      await head.patch('/session/preferences', { locale: now });
      return { who: head, path: '/session/preferences', body: { locale: then }, strange: { body: { locale: now } } };
    },
    'PATCH /directory/me': async () => {
      const { version } = (await head.get('/directory/me')).body;
      const about = (what: string) => ({ askAbout: `${what} ${++count}` });
      return { who: head, path: '/directory/me', version, body: about('a'), strange: { body: about('b') } };
    },
    'POST /feedback': async () => {
      const handOffId = await answered();
      return { who: rep, path: '/feedback', body: { handOffId, score: 4 }, strange: { body: { handOffId, score: 2 } } };
    },
    'POST /feedback/unnamed': async () => {
      // A side speaks so as often as it has people: somebody new for each time.
      await api.as('rep', { teamId: sales });
      return { who: rep, path: '/feedback/unnamed', body: { score: 4 }, strange: { body: { score: 2 } } };
    },
    'DELETE /feedback/{id}': async () => {
      const given = (await rep.post('/feedback', { handOffId: await answered(), score: 3 })).body;
      return { who: rep, path: `/feedback/${given.id}`, version: 1, strange: { version: 2 } };
    },
    'POST /opportunities': async () => {
      const body = { name: 'One', stageId: stages['prospect'], accountName: 'New', amount: usd(1) };
      return { who: rep, path: '/opportunities', body, strange: { body: { ...body, name: 'Other' } } };
    },
    'PATCH /opportunities/{id}': async () => on(await open(), '', { amount: usd(1) }, { amount: usd(2) }),
    'POST /opportunities/{id}/moves': async () =>
      on(await open({ amount: usd(9) }), '/moves', toStageId('implement'), toStageId('propose')),
    'POST /opportunities/{id}/loss': async () => on(await open(), '/loss', { reason: 'price' }, { reason: 'timing' }),
    'POST /opportunities/{id}/cancellation': async () =>
      on(await open(), '/cancellation', { note: 'a' }, { note: 'b' }),
    'POST /opportunities/{id}/reopening': async () => {
      const won = await moved(rep, await open({ amount: usd(9) }), 'implement');
      return on(won, '/reopening', { ...toStageId('propose'), note: 'a' }, { ...toStageId('negotiate'), note: 'b' });
    },
    'POST /opportunities/{id}/calls': async () =>
      on(await open(), '/calls', { outcome: 'connected', nextStep: 'a' }, { outcome: 'no_answer', nextStep: 'a' }),
    'POST /opportunities/{id}/corrections': async () => {
      const proposed = await moved(rep, await open(), 'propose');
      const taken = { kind: 'withdraw', correctsSeq: 2, note: 'a' };
      return on(proposed, '/corrections', taken, { ...taken, note: 'b' });
    },
    'POST /opportunities/{id}/credits': async () => {
      const won = await moved(rep, await open({ amount: usd(9) }), 'implement');
      return on(won, '/credits', { amount: usd(1), note: 'a' }, { amount: usd(2), note: 'a' });
    },
    'POST /opportunities/{id}/adjustments': async () => {
      const won = await moved(rep, await open({ amount: usd(9) }), 'implement');
      const adjusted = (amount: number) => ({ amount: usd(amount), adjustsDate: '2024-06-30', note: 'a' });
      return { ...on(won, '/adjustments', adjusted(-1), adjusted(-2)), who: officer };
    },
    'POST /bounces': async () => {
      const messageId = await aSentLetter(api, rep);
      const told = (to: string) => ({ message: aBounce({ messageId, to }) });
      return { who: admin, path: '/bounces', body: told('a@b.test'), strange: { body: told('b@b.test') } };
    },
    'POST /webhook-endpoints': async () => {
      await endpoints.makeRoom();
      const body = { url: 'https://one.example.com', events: ['*'] };
      return { who: admin, path: '/webhook-endpoints', body, strange: { body: { ...body, description: 'b' } } };
    },
    'PATCH /webhook-endpoints/{id}': async () =>
      endpoints.asked('', { body: { description: 'a' }, strange: { body: { description: 'b' } } }),
    'DELETE /webhook-endpoints/{id}': async () => endpoints.asked('', { strange: { version: 2 } }),
    'POST /webhook-endpoints/{id}/secrets': async () => endpoints.asked('/secrets', { strange: { version: 2 } }),
    'POST /webhook-endpoints/{id}/deliveries': async () => endpoints.asked('/deliveries', { strange: { body: {} } }),
    'POST /webhook-endpoints/{id}/deliveries/{eventId}/resend': async () => {
      const asked = await endpoints.asked('/deliveries', { strange: { body: {} } });
      const { eventId } = (await admin.post(asked.path)).body;
      return { ...asked, path: `${asked.path}/${eventId}/resend` };
    },
    'POST /saved-views': async () => {
      const body = { page: 'board', name: await aNameForAView(), filter: { ownerId: 'me' } };
      return { who: rep, path: '/saved-views', body, strange: { body: { ...body, filter: {} } } };
    },
    'PATCH /saved-views/{id}': async () => ({
      ...(await aView()),
      body: { filter: { q: 'a' } },
      strange: { body: { filter: { q: 'b' } } },
    }),
    'DELETE /saved-views/{id}': async () => ({ ...(await aView()), strange: { version: 2 } }),
    'PUT /saved-views/defaults/{page}': async () => {
      const viewId = (await aView()).path.split('/').at(-1);
      const present = (await views()).defaults.find(({ page }) => page === 'board');
      return {
        who: rep,
        path: '/saved-views/defaults/board',
        ...(present ? { version: present.version } : {}),
        body: { viewId },
        strange: { body: { viewId: null } },
      };
    },
    'POST /accounts/{id}/merge': async () => {
      const into = { intoAccountId: await anAccount(api.database), note: 'a' };
      const path = `/accounts/${await anAccount(api.database)}/merge`;
      return { who: officer, path, version: 1, body: into, strange: { body: { ...into, note: 'b' } } };
    },
    'PATCH /products/{id}': async () => ({
      who: officer,
      path: `/products/${await anOfferedProduct(api.database)}`,
      version: 1,
      body: { future: true },
      strange: { body: { future: false } },
    }),
    'POST /touches': async () => {
      const body = { opportunityId: (await open()).id, sourceId: source, side: 'sales', kind: 'call' };
      return { who: rep, path: '/touches', body, strange: { body: { ...body, kind: 'demo' } } };
    },
    'POST /metrics/choices': async () => {
      const choice = (reason: string) => ({ purpose: 'deal_size', definition: 'median', reason });
      return { who: officer, path: '/metrics/choices', body: choice('a'), strange: { body: choice('b') } };
    },
    'PUT /organisation/fiscal-calendar': async () => {
      const path = '/organisation/fiscal-calendar';
      const { version } = (await admin.get(path)).body;
      const from = (month: number) => ({ fiscalYearStart: 1 + (month % 12), fiscalCalendar: 'months', weekStart: 1 });
      return { who: admin, path, version, body: from(++count), strange: { body: from(count + 1) } };
    },
    'POST /period-locks': async () => {
      const before = () => ({ lockedBefore: aDayAfter('2025-01-01', ++count % 300), note: 'a' });
      return { who: officer, path: '/period-locks', body: before(), strange: { body: before() } };
    },
    'PUT /exchange-rates/{from}/{date}': async () => ({
      who: officer,
      path: `/exchange-rates/EUR/${aDayAfter('2020-01-01', ++count)}`,
      body: { rate: '1.1' },
      strange: { body: { rate: '1.2' } },
    }),
    'POST /currency-restatements': async () => {
      const from = `E${letterOf(++count)}${letterOf(count / 26)}`;
      const rate = (value: string) => rated(officer, from, '2026-11-01', value);
      await rate('2');
      await moved(rep, await open({ amount: { amountMinor: '9', currency: from } }), 'implement');
      await rate('3');
      const body = { from, since: '2026-11-01', until: '2026-12-01', reason: 'a' };
      return { who: officer, path: '/currency-restatements', body, strange: { body: { ...body, reason: 'b' } } };
    },
    'POST /verifications': async () => {
      await stopVerification();
      return { who: admin, path: '/verifications', strange: { body: {} } };
    },
    'POST /verifications/{id}/stop': async () => {
      await stopVerification();
      const { id } = (await admin.post('/verifications')).body;
      return { who: admin, path: `/verifications/${id}/stop`, strange: { body: {} } };
    },
    'POST /opportunities/{id}/hand-offs': async () => {
      const warm = await anOpportunity(marketer, { stage: 'qualify' });
      const offer = on(warm, '/hand-offs', { toTeamId: sales }, { toTeamId: sales, note: 'soon' });
      return { ...offer, who: marketer };
    },
    'POST /hand-offs/{id}/acceptance': async () =>
      answering(await offered(), 'acceptance', {}, { ownerId: rep.person.id }),
    'POST /hand-offs/{id}/rejection': async () => answering(await offered(), 'rejection', ...refusing),
    'POST /hand-offs/{id}/return': async () => {
      const { id, version } = await offered();
      const accepted = await rep.post(`/hand-offs/${id}/acceptance`, {}, { version });
      return answering(accepted.body as HandOffWire, 'return', ...refusing);
    },
    'PUT /targets/{figureKey}/{period}': async () => ({
      who: officer,
      path: `/targets/win_rate/${period()}`,
      body: target('0.3'),
      strange: { body: target('0.4') },
    }),
    'POST /targets/{id}/signature': async () => {
      const { id, version } = await newTarget();
      return { who: head, path: `/targets/${id}/signature`, version, strange: { version: version + 1 } };
    },
    'POST /quotas': async () => {
      const quota = (amount: number) => ({ periodKey: '2026-Q4', teamId: sales, amount: usd(amount) });
      return { who: officer, path: '/quotas', body: quota(1), strange: { body: quota(2) } };
    },
    'PATCH /meetings/series/{id}': async () => {
      const { id, version, resendUncertain } = (await officer.get('/meetings/series')).body.items[0];
      return {
        who: officer,
        path: `/meetings/series/${id}`,
        version,
        body: { resendUncertain: !resendUncertain },
        strange: { body: { resendUncertain } },
      };
    },
    'PATCH /agendas/{id}': async () => {
      const { id, version, state } = await agenda(1);
      const next = state === 'held' ? 'composed' : 'held';
      return { who: officer, path: `/agendas/${id}`, version, body: { state: next }, strange: { body: { state } } };
    },
    'PUT /agendas/{id}/present-item': async () => {
      const [one, other] = [await addItem(), await addItem()];
      const { id, version } = await agenda(0);
      const path = `/agendas/${id}/present-item`;
      return { who: officer, path, version, body: { itemId: one.id }, strange: { body: { itemId: other.id } } };
    },
    'POST /agendas/{id}/minutes': async () => {
      // They are sent once a meeting: as if they had not been yet.
      await api.database.write(async () => {
        await api.database.run(`DELETE FROM delivery WHERE kind = 'minutes'`);
        await api.database.run(`UPDATE agenda SET minutes_at = NULL, state = 'held' WHERE id = ?`, [
          bin(agendas[1] ?? ''),
        ]);
      });
      const { id, version } = await agenda(1);
      return { who: officer, path: `/agendas/${id}/minutes`, version, strange: { version: version + 1 } };
    },
    'POST /agendas/{id}/items': async () => ({
      who: officer,
      path: `/agendas/${agendas[0]}/items`,
      body: { title: 'One' },
      strange: { body: { title: 'Other' } },
    }),
    'PATCH /agenda-items/{id}': async () => {
      const { id, version } = await addItem();
      const decided = (decision: string) => ({ state: 'decided', decision });
      return {
        who: officer,
        path: `/agenda-items/${id}`,
        version,
        body: decided('a'),
        strange: { body: decided('b') },
      };
    },
    'POST /agendas/{id}/actions': async () => ({
      who: officer,
      path: `/agendas/${agendas[0]}/actions`,
      body: { ...action, agendaItemId: (await addItem()).id },
      strange: { body: action },
    }),
    'PATCH /actions/{id}': async () => {
      const { id, version } = (await officer.post(`/agendas/${agendas[0]}/actions`, action)).body;
      return {
        who: rep,
        path: `/actions/${id}`,
        version,
        body: { state: 'done' },
        strange: { body: { state: 'dropped' } },
      };
    },
    'POST /imports/crm-sales': async () => ({
      who: admin,
      path: '/imports/crm-sales',
      body: upload('false'),
      strange: { body: upload('true') },
    }),
    'POST /imports/opportunity-lists': async () => ({
      who: admin,
      path: '/imports/opportunity-lists',
      body: aList({ mapping: aListMapping }),
      strange: { body: aList({ mapping: aListMapping, dryRun: 'true' }) },
    }),
    'POST /imports/{id}/pause': async () => ({
      who: admin,
      path: `/imports/${await waiting()}/pause`,
      strange: { body: { strange: true } },
    }),
    'POST /imports/{id}/resume': async () => ({
      who: admin,
      path: `/imports/${await waiting()}/resume`,
      strange: { body: { strange: true } },
    }),
    'POST /imports/{id}/undo': async () => ({
      who: admin,
      path: `/imports/${await ended()}/undo`,
      strange: { body: { strange: true } },
    }),
  };
}

/** Places to be told at; there is room for some dozens. */
function endpointsOf(admin: SignedInClient) {
  const makeRoom = async () => {
    const { items } = (await admin.get('/webhook-endpoints')).body as { items: WebhookEndpointWire[] };
    for (const { id, version } of items.slice(20)) await admin.delete(`/webhook-endpoints/${id}`, { version });
  };
  const asked = async (act: string, rest: Pick<Asked, 'body' | 'strange'>): Promise<Asked> => {
    await makeRoom();
    const added = await admin.post('/webhook-endpoints', { url: 'https://two.example.com', events: ['*'] });
    return { who: admin, path: `/webhook-endpoints/${added.body.id}${act}`, version: 1, ...rest };
  };
  return { makeRoom, asked };
}

/** The message id of a letter that somebody got. */
async function aSentLetter(
  api: RunningApi,
  { person: { id: personId, name, email } }: SignedInClient,
): Promise<string> {
  const letter = { kind: 'agenda', subjectId: newId(), personId, name, address: email, locale: 'en' } as const;
  await api.act(() => api.database.write(() => api.app.get(DeliveriesService, { strict: false }).request(letter)));
  await api.database.write(() => api.database.run('UPDATE delivery SET attempts = 1 WHERE attempts = 0'));
  const [newest] = await api.database.query<{ messageId: string }>(
    'SELECT message_id AS messageId FROM delivery ORDER BY id DESC LIMIT 1',
  );
  return newest?.messageId ?? '';
}

const aDayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const letterOf = (count: number): string => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(count % 26);

/** One to add to and one to close and open again. */
async function twoAgendas(api: RunningApi, officer: SignedInClient): Promise<readonly string[]> {
  for (const key of ['one', 'other'])
    await aSeries(api, { chair: officer.person }, { key, firstDate: date('2026-11-23') });
  const planner = api.app.get(AgendaPlanner, { strict: false });
  return api.act(() => planner.planDue());
}

function upload(dryRun: string): FormData {
  const form = new FormData();
  form.append('dryRun', dryRun);
  for (const name of ['accounts', 'products', 'sales_teams', 'sales_pipeline'])
    form.append(
      'files',
      new Blob([readFileSync(new URL(`../fixtures/crm-sales/${name}.csv`, import.meta.url))]),
      `${name}.csv`,
    );
  return form;
}
