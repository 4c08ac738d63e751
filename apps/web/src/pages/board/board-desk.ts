import type { Card, HandOffWire, StageWire } from '@tandem/contracts';
import type { Meaning } from '../../deeds/what-it-takes';
import { createContext, useContext } from 'react';

/** What every card and column can do, held in one place so that a card redraws only for itself. */
export interface BoardDesk {
  readonly stages: readonly StageWire[];
  readonly mayWork: boolean;
  /** What bringing a card there means; null where this person has no way. */
  readonly takes: (card: Card, to: StageWire) => Meaning | null;
  /** Brings a card into a stage, asking first where that takes more than a move. */
  readonly bring: (card: Card, to: StageWire) => void;
  readonly lose: (card: Card) => void;
  readonly accept: (handOff: HandOffWire) => void;
  readonly reject: (handOff: HandOffWire) => void;
  readonly openMenu: (id: string | null) => void;
  readonly stand: (id: string) => void;
}

export const BoardDeskContext = createContext<BoardDesk | null>(null);

export function useBoardDesk(): BoardDesk {
  const desk = useContext(BoardDeskContext);
  if (!desk) throw new Error('a card stands outside of the board');
  return desk;
}
