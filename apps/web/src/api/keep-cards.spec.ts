import { describe, expect, it } from '@jest/globals';
import type { Board, BoardColumn, Card } from '@tandem/contracts';
import { keepCards } from './keep-cards';

const card = (id: string, name = id) => ({ id, name, owner: { id: 'ann' } }) as Card;
const column = (stageId: string, ...cards: Card[]) => ({ stageId, count: cards.length, cards }) as BoardColumn;
const board = (...columns: BoardColumn[]) => ({ columns, lost: { count: 0, total: null } }) as Board;

describe('a board that came anew', () => {
  const before = board(
    column('prospect', card('a'), card('b')),
    column('propose', card('c')),
    column('won', card('d')),
  );
  const now = board(
    column('prospect', card('b')),
    column('propose', card('a'), card('c', 'new')),
    column('won', card('d')),
  );
  const kept = keepCards(before, now);
  const [prospect, propose, won] = before.columns as [BoardColumn, BoardColumn, BoardColumn];

  it('says what came', () => {
    expect(kept).toEqual(now);
    expect(keepCards(undefined, now)).toBe(now);
  });

  it('keeps each card that says the same, wherever it stands', () => {
    expect(kept.columns[0]?.cards[0]).toBe(prospect.cards[1]);
    expect(kept.columns[1]?.cards[0]).toBe(prospect.cards[0]);
    expect(kept.columns[1]?.cards[1]).not.toBe(propose.cards[0]);
  });

  it('keeps a column in which nothing changed, and none whose sums did', () => {
    expect(kept.columns[2]).toBe(won);
    const counted = board({ ...won, count: 2 });
    expect(keepCards(before, counted).columns[0]?.count).toBe(2);
  });

  it('is the board from before where nothing changed, so that nobody draws it again', () => {
    expect(keepCards(before, structuredClone(before))).toBe(before);
    expect(keepCards(before, before)).toBe(before);
    const lost = { ...structuredClone(before), lost: { count: 1, total: null } };
    expect(keepCards(before, lost).lost.count).toBe(1);
  });
});
