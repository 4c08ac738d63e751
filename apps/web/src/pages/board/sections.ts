import type { Board, BoardColumn, Card, MoneyWire, StageWire } from '@tandem/contracts';

export interface Lane {
  readonly stage: StageWire;
  readonly column: BoardColumn;
}

/** The board from left to right: marketing, what waits at the seam, sales, won. */
export interface Sections {
  readonly marketing: readonly Lane[];
  /** Offered to the one who looks; they stand here and not in their marketing stage. */
  readonly waiting: readonly Card[];
  readonly sales: readonly Lane[];
  readonly won: readonly Lane[];
}

export type SectionName = 'marketing' | 'sales' | 'won';

export function sectionsOf(board: Board, stages: readonly StageWire[]): Sections {
  const lanes = stages.map((stage) => ({
    stage,
    column: board.columns.find(({ stageId }) => stageId === stage.id) ?? empty(stage.id),
  }));
  const open = lanes.filter(({ stage }) => stage.class === 'open');
  const marketing = open.filter(({ stage }) => stage.ownerSide === 'marketing');
  const isWaiting = ({ openHandOff }: Card) => openHandOff?.mayAnswer === true;
  const waiting = marketing.flatMap(({ column }) => column.cards.filter(isWaiting));
  return {
    marketing: marketing.map(({ stage, column }) => {
      const cards = column.cards.filter((card) => !isWaiting(card));
      // The very column where nothing waits, so that it is not drawn anew.
      return { stage, column: cards.length === column.cards.length ? column : { ...column, cards } };
    }),
    waiting: waiting.sort((one, other) => (one.openHandOff?.dueAt ?? '').localeCompare(other.openHandOff?.dueAt ?? '')),
    sales: open.filter(({ stage }) => stage.ownerSide === 'sales'),
    won: lanes.filter(({ stage }) => stage.class === 'won'),
  };
}

const empty = (stageId: string): BoardColumn => ({
  stageId,
  count: 0,
  total: null,
  weighted: null,
  withoutAmount: 0,
  cards: [],
});

export interface Sum {
  readonly count: number;
  readonly total: MoneyWire | null;
  readonly weighted: MoneyWire | null;
}

/** What several columns hold together; the server sums each one in the reporting currency. */
export const sumOf = (lanes: readonly Lane[]): Sum => ({
  count: lanes.reduce((count, { column }) => count + column.count, 0),
  total: added(lanes.map(({ column }) => column.total)),
  weighted: added(lanes.map(({ column }) => column.weighted)),
});

function added(amounts: readonly (MoneyWire | null)[]): MoneyWire | null {
  const known = amounts.filter((amount) => amount !== null);
  const [first] = known;
  if (!first || known.some(({ currency }) => currency !== first.currency)) return null;
  return { ...first, amountMinor: String(known.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n)) };
}
