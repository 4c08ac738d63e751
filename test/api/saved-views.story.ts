import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SavedViewListWire, SavedViewWire } from '@tandem/contracts';
import { aTeam } from '../builders/a-team';
import { anAccount } from '../builders/an-account';
import { anOpportunity } from '../builders/an-opportunity';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const kept = async (who: SignedInClient, wishes: object = {}): Promise<SavedViewWire> => {
  const answer = await who.post('/saved-views', { page: 'board', name: 'Mine', filter: { ownerId: 'me' }, ...wishes });
  if (answer.status !== 201) throw new Error(`not kept: ${JSON.stringify(answer.body)}`);
  return answer.body as SavedViewWire;
};
const viewsOf = async (who: SignedInClient) => (await who.get('/saved-views')).body as SavedViewListWire;
const namesOf = async (who: SignedInClient) => (await viewsOf(who)).items.map(({ name }) => name);

const taken = [409, 'saved_view.name_taken'];
/** Of several that were asked at once, whichever came first. */
const told = (answers: readonly { readonly status: number; readonly body: { readonly code?: string } }[]) =>
  answers.map(({ status, body }) => [status, body.code]).toSorted(([one], [other]) => Number(one) - Number(other));

describe('a saved view', () => {
  test('is kept under a name, once a page, and nobody else finds it', async () => {
    const rep = await api.as('rep');
    const view = await kept(rep, { filter: { ownerId: 'me', closes: 'this_quarter', q: 'acme' } });
    expect(view).toMatchObject({ sharedWith: 'nobody', mayChange: true, gone: [], version: 1 });
    expect(view.filter).toEqual({ ownerId: 'me', closes: 'this_quarter', q: 'acme' });
    const again = await rep.post('/saved-views', { page: 'board', name: 'mine', filter: {} });
    expect([again.status, again.body.code]).toEqual([409, 'saved_view.name_taken']);
    await kept(rep, { page: 'opportunities' });
    const colleague = await api.as('manager', { teamId: rep.person.teamId });
    expect(await namesOf(colleague)).toEqual([]);
    expect((await colleague.patch(`/saved-views/${view.id}`, { name: 'Theirs' }, { version: 1 })).status).toBe(404);
  });

  test('two that take one name at the same moment are one, whether they are kept or renamed', async () => {
    const rep = await api.as('rep');
    const views = [await kept(rep, { name: 'First' }), await kept(rep, { name: 'Second' })];
    const added = await Promise.all(
      [1, 2].map(() => rep.post('/saved-views', { page: 'board', name: 'Both', filter: {} })),
    );
    expect(told(added)).toEqual([[201, undefined], taken]);
    const renamed = await Promise.all(
      views.map(({ id }) => rep.patch(`/saved-views/${id}`, { name: 'Same' }, { version: 1 })),
    );
    expect(told(renamed)).toEqual([[200, undefined], taken]);
  });

  test('holds only what its page can show', async () => {
    const rep = await api.as('rep');
    const answer = await rep.post('/saved-views', { page: 'board', name: 'Won', filter: { outcome: 'won' } });
    expect([answer.status, answer.body.code]).toEqual([400, 'saved_view.part_unknown']);
    expect(answer.body.errors).toMatchObject([{ pointer: '/filter/outcome' }]);
  });

  test('is shared with the team, whose manager keeps it too, or by those who answer for others with everybody', async () => {
    const rep = await api.as('rep');
    const colleague = await api.as('rep', { teamId: rep.person.teamId });
    const manager = await api.as('manager', { teamId: rep.person.teamId });
    const stranger = await api.as('rep');
    const view = await kept(rep, { name: 'Ours', sharedWith: 'team' });
    expect(await namesOf(colleague)).toEqual(['Ours']);
    expect(await namesOf(stranger)).toEqual([]);
    const byColleague = await colleague.patch(`/saved-views/${view.id}`, { name: 'His' }, { version: 1 });
    expect([byColleague.status, byColleague.body.code]).toEqual([403, 'saved_view.kept_by_another']);
    const wide = await rep.patch(`/saved-views/${view.id}`, { sharedWith: 'organisation' }, { version: 1 });
    expect([wide.status, wide.body.code]).toEqual([403, 'saved_view.not_with_all']);
    const byManager = await manager.patch(
      `/saved-views/${view.id}`,
      { name: 'Everybody’s', sharedWith: 'organisation' },
      { version: 1 },
    );
    expect(byManager.body).toMatchObject({ name: 'Everybody’s', owner: { id: rep.person.id }, version: 2 });
    expect(await namesOf(stranger)).toEqual(['Everybody’s']);
    await rep.delete(`/saved-views/${view.id}`, { version: 2 });
    expect(await namesOf(stranger)).toEqual([]);
  });

  test('a viewer keeps views for themselves alone', async () => {
    const viewer = await api.as('viewer');
    await kept(viewer);
    expect((await viewsOf(viewer)).mayShareWith).toEqual(['nobody']);
    const shared = await viewer.post('/saved-views', { page: 'board', name: 'All', filter: {}, sharedWith: 'team' });
    expect([shared.status, shared.body.code]).toEqual([403, 'saved_view.no_team']);
  });

  test('changed on an old version it is refused, with what it is now; without a version it is not taken at all', async () => {
    const rep = await api.as('rep');
    const { id } = await kept(rep);
    await rep.patch(`/saved-views/${id}`, { name: 'First' }, { version: 1 });
    const late = await rep.patch(`/saved-views/${id}`, { name: 'Second' }, { version: 1 });
    expect(late.status).toBe(412);
    expect(late.body).toMatchObject({ code: 'saved_view.changed', current: { name: 'First', version: 2 } });
    expect((await rep.delete(`/saved-views/${id}`, { version: 1 })).status).toBe(412);
    expect((await rep.patch(`/saved-views/${id}`, { name: 'Third' })).status).toBe(428);
  });

  test('is what somebody begins with until they choose otherwise, it is deleted or no longer shared with them', async () => {
    const rep = await api.as('rep');
    const colleague = await api.as('rep', { teamId: rep.person.teamId });
    const { id } = await kept(rep, { sharedWith: 'team' });
    const begin = (who: SignedInClient, viewId: string | null, version?: number) =>
      who.send('PUT', '/saved-views/defaults/board', { viewId }, version === undefined ? {} : { version });
    expect((await begin(colleague, id)).body).toEqual({ page: 'board', viewId: id, version: 1 });
    expect((await begin(colleague, null)).status).toBe(428);
    expect((await begin(colleague, null, 7)).status).toBe(412);
    expect((await viewsOf(colleague)).defaults).toEqual([{ page: 'board', viewId: id, version: 1 }]);
    await rep.patch(`/saved-views/${id}`, { sharedWith: 'nobody' }, { version: 1 });
    expect((await viewsOf(colleague)).defaults).toEqual([{ page: 'board', viewId: null, version: 1 }]);
    expect((await begin(colleague, id, 1)).status).toBe(404);
    expect((await begin(rep, id)).status).toBe(200);
    await rep.delete(`/saved-views/${id}`, { version: 2 });
    expect((await viewsOf(rep)).defaults).toEqual([{ page: 'board', viewId: null, version: 2 }]);
  });

  test('is begun with by one of two windows that choose for the first time at the same moment', async () => {
    const rep = await api.as('rep');
    const views = [await kept(rep, { name: 'First' }), await kept(rep, { name: 'Second' })];
    const begun = await Promise.all(
      views.map(({ id }) => rep.send('PUT', '/saved-views/defaults/board', { viewId: id })),
    );
    const { defaults } = await viewsOf(rep);
    expect(defaults).toMatchObject([{ page: 'board', version: 1 }]);
    for (const { status, body } of begun) {
      // Whoever came after the other was done is asked for the version they saw; whoever came in between is told what it is now.
      if (status === 200) expect(body).toEqual(defaults[0]);
      else if (status === 412) expect(body).toMatchObject({ code: 'saved_view.default_changed', current: defaults[0] });
      else expect([status, body.code]).toEqual([428, 'version.required']);
    }
    expect(begun.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('says which part of it names what is there no more', async () => {
    const officer = await api.as('revenue_officer');
    const gone = await api.as('rep');
    const [accountId, into] = [await anAccount(api.database), await anAccount(api.database)];
    const teamId = await aTeam(api.database, { side: 'sales' });
    const filter = { ownerId: gone.person.id, accountId, teamId };
    const { id } = await kept(officer, { page: 'opportunities', filter });
    const goneOf = async () => (await viewsOf(officer)).items.find((view) => view.id === id)?.gone;
    expect(await goneOf()).toEqual([]);
    await officer.post(`/accounts/${accountId}/merge`, { intoAccountId: into, note: 'the same' }, { version: 1 });
    await api.database.write(() => api.database.run('UPDATE person SET active = 0 WHERE name = ?', [gone.person.name]));
    expect(await goneOf()).toEqual(['ownerId', 'accountId']);
  });

  test('every change of it leaves an audit line', async () => {
    const rep = await api.as('rep');
    const { id } = await kept(rep);
    await rep.patch(`/saved-views/${id}`, { name: 'Other' }, { version: 1 });
    await rep.delete(`/saved-views/${id}`, { version: 2 });
    const lines = await api.database.query<{ action: string }>(
      `SELECT action FROM audit_line WHERE object_kind = 'saved_view' AND actor_name = ? ORDER BY id`,
      [rep.person.name],
    );
    expect(lines.map(({ action }) => action)).toEqual(['saved_view.added', 'saved_view.changed', 'saved_view.removed']);
  });
});

describe('closing in a quarter', () => {
  test('the board and the list show what is to close in this fiscal quarter, or in the next', async () => {
    const rep = await api.as('rep');
    await anOpportunity(rep, { name: 'now', closeDate: '2026-12-31' });
    await anOpportunity(rep, { name: 'later', closeDate: '2027-01-01' });
    await anOpportunity(rep, { name: 'undated' });
    const listed = async (closes: string) =>
      (await rep.get(`/opportunities?closes=${closes}`)).body.items.map(({ name }: { name: string }) => name);
    expect(await listed('this_quarter')).toEqual(['now']);
    expect(await listed('next_quarter')).toEqual(['later']);
    const board = (await rep.get('/board?closes=this_quarter')).body;
    expect(board.columns.flatMap(({ cards }: { cards: { name: string }[] }) => cards.map(({ name }) => name))).toEqual([
      'now',
    ]);
  });
});
