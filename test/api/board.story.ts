import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Board } from '@tandem/contracts';
import { anAccount } from '../builders/an-account';
import { anExchangeRate } from '../builders/an-exchange-rate';
import { anOpportunity, moved, stageIds } from '../builders/an-opportunity';
import { startApi, type RunningApi, type SignedInClient } from '../support/start-api';

let api: RunningApi;
let stages: Record<string, string>;
beforeAll(async () => {
  api = await startApi({ organisation: { reportingCurrency: 'TWD', zone: 'Asia/Taipei' } });
  stages = await stageIds(await api.as('viewer'));
  await anExchangeRate(api.database, { from: 'USD', to: 'TWD', date: '2026-10-01', rate: '32.5' });
});
afterAll(() => api.stop());
afterEach(() => api.clock.set('2026-11-23T09:00:00.000Z'));

const twd = (amountMinor: string) => ({ amountMinor, currency: 'TWD' });
const boardOf = async (client: SignedInClient, query = '') => (await client.get(`/board${query}`)).body as Board;
const columnOf = (board: Board, key: string) => board.columns.find(({ stageId }) => stageId === stages[key])!;

describe('the board', () => {
  test('a column counts its opportunities, sums what is convertible in the reporting currency, and says how many are left out', async () => {
    const rep = await api.as('rep');
    await anOpportunity(rep, { stage: 'propose', amount: twd('1001') });
    await anOpportunity(rep, { stage: 'propose', amount: { amountMinor: '100000', currency: 'USD' } });
    await anOpportunity(rep, { stage: 'propose', amount: { amountMinor: '5000', currency: 'CHF' } });
    await anOpportunity(rep, { stage: 'propose', amount: null });
    const column = columnOf(await boardOf(rep), 'propose');
    // 1,001 + 1,000.00 × 32.5; half of it is weighted, each currency rounded by itself: 501 + 16,250.
    expect(column).toMatchObject({ count: 4, total: twd('33501'), weighted: twd('16751'), withoutAmount: 2 });
    expect(column.cards).toHaveLength(4);
  });

  test("a rep's own probability weighs instead of the stage's", async () => {
    const rep = await api.as('rep');
    const { id } = await anOpportunity(rep, { stage: 'negotiate', amount: twd('1000') });
    await rep.patch(`/opportunities/${id}`, { probability: 20 }, { version: 1 });
    expect(columnOf(await boardOf(rep), 'negotiate').weighted).toEqual(twd('200'));
  });

  test('an empty column is worth 0, one of which nothing is known is worth nobody knows what', async () => {
    const rep = await api.as('rep');
    await anOpportunity(rep, { stage: 'prospect', amount: null });
    const board = await boardOf(rep);
    expect(columnOf(board, 'define_needs')).toMatchObject({ count: 0, total: twd('0') });
    expect(columnOf(board, 'prospect')).toMatchObject({ count: 1, total: null, weighted: null, withoutAmount: 1 });
  });

  test('columns stand in the order of the funnel, and won ones stand in their won stage', async () => {
    const rep = await api.as('rep');
    await moved(rep, await anOpportunity(rep, { amount: twd('70') }), 'implement');
    const board = await boardOf(rep);
    expect(board.columns.map(({ stageId }) => stageId)).toEqual(Object.values(stages));
    expect(columnOf(board, 'implement')).toMatchObject({ count: 1, total: twd('70') });
  });

  test('what was lost in the last 90 days stands apart', async () => {
    const rep = await api.as('rep');
    const lost = await anOpportunity(rep, { amount: twd('900') });
    const old = await anOpportunity(rep, { amount: twd('800') });
    await rep.post(`/opportunities/${lost.id}/loss`, { reason: 'price' }, { version: 1 });
    await rep.post(`/opportunities/${old.id}/loss`, { reason: 'price', closeDate: '2026-06-01' }, { version: 1 });
    expect(await boardOf(rep)).toMatchObject({ lost: { count: 1, total: twd('900') } });
  });

  test('a column shows the cards that close soonest and counts all', async () => {
    const rep = await api.as('rep');
    await anOpportunity(rep, { name: 'undated' });
    await anOpportunity(rep, { name: 'later', closeDate: '2027-01-31' });
    await anOpportunity(rep, { name: 'soon', closeDate: '2026-12-01' });
    const column = columnOf(await boardOf(rep, '?cards=2'), 'prospect');
    expect(column.count).toBe(3);
    expect(column.cards.map(({ name }) => name)).toEqual(['soon', 'later']);
  });

  test('the board is filtered by owner and by what is searched for', async () => {
    const rep = await api.as('rep');
    const colleague = await api.as('rep', { teamId: rep.person.teamId });
    const accountId = await anAccount(api.database, { name: 'Searched for' });
    await anOpportunity(rep, { accountId });
    await anOpportunity(colleague);
    expect(columnOf(await boardOf(rep), 'prospect').count).toBe(2);
    expect(columnOf(await boardOf(rep, `?ownerId=${colleague.person.id}`), 'prospect').count).toBe(1);
    expect(columnOf(await boardOf(rep, '?q=searched'), 'prospect').count).toBe(1);
  });

  test('a card grows stale when it stays longer than the stage allows', async () => {
    const rep = await api.as('rep');
    const fresh = await anOpportunity(rep, { stage: 'negotiate' });
    expect(fresh).toMatchObject({ daysInStage: 0, stale: false });
    api.clock.advance(22 * 86_400_000);
    const later = await api.signIn(rep.person);
    expect(columnOf(await boardOf(later), 'negotiate').cards[0]).toMatchObject({ daysInStage: 22, stale: true });
  });

  test('a board with many cards asks as many questions as one with few', async () => {
    const rep = await api.as('rep');
    await anOpportunity(rep, { stage: 'define_needs' });
    const ofFew = await statementsOf(() => boardOf(rep));
    for (let made = 0; made < 12; made++) await anOpportunity(rep, { stage: 'define_needs' });
    expect(await statementsOf(() => boardOf(rep))).toBeLessThanOrEqual(ofFew);
    expect(ofFew).toBeLessThanOrEqual(8);
  });

  test('a move takes few statements', async () => {
    const rep = await api.as('rep');
    const opportunity = await anOpportunity(rep);
    const move = () =>
      rep.post(`/opportunities/${opportunity.id}/moves`, { toStageId: stages['propose'] }, { version: 1 });
    // The session, two for the key, five for the move itself, two to answer what it is now.
    expect(await statementsOf(move)).toBeLessThanOrEqual(10);
  });
});

/** How many statements a request sends; the stages are kept for a second and do not count. */
async function statementsOf(request: () => Promise<unknown>): Promise<number> {
  const asked = jest.spyOn(api.database, 'query');
  const ran = jest.spyOn(api.database, 'run');
  await request();
  const statements = [...asked.mock.calls, ...ran.mock.calls].filter(([sql]) => !/FROM funnel_stage ORDER/.test(sql));
  asked.mockRestore();
  ran.mockRestore();
  return statements.length;
}
