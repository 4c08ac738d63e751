import { useEffect, useRef } from 'react';

/**
 * Whoever closes the sheet stands again where they opened it; once that row is settled and gone, on the heading of the page. Gives what
 * remembers the place, to be called as the sheet opens.
 */
export function useFocusBack(isOpen: boolean, shown: unknown): () => void {
  const opener = useRef<Element>(null);
  useEffect(() => {
    if (isOpen || opener.current === null || document.activeElement !== document.body) return;
    const heading = document.querySelector('#content [data-page-title]');
    const target = opener.current.isConnected ? opener.current : heading;
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  }, [isOpen, shown]);
  return () => void (opener.current = document.activeElement);
}
