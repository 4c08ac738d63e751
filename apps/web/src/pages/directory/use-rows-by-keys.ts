import { useEffect, useRef, type KeyboardEvent } from 'react';
import { isComposing } from '../../shell/is-typing';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * From the field into the list and back by arrow keys. Enter in the field goes to the first line, and if the answer is still on its
 * way, once it is there; Enter there follows what stands in it, because it is a link.
 */
export function useRowsByKeys(isSettled: boolean) {
  const frame = useRef<HTMLDivElement>(null);
  const isEntered = useRef(false);
  const mains = () => [...(frame.current?.querySelectorAll<HTMLElement>('[data-main]') ?? [])];
  const field = () => frame.current?.querySelector<HTMLElement>('input[type="search"]');

  useEffect(() => {
    if (!isSettled || !isEntered.current) return;
    isEntered.current = false;
    mains()[0]?.focus();
  });

  function press(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const isInField = event.target === field();
    const step = steps[event.key];
    if (step !== undefined) go(step);
    else if (event.key === 'Enter' && isInField) enter();
    else if (event.key === 'Escape' && !isInField) field()?.focus();
    else return;
    event.preventDefault();
  }

  function go(step: number) {
    const lines = mains();
    const here = lines.findIndex((main) => main.closest('li')?.contains(document.activeElement));
    const next = here + step;
    if (next < 0) field()?.focus();
    else lines[Math.min(next, lines.length - 1)]?.focus();
  }

  function enter() {
    if (isSettled) mains()[0]?.focus();
    else isEntered.current = true;
  }

  /** Whoever types on means something else than what was entered. */
  return { frame, press, typeOn: () => (isEntered.current = false) };
}
