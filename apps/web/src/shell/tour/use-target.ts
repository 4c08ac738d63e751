import { useEffect, useState } from 'react';

const everyMs = 150;

/** Where the first of these parts that can be seen stands on the screen; null while none can. Looked for again and again: pages arrive, and scroll. */
export function useTarget(marks: readonly string[]): DOMRect | null {
  const [rect, setRect] = useState<DOMRect | null>(null);
  const wanted = marks.join(' ');
  useEffect(() => {
    let isScrolled = false;
    const look = () => {
      const part = seen(wanted.split(' '));
      const found = part?.getBoundingClientRect() ?? null;
      // Once: whoever scrolls on wants to see something else.
      if (part && found && !isScrolled) {
        isScrolled = true;
        if (found.bottom > innerHeight || found.top < 0) part.scrollIntoView({ block: 'center' });
      }
      setRect((before) => (isSame(before, found) ? before : found));
    };
    look();
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }, [wanted]);
  return rect;
}

function seen(marks: readonly string[]): Element | null {
  for (const mark of marks) {
    const found = [...document.querySelectorAll(`[data-tour="${mark}"]`)].find((part) => {
      const { width, left, right } = part.getBoundingClientRect();
      return width > 0 && right > 0 && left < innerWidth;
    });
    if (found) return found;
  }
  return null;
}

const isSame = (one: DOMRect | null, other: DOMRect | null): boolean =>
  one?.left === other?.left && one?.top === other?.top && one?.width === other?.width && one?.height === other?.height;
