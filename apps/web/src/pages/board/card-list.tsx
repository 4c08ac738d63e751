import type { Card } from '@tandem/contracts';
import type { ReactNode } from 'react';
import { useFirstFew } from '../../components/use-first-few';
import { BoardCard } from './card';
import classes from './column.module.css';

interface CardListProps {
  readonly cards: readonly Card[];
  readonly reachable: string | null;
  readonly menu: string | null;
  readonly empty: string;
  readonly children?: ReactNode;
}

/** More than a screen is high. */
const atFirst = 8;

export function CardList({ cards, reachable, menu, empty, children }: CardListProps) {
  const drawn = useFirstFew(cards, atFirst);
  // The Tab key goes from column to column; arrows go on within.
  const entry = cards.find(({ id }) => id === reachable) ?? cards[0];
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
      {children}
    </div>
  );
}
