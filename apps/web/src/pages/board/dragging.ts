import { useEffect, type RefObject } from 'react';

type Drag = typeof import('./drag');
type Cleanup = () => void;
/** Joins an element in, and gives what takes it out again. */
export type Join = (drag: Drag, element: HTMLElement) => Cleanup;

/** On its way while the board is drawn: nobody drags a card that does not stand there yet, and keys move cards without it. */
const coming = import('./drag');

/** Makes an element take part in dragging as long as it stands; null for one that does not. */
export function useDragging(ref: RefObject<HTMLElement | null>, join: Join | null): void {
  useEffect(() => {
    const element = ref.current;
    if (!element || !join) return undefined;
    let leave: Cleanup | undefined;
    let isOver = false;
    coming.then(
      (drag) => {
        if (!isOver) leave = join(drag, element);
      },
      () => undefined,
    );
    return () => {
      isOver = true;
      leave?.();
    };
  }, [ref, join]);
}
