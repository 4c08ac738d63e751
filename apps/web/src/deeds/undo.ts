import { isWriting } from '../shell/is-typing';
import { modifier } from '../shell/open-palette';

/** How long a deed can be taken back by its keys; its line on the screen goes sooner. */
const memoryMs = 5 * 60_000;

let latest: { readonly take: () => void; readonly until: number } | null = null;

/** Remembers the way back from the latest deed; null where it has none, because Ctrl+Z must never take back an earlier one. */
export function keepUndo(take: (() => void) | null): void {
  latest = take && { take, until: Date.now() + memoryMs };
}

/** Takes back the latest deed, once. */
export function takeUndo(): boolean {
  const kept = latest;
  latest = null;
  if (kept === null || kept.until < Date.now()) return false;
  kept.take();
  return true;
}

/** Whether these are the keys that take back a deed; whoever writes takes back letters with them. */
export const isUndo = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) &&
  !event.shiftKey &&
  !event.altKey &&
  event.key.toLowerCase() === 'z' &&
  !isWriting(event);

export const undoHint = `${modifier}+Z`;
export const undoKeys = 'Control+Z Meta+Z';
