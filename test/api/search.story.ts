import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SearchWire } from '@tandem/contracts';
import { bin, type Database } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { anAccount } from '../builders/an-account';
import { aTeam } from '../builders/a-team';
import { anOffer, anOpportunity } from '../builders/an-opportunity';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let viewer: SignedInClient;
beforeAll(async () => {
  api = await startApi();
  viewer = await api.as('viewer');
});
afterAll(() => api.stop());

const find = async (client: SignedInClient, q: string, limit = 5): Promise<SearchWire> => {
  const { status, body } = await client.get(`/search?q=${encodeURIComponent(q)}&limit=${limit}`);
  expect({ q, status }).toEqual({ q, status: 200 });
  return body as SearchWire;
};
const names = (found: readonly { readonly name: string }[]) => found.map(({ name }) => name);
const customers = ({ accounts }: SearchWire) => accounts.map(({ name }) => name.en);
const colleagues = ({ people }: SearchWire) => people.map(({ name }) => name.en);

describe('a search', () => {
  test('finds opportunities by their own name, the best answer first, what is open before what is decided', async () => {
    const rep = await api.as('rep');
    const lost = await anOpportunity(rep, { name: 'Quokka sensors' });
    await rep.post(`/opportunities/${lost.id}/loss`, { reason: 'price', note: 'too dear' }, { version: lost.version });
    for (const name of ['Subquokka', 'A quokka', 'Quokka lenses', 'Quokka']) await anOpportunity(rep, { name });
    const found = await find(rep, 'quokka');
    expect(names(found.opportunities)).toEqual(['Quokka', 'Quokka lenses', 'Quokka sensors', 'A quokka', 'Subquokka']);
    expect(found).toMatchObject({ accounts: [], people: [], whole: true });
    expect(names((await find(rep, 'lens quok')).opportunities)).toEqual(['Quokka lenses']);
    expect((await find(rep, 'quokka', 2)).opportunities).toHaveLength(2);
  });

  test('finds a customer in either language, and with it what they may buy', async () => {
    const rep = await api.as('rep');
    const accountId = await anAccount(api.database, { name: 'Zephyr Foundry', nameZh: '西風晶圓製造' });
    const opportunity = await anOpportunity(rep, { name: 'Wafer line', accountId });
    for (const typed of ['zeph', 'foundry', 'ephyr', '西風', '晶圓', 'ＺＥＰＨ'])
      expect([typed, customers(await find(rep, typed))]).toEqual([typed, ['Zephyr Foundry']]);
    for (const typed of ['zephyr', '晶圓', 'wafer zephyr', 'foundry wafer']) {
      const { opportunities } = await find(rep, typed);
      expect(opportunities).toEqual([
        expect.objectContaining({
          id: opportunity.id,
          account: { id: accountId, name: { en: 'Zephyr Foundry', zhTW: '西風晶圓製造' } },
        }),
      ]);
    }
    expect((await find(rep, 'zephyr lens')).opportunities).toEqual([]);
  });

  test('finds people of both sides, those who left last', async () => {
    const gone = await api.as('marketer', { name: 'Yvonne Quill' });
    await api.as('rep', { name: 'Benedict Quillon' });
    await left(api.database, gone.person.id);
    expect(colleagues(await find(viewer, 'quill'))).toEqual(['Benedict Quillon', 'Yvonne Quill']);
    expect(colleagues(await find(viewer, 'yv qu'))).toEqual(['Yvonne Quill']);
  });

  test('finds what a team owns, handed over, or is offered, and nothing of another team', async () => {
    const owner = await api.as('rep');
    const other = await api.as('rep');
    const receiver = await api.as('rep');
    const marketer = await api.as('marketer', { teamId: await aTeam(api.database, { side: 'marketing' }) });
    const accountId = await anAccount(api.database, { name: 'Narwhal' });
    await anOpportunity(owner, { name: 'Tusk polish', accountId });
    const lead = await anOpportunity(marketer, { name: 'Tusk lead', stage: 'qualify' });
    await anOffer(marketer, lead, receiver.person.teamId);
    const seenBy = async (client: SignedInClient) => names((await find(client, 'tusk')).opportunities).toSorted();
    expect(await seenBy(owner)).toEqual(['Tusk polish']);
    expect(await seenBy(other)).toEqual([]);
    expect(await seenBy(receiver)).toEqual(['Tusk lead']);
    expect(await seenBy(marketer)).toEqual(['Tusk lead']);
    expect(await seenBy(viewer)).toEqual(['Tusk lead', 'Tusk polish']);
    // Both sides share their customers; what another team sells them stays with that team.
    expect(await find(other, 'narwhal')).toMatchObject({ opportunities: [], accounts: [{ id: accountId }] });
  });

  test('finds a merged customer no more', async () => {
    const [merged, into] = [
      await anAccount(api.database, { name: 'Oldname' }),
      await anAccount(api.database, { name: 'Newname' }),
    ];
    const officer = await api.as('revenue_officer');
    await officer.post(`/accounts/${merged}/merge`, { intoAccountId: into, note: 'the same' }, { version: 1 });
    expect(customers(await find(viewer, 'oldname'))).toEqual([]);
  });

  test('takes %, _, \\ and quotes for what they are', async () => {
    const rep = await api.as('rep');
    for (const name of ['Marmot 100%', 'Marmot 100', 'Marmot a_b', 'Marmot acb', 'Marmot c\\d', "Marmot o'hare !"])
      await anOpportunity(rep, { name });
    const own = async (typed: string) => names((await find(rep, typed)).opportunities);
    expect(await own('marmot 100%')).toEqual(['Marmot 100%']);
    expect(await own('%')).toEqual(['Marmot 100%']);
    expect(await own('a_b')).toEqual(['Marmot a_b']);
    expect(await own('c\\d')).toEqual(['Marmot c\\d']);
    expect(await own("o'hare")).toEqual(["Marmot o'hare !"]);
    expect(await own('!')).toEqual(["Marmot o'hare !"]);
    for (const odd of ['\u0000', '\u{1F9AB}', '"; DROP TABLE person; --', '('.repeat(100)])
      expect(await own(odd)).toEqual([]);
  });

  test('refuses what is too long or nothing at all, and asks nobody who is not signed in', async () => {
    for (const typed of ['', '   ', 'x'.repeat(101)]) {
      const { status } = await viewer.get(`/search?q=${encodeURIComponent(typed)}`);
      expect([typed.length, status]).toEqual([typed.length, 400]);
    }
    expect((await api.anonymous.get('/search?q=a')).status).toBe(401);
  });
});

const left = (database: Database, id: Id<'person'>) =>
  database.write(() => database.run('UPDATE person SET active = FALSE WHERE id = ?', [bin(id)]));
