import type { Card } from '@tandem/contracts';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { useDragging, type Join } from './dragging';

interface Target<Element extends HTMLElement> {
  readonly ref: RefObject<Element | null>;
  /** The card held over this place now. */
  readonly over: Card | null;
}

/** A place where cards may be dropped. */
export function useDrop<Element extends HTMLElement>(
  accepts: (card: Card) => boolean,
  onCard: (card: Card) => void,
): Target<Element> {
  const ref = useRef<Element>(null);
  const [over, setOver] = useState<Card | null>(null);
  const latest = useRef({ accepts, onCard });
  useEffect(() => {
    latest.current = { accepts, onCard };
  });
  const join = useCallback<Join>(
    ({ dropTargetForElements }, element) =>
      dropTargetForElements({
        element,
        canDrop: ({ source }) => latest.current.accepts(source.data['card'] as Card),
        onDragEnter: ({ source }) => setOver(source.data['card'] as Card),
        onDragLeave: () => setOver(null),
        onDrop: ({ source }) => {
          setOver(null);
          latest.current.onCard(source.data['card'] as Card);
        },
      }),
    [],
  );
  useDragging(ref, join);
  return { ref, over };
}
