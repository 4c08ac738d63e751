/** Keys mean letters while somebody writes, and belong to the system with a modifier held or a dialog open. */
export const isTyping = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || isWriting(event);

/** What letters go into; a box or a circle that is ticked takes none. */
const taking =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [role="dialog"], [role="menu"], [role="listbox"]';

/** Somebody writes, chooses from a list or answers a dialog. */
export function isWriting(event: KeyboardEvent): boolean {
  if (isComposing(event)) return true;
  const at = event.target;
  // Where the focus was lost behind a dialog, the page still waits for its answer.
  if (at === document.body) return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
  if (!(at instanceof HTMLElement)) return false;
  return at.isContentEditable || at.closest(taking) !== null;
}

/** The keys of an input method choose characters: they are not ours until it is done. Safari tells of the last one by its code alone. */
export const isComposing = (event: KeyboardEvent): boolean =>
  // oxlint-disable-next-line typescript/no-deprecated
  event.isComposing || event.keyCode === 229;
