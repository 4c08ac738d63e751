import type { Board, BoardColumn, Card, MoneyWire } from '@tandem/contracts';

/** The board as it will look once the move is done; the weighted sums wait for the server. */
export function movedCard(board: Board, id: string, toStageId: string): Board {
  const card = findCard(board, id);
  if (!card || card.stageId === toStageId) return board;
  const moved: Card = { ...card, stageId: toStageId, daysInStage: 0, stale: false };
  return {
    ...board,
    columns: board.columns.map((column) => {
      if (column.stageId === card.stageId) return without(column, card);
      return column.stageId === toStageId ? withCard(column, moved) : column;
    }),
  };
}

/** The board with what the server now says of one card, wherever it stands. */
export function refreshedCard(board: Board, fresh: Pick<Card, 'id' | 'version'>): Board {
  const same = ({ id }: Card) => id === fresh.id;
  const columns = board.columns.map((column) =>
    column.cards.some(same)
      ? { ...column, cards: column.cards.map((card) => (same(card) ? { ...card, version: fresh.version } : card)) }
      : column,
  );
  return { ...board, columns };
}

export const findCard = (board: Board, id: string): Card | undefined =>
  board.columns.flatMap(({ cards }) => cards).find((card) => card.id === id);

const without = (column: BoardColumn, gone: Card): BoardColumn => ({
  ...column,
  count: column.count - 1,
  total: added(column.total, gone.amount, -1n),
  cards: column.cards.filter(({ id }) => id !== gone.id),
});

const withCard = (column: BoardColumn, come: Card): BoardColumn => ({
  ...column,
  count: column.count + 1,
  total: added(column.total, come.amount, 1n),
  cards: [come, ...column.cards],
});

/** Different currencies are never added: then the sum stays until the server sends a new one. */
function added(total: MoneyWire | null, amount: MoneyWire | null, sign: 1n | -1n): MoneyWire | null {
  if (!total || !amount || total.currency !== amount.currency) return total;
  return { ...total, amountMinor: String(BigInt(total.amountMinor) + sign * BigInt(amount.amountMinor)) };
}
