import { startTransition, useEffect, useRef, useState, type RefObject } from 'react';

interface Growing<Item> {
  readonly drawn: readonly Item[];
  /** Stands behind the last one drawn. */
  readonly end: RefObject<HTMLDivElement | null>;
}

/** What can be seen at once on most screens. */
const atFirst = 6;
/** So many more at a time. */
const step = 12;
/** Before somebody comes to the end of what is drawn, so that nobody sees it. */
const beforeMargin = '900px 0px';

/**
 * Of a long list of cards what can be seen, and more as somebody comes near its end: each card that is drawn costs a browser something with
 * every frame, seen or not. At least `upTo` are drawn.
 */
export function useGrowing<Item>(items: readonly Item[], upTo: number): Growing<Item> {
  const end = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState(atFirst);
  const shown = Math.max(count, upTo);
  const isWhole = shown >= items.length;
  useEffect(() => {
    const grow = () => startTransition(() => setCount(shown + step));
    const [mark, list] = [end.current, end.current?.parentElement];
    if (isWhole || !mark || !list) return undefined;
    if (shown <= atFirst) {
      grow();
      return undefined;
    }
    // On a phone the whole page scrolls.
    const root = getComputedStyle(list).overflowY === 'visible' ? null : list;
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) grow();
      },
      { root, rootMargin: beforeMargin },
    );
    watch.observe(mark);
    return () => watch.disconnect();
  }, [shown, isWhole]);
  return { drawn: isWhole ? items : items.slice(0, shown), end };
}
