import type { AgendaItemWire, AgendaWire, SeriesWire } from '@tandem/contracts';
import { AgendaPlanner } from '@tandem/meetings';
import { aSeries } from '../builders/a-series';
import { forgetWork } from '../support/forget-work';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let officer: SignedInClient;
let chair: SignedInClient;
let member: SignedInClient;
let stranger: SignedInClient;
let agendaId: string;
const nobody = '01a20a80-d50a-70c1-83f9-15e543dadcc5';

beforeAll(async () => {
  api = await startApi();
  officer = await api.as('revenue_officer', { name: 'Olga' });
  chair = await api.as('manager', { name: 'Ann' });
  member = await api.as('marketer', { name: 'Bob' });
  stranger = await api.as('rep', { name: 'Eve' });
});
beforeEach(async () => {
  await forgetWork();
  const { key } = await aSeries(api, { chair: chair.person, members: [member.person] });
  api.clock.set('2026-03-01T10:00:00Z');
  agendaId = await api.act(() => api.app.get(AgendaPlanner, { strict: false }).composeFor(key, '2026-W10'));
  await chair.post(`/agendas/${agendaId}/items`, { title: 'Fair in May' });
});
afterAll(() => api.stop());

const agenda = async (client = chair) => (await client.get(`/agendas/${agendaId}`)).body as AgendaWire;
async function added(): Promise<AgendaItemWire> {
  const found = (await agenda()).items.find(({ kind }) => kind === 'note');
  if (!found) throw new Error('the note is gone');
  return found;
}

test('everybody signed in reads the meetings and their agendas, each in their own language', async () => {
  const [series] = (await stranger.get('/meetings/series')).body.items as [SeriesWire];
  expect(series).toMatchObject({
    name: { en: 'Joint meeting', zhTW: '業務行銷週會' },
    weekday: 1,
    startsAt: '09:30',
    active: true,
  });
  expect(series.members.map(({ name }) => name.en)).toEqual(['Ann', 'Bob']);
  const [listed] = (await stranger.get('/agendas?isoWeek=2026-W10')).body.items;
  expect(listed).toMatchObject({ id: agendaId, isoWeek: '2026-W10', meetingDate: '2026-03-02', state: 'composed' });
  expect((await stranger.get(`/agendas?seriesKey=${series.key}x`)).body.items).toEqual([]);
  const english = await agenda(stranger);
  expect(english.mayRun).toBe(false);
  expect(english.items.map((item) => item.title)).toContain('Quota attainment 2026-Q1: n/a');
  const chinese = (await stranger.get(`/agendas/${agendaId}`, { headers: { 'accept-language': 'zh-TW' } }))
    .body as AgendaWire;
  expect(chinese.items.map((item) => item.title)).toContain('業績達成率 2026-Q1：無資料');
  expect((await api.anonymous.get('/agendas')).status).toBe(401);
});

test('the chair decides whether letters that may have arrived are sent again; nobody overwrites them unseen', async () => {
  const series = async () => (await chair.get('/meetings/series')).body.items[0] as SeriesWire;
  const { id, version, resendUncertain } = await series();
  const change = (client: SignedInClient, seen: number, body: object = { resendUncertain: false }) =>
    client.patch(`/meetings/series/${id}`, body, { version: seen });
  expect(resendUncertain).toBe(true);
  expect((await change(member, version)).body).toMatchObject({ status: 403, code: 'agenda.not_chair' });
  expect((await change(chair, version, { resendUncertain: 'no' })).body.status).toBe(400);
  expect((await change(chair, version)).body).toMatchObject({ resendUncertain: false, version: version + 1 });
  expect((await change(officer, version, { resendUncertain: true })).body).toMatchObject({
    status: 412,
    code: 'series.changed',
    current: { version: version + 1, resendUncertain: false },
  });
  expect((await change(officer, version + 1)).body).toMatchObject({ version: version + 1 });
  expect((await change(officer, version + 1, { resendUncertain: true })).status).toBe(200);
  const told = await api.database.query(`SELECT id FROM audit_line WHERE action = 'series.changed'`);
  expect(told).toHaveLength(2);
  expect((await chair.patch(`/meetings/series/${nobody}`, { resendUncertain: true }, { version: 1 })).body.code).toBe(
    'series.missing',
  );
});

test('an item closes only with a decision, and only by the chair or the revenue officer', async () => {
  const { id, version } = await added();
  const settle = (client: SignedInClient, body: object) => client.patch(`/agenda-items/${id}`, body, { version });
  expect((await settle(member, { state: 'decided', decision: 'Go' })).body).toMatchObject({
    status: 403,
    code: 'agenda.not_chair',
  });
  expect((await settle(chair, { state: 'decided' })).body).toMatchObject({
    status: 409,
    code: 'agenda_item.decision_missing',
  });
  expect((await settle(chair, { state: 'dropped', decision: ' ' })).body).toMatchObject({
    status: 409,
    code: 'agenda_item.reason_missing',
  });
  const decided = await settle(officer, { state: 'decided', decision: 'We go' });
  expect(decided.body).toMatchObject({ state: 'decided', decision: 'We go', version: version + 1 });
  expect(decided.headers.get('etag')).toBe(`"v${version + 1}"`);
});

test('a stale version is refused with what it is now, and a missing one too', async () => {
  const { id, version } = await added();
  await chair.patch(`/agenda-items/${id}`, { state: 'decided', decision: 'We go' }, { version });
  const stale = await officer.patch(`/agenda-items/${id}`, { state: 'open' }, { version });
  expect(stale.body).toMatchObject({
    status: 412,
    code: 'agenda_item.changed',
    current: { state: 'decided', version: version + 1 },
  });
  expect((await officer.patch(`/agenda-items/${id}`, { state: 'open' })).status).toBe(428);
});

test('members put something on the agenda, strangers do not', async () => {
  const item = await member.post(`/agendas/${agendaId}/items`, { title: 'Price list', why: 'Three customers asked' });
  expect(item.status).toBe(201);
  expect(item.body).toMatchObject({
    section: 'new',
    title: 'Price list',
    why: 'Three customers asked',
    state: 'open',
    carried: 0,
  });
  expect(item.body.addedBy.name.en).toBe('Bob');
  const refused = await stranger.post(`/agendas/${agendaId}/items`, { title: 'Me too' });
  expect(refused.body).toMatchObject({ status: 403, code: 'agenda.not_member' });
  const blank = await member.post(`/agendas/${agendaId}/items`, { title: '  ' });
  expect(blank.body).toMatchObject({ status: 400 });
});

test('two members who add at the same moment both stand on the agenda', async () => {
  const add = (title: string) => member.post(`/agendas/${agendaId}/items`, { title });
  const answers = await Promise.all(['One', 'Two', 'Three', 'Four'].map(add));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  const positions = (await agenda()).items.map(({ position }) => position);
  expect(new Set(positions).size).toBe(positions.length);
});

test('only the chair closes the meeting; what is closed stays as it is until it is opened again', async () => {
  const { version } = await agenda();
  const close = (client: SignedInClient, seen: number, state = 'held') =>
    client.patch(`/agendas/${agendaId}`, { state }, { version: seen });
  expect((await close(member, version)).body).toMatchObject({ status: 403, code: 'agenda.not_chair' });
  const held = await close(chair, version);
  expect(held.body).toMatchObject({ state: 'held', version: version + 1, mayRun: true });
  const item = await added();
  const late = await chair.patch(
    `/agenda-items/${item.id}`,
    { state: 'decided', decision: 'x' },
    { version: item.version },
  );
  expect(late.body).toMatchObject({ status: 409, code: 'agenda.held' });
  expect((await member.post(`/agendas/${agendaId}/items`, { title: 'Late' })).body).toMatchObject({
    status: 409,
    code: 'agenda.held',
  });
  expect((await close(officer, version)).status).toBe(412);
  expect((await close(officer, version + 1, 'composed')).body).toMatchObject({ state: 'composed' });
});

test('an agenda, item or week that does not exist is said to be missing', async () => {
  expect((await chair.get(`/agendas/${nobody}`)).body).toMatchObject({ status: 404, code: 'agenda.missing' });
  expect((await chair.patch(`/agenda-items/${nobody}`, { state: 'open' }, { version: 1 })).body).toMatchObject({
    status: 404,
    code: 'agenda_item.missing',
  });
  expect((await chair.patch(`/actions/${nobody}`, { state: 'done' }, { version: 1 })).body).toMatchObject({
    status: 404,
    code: 'action.missing',
  });
  expect((await chair.get('/agendas/nonsense')).status).toBe(400);
});

describe('while the meeting is held', () => {
  const turn = (to: AgendaItemWire, { version }: AgendaWire, client = chair) =>
    client.put(`/agendas/${agendaId}/present-item`, { itemId: to.id }, { version });

  test('the chair turns to an item, and everybody sees it with the same clocks', async () => {
    const before = await agenda(stranger);
    expect([before.progress, before.readAt]).toEqual([null, '2026-03-01T10:00:00.000Z']);
    const begun = (await turn(await added(), before)).body as AgendaWire;
    const since = '2026-03-01T10:00:00.000Z';
    expect(begun.progress).toEqual({ startedAt: since, itemId: (await added()).id, sectionSince: since });
    api.clock.set('2026-03-01T10:05:00Z');
    const other = begun.items.find(({ section }) => section !== 'new')!;
    const turned = (await turn(other, begun, officer)).body as AgendaWire;
    const progress = { startedAt: since, itemId: other.id, sectionSince: '2026-03-01T10:05:00.000Z' };
    expect([turned.progress, turned.version]).toEqual([progress, begun.version + 1]);
    expect(await agenda(stranger)).toMatchObject({ progress, readAt: '2026-03-01T10:05:00.000Z' });
  });

  test('nobody else turns, nor to an item of another agenda, nor unseen, nor when it is over', async () => {
    const present = await agenda();
    expect((await turn(await added(), present, member)).body).toMatchObject({ status: 403, code: 'agenda.not_chair' });
    const foreign = { ...(await added()), id: nobody };
    expect((await turn(foreign, present)).body).toMatchObject({
      status: 400,
      code: 'action.item_of_other_agenda',
      errors: [{ pointer: '/itemId' }],
    });
    expect((await turn(await added(), { ...present, version: 9 })).body).toMatchObject({ status: 412 });
    await chair.patch(`/agendas/${agendaId}`, { state: 'held' }, { version: present.version });
    expect((await turn(await added(), await agenda())).body).toMatchObject({ status: 409, code: 'agenda.held' });
  });
});
