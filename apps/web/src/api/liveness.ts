import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let isLive = false;

/** Whether what others change is heard of at once. */
export function becomeLive(next: boolean): void {
  isLive = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useLive = (): boolean => useSyncExternalStore(subscribe, () => isLive);
