import { useEffect, useRef } from 'react';
import { isTyping } from '../../../shell/is-typing';

export type RunKeys = Readonly<Record<string, (() => void) | null>>;

/** One letter a deed, while nobody writes and no dialog is open; held, it is still one. */
export function useRunKeys(keys: RunKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const act = latest.current[event.key.toLowerCase()];
      if (!act || event.repeat || isTyping(event)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
