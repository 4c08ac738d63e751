import type { Board, Card, HandOffWire, MoneyWire, Page } from '@tandem/contracts';
import type { Money } from '@tandem/kernel';
import type { BoardView, CardView, HandOffView, Named, PageOf } from '@tandem/opportunities';
import { bilingual } from '../people/people.presenter';

export const presentMoney = ({ amountMinor, currency }: Money): MoneyWire => ({
  amountMinor: amountMinor.toString(),
  currency,
});
export const presentMoneyOrNull = (money: Money | null): MoneyWire | null => money && presentMoney(money);

export const presentNamed = (named: Named<string>) => ({ id: named.id, name: bilingual(named) });
export const presentNamedOrNull = (named: Named<string> | null) => named && presentNamed(named);

export const presentList = <Item, Wire>(
  page: PageOf<Item>,
  present: (item: Item) => Wire,
): { items: Wire[]; page: Page } => ({
  items: page.items.map(present),
  page: { nextCursor: page.nextCursor, hasMore: page.nextCursor !== null },
});

export const presentCard = (card: CardView): Card => ({
  id: card.id,
  name: card.name,
  account: presentNamedOrNull(card.account),
  stageId: card.stageId,
  outcome: card.outcome,
  amount: presentMoneyOrNull(card.amount),
  closeDate: card.closeDate,
  owner: presentNamed(card.owner),
  teamId: card.teamId,
  nextStep: card.nextStep,
  nextStepDate: card.nextStepDate,
  stageEnteredAt: card.stageEnteredAt.toISOString(),
  daysInStage: card.daysInStage,
  stale: card.stale,
  openHandOff: card.openHandOff && presentHandOff(card.openHandOff),
  version: card.version,
});

export const presentHandOff = (handOff: HandOffView): HandOffWire => ({
  id: handOff.id,
  opportunityId: handOff.opportunityId,
  opportunityName: handOff.opportunityName,
  accountName: handOff.account && bilingual(handOff.account),
  state: handOff.state,
  fromTeamId: handOff.fromTeamId,
  toTeamId: handOff.toTeamId,
  toPerson: presentNamedOrNull(handOff.toPerson),
  offeredBy: presentNamedOrNull(handOff.offeredBy),
  offeredAt: handOff.offeredAt.toISOString(),
  dueAt: handOff.dueAt.toISOString(),
  answeredBy: presentNamedOrNull(handOff.answeredBy),
  answeredAt: handOff.answeredAt?.toISOString() ?? null,
  reason: handOff.reason,
  note: handOff.note,
  overdue: handOff.overdue,
  mayAnswer: handOff.mayAnswer,
  version: handOff.version,
});

export const presentBoard = (board: BoardView): Board => ({
  columns: board.columns.map((column) => ({
    stageId: column.stageId,
    count: column.count,
    total: presentMoneyOrNull(column.total),
    weighted: presentMoneyOrNull(column.weighted),
    withoutAmount: column.withoutAmount,
    cards: column.cards.map(presentCard),
  })),
  lost: { count: board.lost.count, total: presentMoneyOrNull(board.lost.total) },
});
