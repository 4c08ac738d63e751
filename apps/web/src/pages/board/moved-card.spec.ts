import { describe, expect, test } from '@jest/globals';
import type { Board, BoardColumn, Card } from '@tandem/contracts';
import { findCard, movedCard, refreshedCard } from './moved-card';

const twd = (amountMinor: string) => ({ amountMinor, currency: 'TWD' });
const card = (id: string, stageId: string, over: Partial<Card> = {}) =>
  ({ id, stageId, amount: twd('100'), version: 1, daysInStage: 9, stale: true, ...over }) as Card;
const column = (stageId: string, total: string, cards: Card[]): BoardColumn => ({
  stageId,
  count: cards.length,
  total: twd(total),
  weighted: null,
  withoutAmount: 0,
  cards,
});
const board = (): Board => ({
  columns: [column('a', '150', [card('1', 'a'), card('2', 'a', { amount: twd('50') })]), column('b', '0', [])],
  lost: { count: 0, total: null },
});

describe('a card moved on the board before the server answered', () => {
  test('stands on top of the new column, with counts and totals of both columns moved along', () => {
    const { columns } = movedCard(board(), '1', 'b');
    expect(columns.map(({ count }) => count)).toEqual([1, 1]);
    expect(columns.map(({ total }) => total?.amountMinor)).toEqual(['50', '100']);
    expect(columns[1]?.cards[0]).toMatchObject({ id: '1', stageId: 'b', daysInStage: 0, stale: false });
  });

  test('moved there and back leaves the sums as they were', () => {
    const back = movedCard(movedCard(board(), '1', 'b'), '1', 'a');
    expect(back.columns.map(({ count, total }) => [count, total?.amountMinor])).toEqual([
      [2, '150'],
      [0, '0'],
    ]);
  });

  test('an amount in another currency is not added to the total', () => {
    const dollars = { amountMinor: '7', currency: 'USD' };
    const foreign: Board = {
      ...board(),
      columns: [column('a', '150', [card('1', 'a', { amount: dollars })]), column('b', '0', [])],
    };
    expect(movedCard(foreign, '1', 'b').columns.map(({ total }) => total?.amountMinor)).toEqual(['150', '0']);
  });

  test('an unknown card changes nothing', () => {
    const before = board();
    expect(movedCard(before, 'nobody', 'b')).toBe(before);
  });

  test('takes over the version the server answered', () => {
    expect(findCard(refreshedCard(board(), { id: '2', version: 7 }), '2')?.version).toBe(7);
  });
});
