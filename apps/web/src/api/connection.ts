import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let reachable = true;

function become(next: boolean): void {
  if (reachable === next) return;
  reachable = next;
  for (const listener of listeners) listener();
}

/** Whether the server answered the last time it was asked. */
export const connection = {
  lost: () => become(false),
  found: () => become(true),
};

const subscribe = (listener: () => void) => {
  const offline = () => become(false);
  listeners.add(listener);
  window.addEventListener('offline', offline);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('offline', offline);
  };
};

export const useReachable = (): boolean => useSyncExternalStore(subscribe, () => reachable);
