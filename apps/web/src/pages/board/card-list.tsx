import type { Card } from '@tandem/contracts';
import type { ReactNode } from 'react';
import { BoardCard } from './card';
import classes from './column.module.css';

interface CardListProps {
  readonly cards: readonly Card[];
  readonly reachable: string | null;
  readonly menu: string | null;
  readonly empty: string;
  readonly children?: ReactNode;
}

export function CardList({ cards, reachable, menu, empty, children }: CardListProps) {
  // The Tab key goes from column to column; arrows go on within.
  const entry = cards.find(({ id }) => id === reachable) ?? cards[0];
  return (
    <div className={classes.scroll}>
      {cards.length === 0 ? <p className={classes.empty}>{empty}</p> : null}
      {cards.length === 0 ? null : (
        <ul className={classes.cards} data-cards>
          {cards.map((card) => (
            <li key={card.id}>
              <BoardCard card={card} reachable={card === entry} menuOpen={card.id === menu} />
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}
