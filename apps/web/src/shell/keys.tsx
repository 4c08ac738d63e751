import { lazy, Suspense, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { keyedPages } from './pages';
import { isTyping } from './is-typing';

const opening = 'tandem:keys';

export const openKeys = (): void => void window.dispatchEvent(new Event(opening));

const KeysSheet = lazy(async () => ({ default: (await import('./keys-sheet')).KeysSheet }));

/** `?` shows the keys, `g` and a letter goes to a page. */
export function Keys() {
  const [opened, setOpened] = useState(false);
  useGoing();
  useEffect(() => {
    const open = () => setOpened(true);
    const listen = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event)) open();
    };
    window.addEventListener(opening, open);
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener(opening, open);
      window.removeEventListener('keydown', listen);
    };
  }, []);
  return opened ? (
    <Suspense fallback={null}>
      <KeysSheet onClose={() => setOpened(false)} />
    </Suspense>
  ) : null;
}

function useGoing(): void {
  const navigate = useNavigate();
  useEffect(() => {
    let pressed = Number.NEGATIVE_INFINITY;
    const listen = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      const letter = event.key.toLowerCase();
      if (letter === 'g') {
        pressed = event.timeStamp;
        return;
      }
      const page = event.timeStamp - pressed < 1500 ? keyedPages.find(({ key }) => key === letter) : undefined;
      pressed = Number.NEGATIVE_INFINITY;
      if (!page) return;
      event.preventDefault();
      // The letter after `g` belongs to going, not to what the page does with it.
      event.stopImmediatePropagation();
      void navigate(page.to);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [navigate]);
}
