import type { ActionWire, AgendaWire, Page } from '@tandem/contracts';
import { AgendaPlanner } from '@tandem/meetings';
import { aSeries } from '../builders/a-series';
import { forgetWork } from '../support/forget-work';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let chair: SignedInClient;
let member: SignedInClient;
let other: SignedInClient;
let agendaId: string;

beforeAll(async () => {
  api = await startApi();
  chair = await api.as('manager', { name: 'Ann' });
  member = await api.as('marketer', { name: 'Bob' });
  other = await api.as('rep', { name: 'Eve' });
});
beforeEach(async () => {
  await forgetWork();
  const { key } = await aSeries(api, { chair: chair.person, members: [member.person, other.person] });
  api.clock.set('2026-03-01T10:00:00Z');
  agendaId = await api.act(() => api.app.get(AgendaPlanner, { strict: false }).composeFor(key, '2026-W10'));
});
afterAll(() => api.stop());

type ActionList = { readonly items: ActionWire[]; readonly page: Page };

const agree = (body: object = {}, client = chair) =>
  client.post(`/agendas/${agendaId}/actions`, {
    title: 'Call Acme',
    ownerId: member.person.id,
    dueDate: '2026-03-06',
    ...body,
  });
const tick = (client: SignedInClient, { id, version }: { id: string; version: number }, state = 'done') =>
  client.patch(`/actions/${id}`, { state }, { version });

test('the chair agrees an action, and the item behind it is closed by it', async () => {
  const { body: item } = await member.post(`/agendas/${agendaId}/items`, { title: 'Acme is stuck' });
  const agreed = await agree({ agendaItemId: item.id, figureKey: 'closings' });
  expect(agreed.status).toBe(201);
  expect(agreed.body).toMatchObject({
    title: 'Call Acme',
    state: 'open',
    figureKey: 'closings',
    overdue: false,
    version: 1,
  });
  expect(agreed.body.owner.name.en).toBe('Bob');
  const { items, actions } = (await chair.get(`/agendas/${agendaId}`)).body as AgendaWire;
  expect(items.find(({ id }) => id === item.id)).toMatchObject({ state: 'actioned' });
  expect(actions).toEqual([agreed.body]);
});

test.each([
  ['due after the next meeting', { dueDate: '2026-03-10' }, 409, 'action.due_after_next_meeting'],
  ['due before the meeting', { dueDate: '2026-03-01' }, 409, 'action.due_before_meeting'],
  ['of nobody', { ownerId: '01a20a80-d50a-70c1-83f9-15e543dadcc5' }, 400, 'action.owner_missing'],
  [
    'for an item of another agenda',
    { agendaItemId: '01a20a80-d50a-70c1-83f9-15e543dadcc5' },
    400,
    'action.item_of_other_agenda',
  ],
])('an action %s is refused', async (_, body, status, code) => {
  expect((await agree(body)).body).toMatchObject({ status, code });
  expect((await chair.get('/actions')).body.items).toEqual([]);
});

test('a member agrees nothing for others', async () => {
  expect((await agree({}, member)).body).toMatchObject({ status: 403, code: 'agenda.not_chair' });
});

test('members tick their own actions, and nobody else’s', async () => {
  const { body: action } = await agree();
  expect((await tick(other, action)).body).toMatchObject({ status: 403, code: 'action.not_owner' });
  const done = await tick(member, action);
  expect(done.body).toMatchObject({
    state: 'done',
    settledAt: '2026-03-01T10:00:00.000Z',
    maySettle: true,
    version: 2,
  });
  expect((await tick(chair, done.body, 'open')).body).toMatchObject({ state: 'open', settledAt: null, version: 3 });
});

test('an action ticked with a stale version is refused with what it is now', async () => {
  const { body: action } = await agree();
  await tick(member, action);
  const stale = await tick(chair, action, 'dropped');
  expect(stale.body).toMatchObject({ status: 412, code: 'action.changed', current: { state: 'done', version: 2 } });
  expect((await chair.patch(`/actions/${action.id}`, { state: 'done' })).status).toBe(428);
});

test('a tick sent twice with one key is one tick', async () => {
  const { body: action } = await agree();
  const send = () =>
    member.patch(`/actions/${action.id}`, { state: 'done' }, { version: action.version, key: 'tick-1' });
  const [one, other_] = [await send(), await send()];
  expect(other_.body).toEqual(one.body);
  const lines = await api.database.query(`SELECT id FROM audit_line WHERE action = 'action.done'`);
  expect(lines).toHaveLength(1);
});

test('my actions are listed by due date, a page at a time', async () => {
  for (const dueDate of ['2026-03-06', '2026-03-03', '2026-03-05']) await agree({ dueDate });
  await agree({ ownerId: other.person.id, dueDate: '2026-03-02' });
  const mine = async (query: string) => (await member.get(`/actions?mine=true&${query}`)).body as ActionList;
  const first = await mine('limit=2');
  expect(first.items.map(({ dueDate }) => dueDate)).toEqual(['2026-03-03', '2026-03-05']);
  const rest = await mine(`limit=2&cursor=${first.page.nextCursor}`);
  expect(rest).toMatchObject({ items: [{ dueDate: '2026-03-06' }], page: { hasMore: false } });
  api.clock.set('2026-03-04T10:00:00Z');
  expect((await mine('state=open')).items.map(({ overdue }) => overdue)).toEqual([true, false, false]);
});
