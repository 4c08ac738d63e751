import type { QueryClient } from '@tanstack/react-query';
import { bothOf, figures, meeting, outlooks, type Stale } from './stale-by';

const busyMs = 200;

/**
 * How soon after news each kind is asked for again, and how long it then rests however much happens: where hundreds of people work something
 * changes all the time, and every screen would ask without end.
 */
const turns = [
  { isOf: (name: string) => meeting.includes(name), ms: 100, restMs: 500 },
  { isOf: (name: string) => outlooks.includes(name), ms: 10_000, restMs: 60_000 },
  { isOf: (name: string) => figures.includes(name), ms: 2_000, restMs: 10_000 },
  { isOf: () => true, ms: 100, restMs: 1_500 },
] as const;

/** Asks again for what became old; of each kind once for all news until its turn. */
export function askingAgain(client: QueryClient): { readonly ask: (stale: Stale) => void; readonly stop: () => void } {
  const gathered = turns.map((turn) => ({ ...turn, ...gathering(turn) }));
  return {
    ask: (stale) => {
      for (const [name, ids] of stale) gathered.find(({ isOf }) => isOf(name))?.add(name, ids);
    },
    stop: () => {
      for (const { stop } of gathered) stop();
    },
  };

  /** A change of one's own is drawn before it is saved, and a card in the hand stands on the board as it is: nothing may come in between. */
  function isBusy(): boolean {
    return client.isMutating() > 0 || document.querySelector('[data-dragged]') !== null;
  }

  function gathering({ ms, restMs }: { readonly ms: number; readonly restMs: number }) {
    let old = new Map<string, readonly string[] | null>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let restsUntil = 0;
    const fetch = () => {
      timer = undefined;
      if (isBusy()) {
        timer = setTimeout(fetch, busyMs);
        return;
      }
      const now = old;
      old = new Map();
      restsUntil = Date.now() + restMs;
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
        timer ??= setTimeout(fetch, Math.max(ms, restsUntil - Date.now()));
      },
      stop: () => clearTimeout(timer),
    };
  }
}
