import type { QueryClient } from '@tanstack/react-query';
import { bothOf, figures, outlooks, type Stale } from './stale-by';

const recordsMs = 100;
const figuresMs = 2_000;
const outlooksMs = 10_000;
const busyMs = 200;

/**
 * Asks again for what became old: lists and records almost at once, figures a little later, what is reckoned from histories last; each
 * once for all news until then.
 */
export function askingAgain(client: QueryClient): { readonly ask: (stale: Stale) => void; readonly stop: () => void } {
  const [soon, later, last] = [gathering(recordsMs), gathering(figuresMs), gathering(outlooksMs)];
  const turnOf = (name: string) => {
    if (outlooks.includes(name)) return last;
    return figures.includes(name) ? later : soon;
  };
  return {
    ask: (stale) => {
      for (const [name, ids] of stale) turnOf(name).add(name, ids);
    },
    stop: () => {
      soon.stop();
      later.stop();
      last.stop();
    },
  };

  /** A change of one's own is drawn before it is saved, and a card in the hand stands on the board as it is: nothing may come in between. */
  function isBusy(): boolean {
    return client.isMutating() > 0 || document.querySelector('[data-dragged]') !== null;
  }

  function gathering(ms: number) {
    let old = new Map<string, readonly string[] | null>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fetch = () => {
      timer = undefined;
      if (isBusy()) {
        timer = setTimeout(fetch, busyMs);
        return;
      }
      const now = old;
      old = new Map();
      void client.invalidateQueries({
        predicate: ({ queryKey: [name, id] }) => {
          const ids = now.get(String(name));
          return ids === null || (ids?.includes(String(id)) ?? false);
        },
      });
    };
    return {
      add: (name: string, ids: readonly string[] | null) => {
        old.set(name, bothOf(old.get(name), ids));
        timer ??= setTimeout(fetch, ms);
      },
      stop: () => clearTimeout(timer),
    };
  }
}
