import { useEffect, type KeyboardEvent } from 'react';
import { isTyping } from '../../shell/is-typing';
import { standOnFirstRow, stepRows } from './step-rows';

/**
 * Arrows walk over the rows, a letter does something with the one that has the focus; `act` says whether it did. A held letter is one
 * press: the focus goes on to the next row, which nobody has looked at yet.
 */
export function useDeskKeys(act: (letter: string, id: string, row: Element) => boolean) {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'ArrowDown' || isTyping(event) || !standsNowhere() || !standOnFirstRow()) return;
      event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  return (event: KeyboardEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    if (!row || isTyping(event.nativeEvent)) return;
    const isStep = event.key.startsWith('Arrow');
    if (event.repeat && !isStep) return;
    const done = isStep ? stepRows(event.key, row) : act(event.key.toLowerCase(), row.dataset['row'] ?? '', row);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

const standsNowhere = (): boolean =>
  document.activeElement === document.body || document.activeElement?.hasAttribute('data-page-title') === true;
