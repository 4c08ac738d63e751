import { startTransition, useEffect, useState } from 'react';

/** Of a long list those that can be seen are drawn at once, those below them while nothing else is to do. */
export function useFirstFew<Item>(items: readonly Item[], atFirst: number): readonly Item[] {
  const [isWhole, setWhole] = useState(items.length <= atFirst);
  useEffect(() => {
    if (!isWhole) startTransition(() => setWhole(true));
  }, [isWhole]);
  return isWhole ? items : items.slice(0, atFirst);
}
