// One process in one time zone: writes a history through HTTP and the worker's own jobs into a database of its own.
// Chance and time follow a seed, so whatever differs between two zones is the product's doing.
import './seeded.mjs';
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const product = (name) => import(new URL(`../../dist/${name}.js`, import.meta.url).href);
const { buildApi } = await product('apps/api/src/api');
const { WorkerModule } = await product('apps/worker/src/worker.module');
const { readConfig } = await product('libs/config/src/index');
const { bin, Database, migrate } = await product('libs/database/src/index');
const { CampaignsService } = await product('libs/campaigns/src/index');
const { FunnelService } = await product('libs/funnel/src/index');
const { WorkDesk } = await product('libs/jobs/src/index');
const { actingAs, Clock, newId, systemActor } = await product('libs/kernel/src/index');
const { SeriesService } = await product('libs/meetings/src/index');
const { InvitationsService, PeopleService, SetupService } = await product('libs/people/src/index');
const { SpendService } = await product('libs/spend/src/index');
const { NestFactory } = await import('@nestjs/core');

class SetClock extends Clock {
  moment = new Date(0);
  now() {
    return new Date(this.moment);
  }
}

const { DATABASE_URL, DATABASE_OWNER_URL, REDIS_URL, LOCAL_MOMENTS } = process.env;
const clock = new SetClock();
/** With LOCAL_MOMENTS a moment is read as the wall clock of this process, which is the very mistake to be found. */
const at = (moment) => (clock.moment = new Date(LOCAL_MOMENTS ? moment.replace('Z', '') : moment));

at('2026-02-27T15:59:59.999Z');
await migrate(DATABASE_OWNER_URL, { application: DATABASE_URL });
const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'error', DATABASE_URL, REDIS_URL, QUEUE_PREFIX: 'zones' });
const api = await buildApi(config, clock);
await api.listen(0, '127.0.0.1');
const worker = await NestFactory.createApplicationContext(WorkerModule.with(config, clock), { logger: ['error'] });
const address = `${(await api.getUrl()).replace('[::1]', '127.0.0.1')}/api/v1`;
const database = api.get(Database);
const act = (work) => actingAs(systemActor('test'), work);
const jobs = async (...names) => {
  for (const name of names) await worker.get(WorkDesk, { strict: false }).run(name, {});
};

const password = 'a password for tests';
const people = {};

/** One request after the other, as one person; the key is the number of the request. */
let requests = 0;
async function ask(who, method, path, body, version) {
  const isForm = body instanceof FormData;
  const answer = await fetch(`${address}${path}`, {
    method,
    headers: {
      ...(people[who] ? { cookie: people[who].cookie } : {}),
      ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
      ...(method === 'GET' ? {} : { 'idempotency-key': `request ${++requests}` }),
      ...(version ? { 'if-match': `"v${version}"` } : {}),
    },
    body: isForm ? body : body && JSON.stringify(body),
  });
  const text = await answer.text();
  // Reads are turned away for a moment while the machine has too much to do.
  if (answer.status === 503 && method === 'GET') return pause(500).then(() => ask(who, method, path));
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return { ...(text ? JSON.parse(text) : {}), cookie: answer.headers.getSetCookie()[0]?.split(';')[0] };
}

async function signIn(who) {
  const { cookie } = await ask(null, 'POST', '/session', { email: `${who}@example.test`, password });
  people[who] = { ...people[who], cookie };
}

await act(() =>
  api.get(SetupService).ensureOrganisation({
    name: 'Zones',
    reportingCurrency: 'TWD',
    zone: 'Asia/Taipei',
    fiscalYearStart: 4,
    weekStart: 1,
    holds: 'real',
  }),
);
await act(() => api.get(FunnelService).ensureDefaultFunnel());
const teams = { marketing: newId(), sales: newId() };
const calendar = newId();
await database.write(async () => {
  await database.run(
    `INSERT INTO working_calendar (id, name, zone, opens, closes, weekdays) VALUES (?, 'East', 'America/New_York', '00:30', '23:45', 127)`,
    [bin(calendar)],
  );
  await database.run('INSERT INTO working_holiday (calendar_id, holiday) VALUES (?, ?)', [bin(calendar), '2026-03-09']);
  for (const [side, id] of Object.entries(teams))
    await database.run('INSERT INTO team (id, name, side, calendar_id) VALUES (?, ?, ?, ?)', [
      bin(id),
      side,
      side,
      bin(calendar),
    ]);
  await database.run('INSERT INTO exchange_rate (from_currency, to_currency, rate_date, rate) VALUES (?, ?, ?, ?)', [
    'USD',
    'TWD',
    '2026-01-01',
    '31.5',
  ]);
});
for (const [who, role, side] of [
  ['administrator', 'administrator', 'other'],
  ['marketer', 'marketer', 'marketing'],
  ['rep', 'rep', 'sales'],
  ['revenue_officer', 'revenue_officer', 'other'],
  ['head-of-marketing', 'manager', 'marketing'],
  ['head-of-sales', 'manager', 'sales'],
]) {
  const person = { name: who, email: `${who}@example.test`, password, role, side, locale: 'zh-TW' };
  const id = await act(() => api.get(PeopleService).createPerson({ ...person, teamId: teams[side] ?? null }));
  people[who] = { id };
  await signIn(who);
}
// The wall of one shows an hour twice, the wall of the other leaves one out, and the third is 45 minutes off.
for (const [key, zone, startsAt] of [
  ['new-york', 'America/New_York', '01:30'],
  ['london', 'Europe/London', '01:30'],
  ['kathmandu', 'Asia/Kathmandu', '00:15'],
]) {
  const series = { key, name: key, zone, weekday: 7, startsAt, minutes: 30, firstDate: '2026-03-01' };
  const members = { chairId: people.revenue_officer.id, memberIds: [people.rep.id] };
  await act(() =>
    api.get(SeriesService, { strict: false }).ensureSeries({ ...series, ...members, agendaLeadMinutes: 90 }),
  );
}

const sourceId = await act(() =>
  api.get(CampaignsService, { strict: false }).ensureSource({ key: 'fair', name: 'Fair' }),
);
const fair = { sourceId, name: 'Fair 2026', startsOn: '2026-03-01', endsOn: '2026-11-01' };
await act(() => api.get(CampaignsService, { strict: false }).ensureCampaign(fair));

const { stages } = await ask('administrator', 'GET', '/funnel');
const stage = Object.fromEntries(stages.map(({ key, id }) => [key, id]));
const usd = (amountMinor) => ({ amountMinor, currency: 'USD' });
const open = (who, name, key, more = {}) => ask(who, 'POST', '/opportunities', { name, stageId: stage[key], ...more });
const move = (who, { id, version }, key, more = {}) =>
  ask(who, 'POST', `/opportunities/${id}/moves`, { toStageId: stage[key], ...more }, version);

// Midnights here and there, and both sides of every change of the clocks in the four zones the process may stand in.
const moments = [
  '2026-02-28T18:15:00.001Z',
  '2026-03-01T05:30:00.000Z',
  '2026-03-08T07:00:00.000Z',
  '2026-03-29T01:00:00.000Z',
  '2026-10-25T00:30:00.000Z',
  '2026-10-25T01:30:00.000Z',
  '2026-11-01T05:30:00.000Z',
  '2026-11-01T06:30:00.000Z',
  '2026-12-31T15:59:59.999Z',
];

const note = 'because';
/** Something that was true hours ago, dated anew, taken back, credited, adjusted. */
async function corrected(number) {
  const hoursAgo = (hours) => new Date(clock.now().getTime() - hours * 3_600_000).toISOString();
  const about = (act, { id, version }, body) =>
    ask('revenue_officer', 'POST', `/opportunities/${id}/${act}`, { ...body, note }, version);
  let one = await open('rep', `Corrected ${number}`, 'prospect', {
    amount: usd('1000001'),
    accountName: `Customer ${number}`,
  });
  one = await about('corrections', one, { kind: 'redate', correctsSeq: 1, at: hoursAgo(30) });
  one = await move('rep', one, 'propose', { at: hoursAgo(25) });
  one = await move('rep', one, 'implement', { at: hoursAgo(24) });
  one = await about('credits', one, { amount: usd('1') });
  one = await about('adjustments', one, { amount: usd('-5'), adjustsDate: '2025-12-31' });
  one = await about('corrections', one, { kind: 'withdraw', correctsSeq: 4 });
  return move('rep', one, 'implement', { closeDate: clock.now().toISOString().slice(0, 10) });
}

/** What a day brings: something won, lost and reopened, something handed over, an agenda, letters, an import. */
async function day(number) {
  const won = await open('rep', `Won ${number}`, 'propose', { amount: usd('123456'), closeDate: '2026-12-31' });
  const closed = await move('rep', won, 'implement');
  if (number % 2)
    await ask(
      'rep',
      'POST',
      `/opportunities/${won.id}/reopening`,
      { toStageId: stage.negotiate, note: '再' },
      closed.version,
    );
  const lost = await open('rep', `Lost ${number}`, 'prospect', { nextStep: 'call', nextStepDate: '2026-03-08' });
  await ask('rep', 'POST', `/opportunities/${lost.id}/loss`, { reason: 'price' }, lost.version);
  const warm = await open('marketer', `Warm ${number}`, 'qualify');
  const offer = await ask('marketer', 'POST', `/opportunities/${warm.id}/hand-offs`, { toTeamId: teams.sales }, 1);
  if (number % 2) await corrected(number);
  const cost = { date: moments[number].slice(0, 10), side: 'sales', category: 'people' };
  await act(() =>
    api.get(SpendService, { strict: false }).record({ ...cost, amount: { amountMinor: 99n, currency: 'USD' } }),
  );
  if (number % 3) await ask('rep', 'POST', `/hand-offs/${offer.id}/acceptance`, {}, offer.version);
  await jobs('wake-planner', 'relay-outbox', 'take-over-letters', 'sweep-deliveries', 'expire-hand-offs');
  const { items } = await ask('revenue_officer', 'GET', '/agendas');
  for (const { id, meetingDate } of items.slice(0, 1)) {
    const { version } = await ask('revenue_officer', 'GET', `/agendas/${id}`);
    const item = await ask('revenue_officer', 'POST', `/agendas/${id}/items`, { title: `Item ${number}` });
    const promise = { title: 'Do it', ownerId: people.rep.id, dueDate: meetingDate, agendaItemId: item.id };
    const action = await ask('revenue_officer', 'POST', `/agendas/${id}/actions`, promise);
    if (number % 2) await ask('rep', 'PATCH', `/actions/${action.id}`, { state: 'done' }, action.version);
    const later = await ask('revenue_officer', 'POST', `/agendas/${id}/items`, { title: `Later ${number}` });
    await ask('revenue_officer', 'PATCH', `/agenda-items/${later.id}`, { state: 'parked' }, later.version);
    await ask('revenue_officer', 'PUT', `/agendas/${id}/present-item`, { itemId: item.id }, version);
    await ask('revenue_officer', 'PATCH', `/agendas/${id}`, { state: 'held' }, version + 1);
    await ask('revenue_officer', 'PATCH', `/agendas/${id}`, { state: 'composed' }, version + 2);
  }
}

await ask('revenue_officer', 'POST', '/period-locks', { lockedBefore: '2026-01-01', note });
for (const [number, moment] of moments.entries()) {
  at(moment);
  // Sessions would have grown idle since the moment before.
  await database.write(() =>
    database.run('UPDATE session SET last_seen_at = ?, expires_at = ?', [
      clock.now(),
      new Date(clock.now().getTime() + 86_400_000),
    ]),
  );
  await day(number);
}

const [newest] = (await ask('revenue_officer', 'GET', '/agendas')).items;
const meeting = await ask('revenue_officer', 'GET', `/agendas/${newest.id}`);
await ask('revenue_officer', 'POST', `/agendas/${newest.id}/minutes`, undefined, meeting.version);
await ask('rep', 'POST', '/saved-views', { page: 'board', name: 'Mine', filter: { ownerId: 'me' } });
await ask('rep', 'POST', '/feedback', { score: 4 });
await ask('rep', 'PATCH', '/session/preferences', { isToured: true });
const invited = { name: 'Bo', email: 'bo@example.test', side: 'sales', role: 'rep', token: 'a'.repeat(43) };
await act(() => api.get(InvitationsService, { strict: false }).invite(invited));

await ask('revenue_officer', 'PUT', '/exchange-rates/USD/2026-03-01', { rate: '32.0000000001' });
await ask('revenue_officer', 'POST', '/currency-restatements', {
  from: 'USD',
  since: '2026-01-01',
  until: '2027-01-01',
  reason: note,
});
const { items: customers } = await ask('revenue_officer', 'GET', '/accounts');
const [merged, into] = customers;
await ask('revenue_officer', 'POST', `/accounts/${merged.id}/merge`, { intoAccountId: into.id, note }, merged.version);
const [letter] = await database.query(
  'SELECT message_id AS messageId FROM delivery WHERE attempts > 0 ORDER BY id LIMIT 1',
);
const returned = [
  'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
  '',
  '--b',
  'Content-Type: message/delivery-status',
  '',
  'Action: failed',
  'Status: 5.1.1',
  '',
  '--b',
  'Content-Type: text/rfc822-headers',
  '',
  `Message-ID: ${letter.messageId}`,
  '',
  '--b--',
  '',
];
await ask('administrator', 'POST', '/bounces', { message: returned.join('\r\n') });
await ask('administrator', 'POST', '/verifications');

const form = new FormData();
for (const name of ['accounts.csv', 'products.csv', 'sales_teams.csv', 'sales_pipeline.csv'])
  form.append('files', new Blob([readFileSync(new URL(`../fixtures/crm-sales/${name}`, import.meta.url))]), name);
await ask('administrator', 'POST', '/imports/crm-sales', form);
await jobs('take-imports', 'relay-outbox', 'verify-records');
const target = await ask('revenue_officer', 'PUT', '/targets/win_rate/2026-Q4', {
  value: { unit: 'ratio', ratio: '0.25' },
});
await ask('revenue_officer', 'POST', '/quotas', {
  periodKey: '2026-Q4',
  teamId: teams.sales,
  amount: { amountMinor: '1', currency: 'TWD' },
});

await ask('head-of-marketing', 'POST', `/targets/${target.id}/signature`, undefined, target.version);
await ask('head-of-sales', 'POST', `/targets/${target.id}/signature`, undefined, target.version + 1);
await ask('revenue_officer', 'POST', '/touches', { accountId: into.id, sourceId, side: 'sales', kind: 'call' });
await ask('revenue_officer', 'POST', '/metrics/choices', { purpose: 'deal_size', definition: 'median', reason: note });
await ask(null, 'POST', '/session', { email: 'nobody@example.test', password }).catch(() => undefined);
await jobs('snapshot-forecasts');
// Last of all, so that nothing waits in the tail: that is told the moment of the server's own clock.
for (let looks = 0; looks < 2; looks++) await jobs('fold-figures');

await worker.close();
await api.close();
process.exit(0);
