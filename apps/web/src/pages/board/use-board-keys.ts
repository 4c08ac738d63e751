import type { Board, Card, StageWire } from '@tandem/contracts';
import { useEffect, type KeyboardEvent } from 'react';
import { isTyping } from '../../shell/is-typing';
import type { BoardDesk } from './board-desk';
import { findCard } from './moved-card';

interface Keys {
  readonly board: Board | undefined;
  readonly desk: BoardDesk;
  readonly onNew: () => void;
  /** Remembers which card has the focus while it changes columns. */
  readonly onCarry: (id: string) => void;
}

/** Everything the mouse can do on the board, on the keys. */
export function useBoardKeys({ board, desk, onNew, onCarry }: Keys) {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (isTyping(event)) return;
      if (event.key.toLowerCase() === 'n' && desk.mayWork) onNew();
      else if (event.key === '/') document.querySelector<HTMLElement>('[data-search]')?.focus();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [desk.mayWork, onNew]);

  return (event: KeyboardEvent) => {
    const link = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-card]') : null;
    if (!link || !board || isTyping(event.nativeEvent)) return;
    // A held key walks on, but does its deed once.
    if (event.repeat && !event.key.startsWith('Arrow')) return;
    const card = findCard(board, link.dataset['card'] ?? '');
    if (!card || !act(event.key, card, link)) return;
    event.preventDefault();
  };

  function act(key: string, card: Card, link: HTMLElement): boolean {
    if (key.startsWith('Arrow')) return step(key, link);
    if (key === 'm' || key === 'M') {
      // The menu listens on the window: opened at once it would hear this very key, and close.
      requestAnimationFrame(() => desk.openMenu(card.id));
      return true;
    }
    if (key === 'w' || key === 'W') return end(card, () => win(card));
    if (key === 'l' || key === 'L') return end(card, () => desk.lose(card));
    if (key !== '[' && key !== ']') return false;
    const to = desk.mayWork ? beside(card, desk, key === ']' ? 1 : -1) : null;
    if (to) {
      onCarry(card.id);
      desk.bring(card, to);
    }
    return true;
  }

  /** Only what is open is won or lost; the key is taken either way, so that it never means anything else on a card. */
  function end(card: Card, how: () => void): boolean {
    if (desk.mayWork && card.outcome === 'open') how();
    return true;
  }

  function win(card: Card): void {
    const to = desk.stages.find((stage) => desk.takes(card, stage) === 'win');
    if (to) desk.bring(card, to);
  }
}

/** The next stage in that direction to which a way leads. */
function beside(card: Card, { stages, takes }: BoardDesk, direction: 1 | -1): StageWire | null {
  for (
    let at = stages.findIndex(({ id }) => id === card.stageId) + direction;
    at >= 0 && at < stages.length;
    at += direction
  ) {
    const stage = stages[at]!;
    if (takes(card, stage) !== null) return stage;
  }
  return null;
}

/** Arrows walk over what is on the screen: within a column, or to the same height of the next one with cards. */
function step(key: string, from: HTMLElement): boolean {
  const lists = [...document.querySelectorAll<HTMLElement>('[data-cards]')].map((list) => [
    ...list.querySelectorAll<HTMLElement>('[data-card]'),
  ]);
  const column = lists.findIndex((links) => links.includes(from));
  const row = lists[column]?.indexOf(from) ?? -1;
  if (row < 0) return false;
  const to = neighbour(key, lists, column, row);
  to?.focus();
  to?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return true;
}

function neighbour(key: string, lists: readonly HTMLElement[][], column: number, row: number): HTMLElement | undefined {
  if (key === 'ArrowUp') return lists[column]?.[row - 1];
  if (key === 'ArrowDown') return lists[column]?.[row + 1];
  const next = lists[key === 'ArrowLeft' ? column - 1 : column + 1];
  return next?.[Math.min(row, next.length - 1)];
}
