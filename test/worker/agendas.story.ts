import type { AgendaSummaryWire, AgendaWire, DeliveryMailWire, DeliveryWire } from '@tandem/contracts';
import { bin, fromJson } from '@tandem/database';
import { date } from '@tandem/kernel';
import { AgendaPlanner } from '@tandem/meetings';
import { aSeries } from '../builders/a-series';
import { anOpportunity } from '../builders/an-opportunity';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';
import { forgetWork } from '../support/forget-work';
import { noRedis, startWorker, type TestWorker } from '../support/start-worker';

let api: RunningApi;
let worker: TestWorker;
let chair: SignedInClient;

beforeAll(async () => {
  api = await startApi();
  worker = await startWorker(api.clock, noRedis);
});
beforeEach(async () => {
  await forgetWork();
  api.clock.set('2026-11-23T09:00:00Z'); // a session of then does not grow idle in the weeks told of
  chair = await api.as('revenue_officer', { name: 'Ann' });
});
afterAll(async () => {
  await worker.stop();
  await api.stop();
});

const agendas = async () => (await chair.get('/agendas')).body.items as [AgendaSummaryWire, ...AgendaSummaryWire[]];
const agenda = async () => (await chair.get(`/agendas/${(await agendas())[0].id}`)).body as AgendaWire;
const mails = async () => (await chair.get('/deliveries')).body.items as [DeliveryWire, ...DeliveryWire[]];
const mailTo = async (name: string) => {
  const found = (await mails()).find((mail) => mail.to.name === name);
  return (await chair.get(`/deliveries/${found?.id}`)).body as DeliveryMailWire;
};
const titles = async (section: string) =>
  (await agenda()).items.filter((item) => item.section === section).map((item) => item.title);

test('a worker that starts an hour after the due moment writes one agenda and one mail each, in each one’s language', async () => {
  const wang = await api.as('marketer', { locale: 'zh-TW', name: 'Wang' });
  await aSeries(api, { chair: chair.person, members: [wang.person] });
  api.clock.set('2026-03-01T10:30:00Z'); // due was 09:30
  await worker.catchUp();
  expect(await agendas()).toHaveLength(1);
  expect((await agendas())[0]).toMatchObject({
    isoWeek: '2026-W10',
    startsAt: '2026-03-02T09:30:00.000Z',
    state: 'composed',
  });
  expect((await mails()).map(({ state, providerResponse }) => `${state} ${providerResponse}`)).toEqual([
    'sent outbox',
    'sent outbox',
  ]);
  const [english, chinese] = [await mailTo('Ann'), await mailTo('Wang')];
  expect(english.subject).toBe('Joint meeting, 2 Mar 2026: nothing to decide this week');
  expect(chinese.subject).toBe('業務行銷週會 2026年3月2日：本週無待決議事項');
  expect(english.text).toContain('Monday, 2 Mar 2026, 09:30 to 10:00 (UTC)');
  expect(chinese.html).toContain('lang="zh-TW"');
  expect(english.calendar).toMatch(/METHOD:REQUEST[\s\S]*DTSTART:20260302T093000Z/);
  expect(english.text).toContain(`https://tandem.example/meetings/${(await agendas())[0].id}`);
});

test('twenty planners at the same moment write one agenda', async () => {
  const members = await Promise.all([1, 2, 3].map(() => api.as('rep')));
  await aSeries(api, { chair: chair.person, members: members.map(({ person }) => person) });
  api.clock.set('2026-03-01T10:00:00Z');
  const planner = worker.app.get(AgendaPlanner, { strict: false });
  const written = await Promise.all(Array.from({ length: 20 }, () => worker.act(() => planner.planDue())));
  expect(written.flat()).toHaveLength(1);
  expect(await agendas()).toHaveLength(1);
  expect(await mails()).toHaveLength(4);
});

test('every job may run twice and does nothing the second time', async () => {
  await aSeries(api, { chair: chair.person });
  api.clock.set('2026-03-01T10:00:00Z');
  for (let round = 0; round < 3; round++) await worker.catchUp();
  const [mail] = await mails();
  await worker.run('send-delivery', { id: mail.id });
  expect(await agendas()).toHaveLength(1);
  expect(await mails()).toEqual([mail]);
  expect(mail).toMatchObject({ state: 'sent', attempts: 1 });
});

test('a meeting missed last week gets its agenda for the record, and only this week’s is mailed', async () => {
  await aSeries(api, { chair: chair.person }, { firstDate: date('2026-01-05') });
  api.clock.set('2026-03-02T12:00:00Z');
  await worker.catchUp();
  expect((await agendas()).map(({ isoWeek }) => isoWeek)).toEqual(['2026-W10', '2026-W09']);
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail.subjectId).toBe((await agendas())[0].id);
});

test('a series keeps its time on the wall of its own zone when the clocks change', async () => {
  await aSeries(
    api,
    { chair: chair.person },
    { zone: 'America/New_York', agendaLeadMinutes: 60, firstDate: date('2026-03-02') },
  );
  for (const monday of ['2026-03-02T14:00:00Z', '2026-03-09T12:00:00Z', '2026-03-09T12:31:00Z']) {
    api.clock.set(monday);
    await worker.catchUp();
  }
  const starts = (await agendas()).map(({ startsAt }) => startsAt);
  expect(starts.slice(0, 2)).toEqual(['2026-03-09T13:30:00.000Z', '2026-03-02T14:30:00.000Z']);
});

test('a member without a mail address is left out and named in the audit trail', async () => {
  const silent = await api.as('rep', { name: 'Silent' });
  await aSeries(api, { chair: chair.person, members: [silent.person] });
  await api.database.write(() =>
    api.database.run('UPDATE person SET email = NULL WHERE id = ?', [bin(silent.person.id)]),
  );
  api.clock.set('2026-03-01T10:00:00Z');
  await worker.catchUp();
  expect((await mails()).map(({ to }) => to.name)).toEqual(['Ann']);
  const [line] = await api.database.query<{ after: unknown }>(
    `SELECT after_state AS after FROM audit_line WHERE action = 'agenda.composed'`,
  );
  expect(fromJson(line?.after)).toMatchObject({ mails: 1, withoutAddress: ['Silent'] });
});

test('the agenda lists every open problem and says why it is there', async () => {
  const rep = await api.as('rep', { name: 'Rep' });
  await aSeries(api, { chair: chair.person, members: [rep.person] });
  api.clock.set('2026-01-10T09:00:00Z');
  const amount = { amountMinor: '250000', currency: 'USD' };
  await anOpportunity(rep, {
    name: 'Old',
    stage: 'propose',
    amount,
    closeDate: '2026-02-10',
    nextStep: 'Call',
    nextStepDate: '2026-12-01',
  });
  api.clock.set('2026-03-01T10:00:00Z');
  await anOpportunity(rep, { name: 'Fresh', stage: 'prospect' });
  await worker.catchUp();
  expect(await titles('problems')).toEqual(['Slipped: Old, US$2,500', 'Stalled: Old, US$2,500', 'No next step: Fresh']);
  const [slipped] = (await agenda()).items.filter((item) => item.kind === 'slipped');
  expect(slipped?.why).toMatch(/^Still open 19 d after its close date 10 Feb 2026\. /);
  expect(slipped?.subject?.kind).toBe('opportunity');
  expect(await titles('major')).toEqual(['Old, US$2,500']);
  const mail = await mailTo('Rep');
  expect(mail.subject).toBe('Joint meeting, 2 Mar 2026: 3 points to decide, 9 items in all');
  // The page and the mail say the same of every item, in the same order.
  const { items } = await agenda();
  const said = items.flatMap(({ title, why }) => [title, why]);
  expect(mail.text?.split('\r\n').map((line) => line.replace(/^- |^ {2}/, ''))).toEqual(expect.arrayContaining(said));
  const places = items.map(({ title }) => mail.text?.indexOf(`- ${title}`) ?? -1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});

test('an item left open comes back with each meeting, and the third time it must be decided', async () => {
  await aSeries(api, { chair: chair.person });
  api.clock.set('2026-03-01T10:00:00Z');
  await worker.catchUp();
  await chair.post(`/agendas/${(await agendas())[0].id}/items`, { title: 'Fair in May' });
  for (const sunday of ['08', '15', '22']) {
    api.clock.set(`2026-03-${sunday}T10:00:00Z`);
    await worker.catchUp();
  }
  const [item] = (await agenda()).items.filter((one) => one.section === 'new');
  expect(item).toMatchObject({ title: 'Fair in May', carried: 3, state: 'open' });
  expect(item?.addedBy?.name.en).toBe('Ann');
  const [mail] = await mails();
  expect((await chair.get(`/deliveries/${mail.id}`)).body.text).toContain(
    'Carried over 3 times: do it, drop it or escalate.',
  );
});

test('minutes go once to both sides, each in their language, and what was parked comes back at the next meeting', async () => {
  const wang = await api.as('marketer', { locale: 'zh-TW', name: 'Wang' });
  await aSeries(api, { chair: chair.person, members: [wang.person] });
  api.clock.set('2026-03-01T10:00:00Z');
  await worker.catchUp();
  const { id } = await agenda();
  const item = async (title: string) => (await chair.post(`/agendas/${id}/items`, { title })).body;
  const settle = (one: { id: string; version: number }, change: object, client = chair) =>
    client.patch(`/agenda-items/${one.id}`, change, { version: one.version });
  const [fair, prices] = [await item('Fair in May'), await item('Price list')];
  const send = (client: SignedInClient, version: number) =>
    client.post(`/agendas/${id}/minutes`, undefined, { version });
  expect((await send(chair, 1)).body).toMatchObject({ status: 409, code: 'agenda.not_begun' });
  api.clock.set('2026-03-02T09:30:00Z');
  await chair.put(`/agendas/${id}/present-item`, { itemId: fair.id }, { version: 1 });
  expect((await settle(fair, { state: 'parked' }, wang)).body).toMatchObject({ status: 403, code: 'agenda.not_chair' });
  expect((await settle(fair, { state: 'parked' })).body).toMatchObject({ state: 'open', parked: true });
  await settle(prices, { state: 'decided', decision: 'Raise by 3 %' });
  const action = { title: 'Call Acme', ownerId: wang.person.id, dueDate: '2026-03-06' };
  await chair.post(`/agendas/${id}/actions`, action);
  expect((await send(wang, 2)).body).toMatchObject({ status: 403, code: 'agenda.not_chair' });
  expect((await send(chair, 1)).body).toMatchObject({ status: 412, code: 'agenda.changed' });
  const sent = (await send(chair, 2)).body as AgendaWire;
  expect(sent).toMatchObject({ state: 'held', version: 3, minutes: { sentAt: '2026-03-02T09:30:00.000Z' } });
  expect(sent.minutes?.deliveries.map(({ person }) => person.name.en)).toEqual(['Ann', 'Wang']);
  await worker.catchUp();
  const letters = async () => (await mails()).filter(({ kind }) => kind === 'minutes');
  expect((await letters()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  const [english, chinese] = [await mailTo('Ann'), await mailTo('Wang')];
  expect(english.subject).toBe('Minutes of Joint meeting, 2 Mar 2026: 1 action, 1 decision');
  expect(english.calendar).toBeNull();
  for (const said of ['Call Acme', 'Wang, due 6 Mar 2026.', 'Price list', 'Raise by 3 %', 'Fair in May']) {
    expect(english.text).toContain(said);
    expect(english.html).toContain(said);
  }
  expect(chinese.subject).toBe('業務行銷週會 2026年3月2日 會議紀錄：1 項待辦、1 項決議');
  expect(chinese.text).toContain('您有 1 項待辦');
  const again = (await send(chair, 3)).body as AgendaWire;
  expect([again.version, again.minutes?.sentAt]).toEqual([3, '2026-03-02T09:30:00.000Z']);
  await worker.catchUp();
  expect(await letters()).toHaveLength(2);
  api.clock.set('2026-03-08T10:00:00Z');
  await worker.catchUp();
  const next = (await agenda()).items.filter(({ section }) => section === 'new');
  expect(next).toMatchObject([{ title: 'Fair in May', carried: 1, parked: false }]);
});

test('an action is asked for at the next meeting, and told as done at the one after', async () => {
  await aSeries(api, { chair: chair.person });
  api.clock.set('2026-03-01T10:00:00Z');
  await worker.catchUp();
  const first = (await agendas())[0].id;
  const { body: action } = await chair.post(`/agendas/${first}/actions`, {
    title: 'Call Acme',
    ownerId: chair.person.id,
    dueDate: '2026-03-06',
  });
  api.clock.set('2026-03-08T10:00:00Z');
  await worker.catchUp();
  expect(await titles('actions')).toEqual(['Call Acme (Ann)']);
  expect((await mailTo('Ann')).text).toContain('You owe 1 action');
  api.clock.advance(3_600_000);
  await chair.patch(`/actions/${action.id}`, { state: 'done' }, { version: action.version });
  expect((await agenda()).items.find((item) => item.kind === 'action_due')).toMatchObject({ state: 'actioned' });
  api.clock.set('2026-03-15T10:00:00Z');
  await worker.catchUp();
  expect(await titles('actions')).toEqual(['Done: Call Acme (Ann)']);
});

test('the agenda of a long past week tells of that week, and nobody is mailed', async () => {
  const rep = await api.as('rep');
  const { key } = await aSeries(api, { chair: chair.person });
  api.clock.set('2026-01-10T09:00:00Z');
  const { id, version } = await anOpportunity(rep, {
    name: 'Then open',
    stage: 'propose',
    amount: { amountMinor: '100', currency: 'USD' },
    closeDate: '2026-02-01',
  });
  api.clock.set('2026-06-01T09:00:00Z');
  await rep.post(`/opportunities/${id}/loss`, { reason: 'price' }, { version });
  const planner = worker.app.get(AgendaPlanner, { strict: false });
  await worker.act(() => planner.composeFor(key, '2026-W10'));
  expect(await titles('problems')).toEqual(['Slipped: Then open, US$1', 'Stalled: Then open, US$1']);
  expect(await mails()).toEqual([]);
  await expect(worker.act(() => planner.composeFor(key, '2026-W40'))).rejects.toMatchObject({ code: 'agenda.not_due' });
  await expect(worker.act(() => planner.composeFor(key, '2026-W54'))).rejects.toMatchObject({
    code: 'agenda.no_such_week',
  });
});
