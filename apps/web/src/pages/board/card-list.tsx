import type { Card } from '@tandem/contracts';
import type { ReactNode } from 'react';
import { BoardCard } from './card';
import classes from './column.module.css';
import { useGrowing } from './use-growing';

interface CardListProps {
  readonly cards: readonly Card[];
  readonly reachable: string | null;
  readonly menu: string | null;
  readonly empty: string;
  readonly children?: ReactNode;
}

export function CardList({ cards, reachable, menu, empty, children }: CardListProps) {
  // The Tab key goes from column to column; arrows go on within.
  const at = reachable === null ? -1 : cards.findIndex(({ id }) => id === reachable);
  const { drawn, end } = useGrowing(cards, at + 1);
  const entry = cards[Math.max(at, 0)];
  return (
    <div className={classes.scroll}>
      {cards.length === 0 ? <p className={classes.empty}>{empty}</p> : null}
      {cards.length === 0 ? null : (
        <ul className={classes.cards} data-cards>
          {drawn.map((card) => (
            <li key={card.id}>
              <BoardCard card={card} reachable={card === entry} menuOpen={card.id === menu} />
            </li>
          ))}
        </ul>
      )}
      <div ref={end} />
      {drawn.length === cards.length ? children : null}
    </div>
  );
}
