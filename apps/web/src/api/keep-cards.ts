import { replaceEqualDeep } from '@tanstack/react-query';
import type { Board, BoardColumn } from '@tandem/contracts';

/**
 * What came, made of what was there: a card that says the same is the very same wherever it stands now, and so is a column in which nothing
 * changed, and the whole board where nothing did: else what is shown meanwhile would look new for ever, and be drawn for ever. Compared place by place, one card on top of a column would make all below it look new, and each would be drawn again.
 */
export function keepCards(before: Board | undefined, now: Board): Board {
  if (!before) return now;
  const known = new Map(before.columns.flatMap(({ cards }) => cards.map((card) => [card.id, card] as const)));
  const columns = now.columns.map((column) => {
    const cards = column.cards.map((card) => replaceEqualDeep(known.get(card.id), card));
    const old = before.columns.find(({ stageId }) => stageId === column.stageId);
    return old && isSame(old, { ...column, cards }) ? old : { ...column, cards };
  });
  const sameColumns =
    columns.length === before.columns.length && columns.every((column, place) => column === before.columns[place]);
  const bare = { ...before, columns: [] };
  return sameColumns && replaceEqualDeep(bare, { ...now, columns: [] }) === bare ? before : { ...now, columns };
}

function isSame(old: BoardColumn, now: BoardColumn): boolean {
  if (old.cards.length !== now.cards.length || old.cards.some((card, place) => card !== now.cards[place])) return false;
  const bare = { ...old, cards: [] };
  return replaceEqualDeep(bare, { ...now, cards: [] }) === bare;
}
