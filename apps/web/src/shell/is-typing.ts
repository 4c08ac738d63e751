/** Keys mean letters while somebody writes, and belong to the system with a modifier held or a dialog open. */
export const isTyping = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || isWriting(event);

/** Somebody writes, chooses from a list or answers a dialog. */
export function isWriting(event: KeyboardEvent): boolean {
  if (isComposing(event)) return true;
  const at = event.target;
  if (!(at instanceof HTMLElement)) return false;
  return (
    at.isContentEditable ||
    at.closest('input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"]') !== null
  );
}

/** The keys of an input method choose characters: they are not ours until it is done. Safari tells of the last one by its code alone. */
export const isComposing = (event: KeyboardEvent): boolean =>
  // oxlint-disable-next-line typescript/no-deprecated
  event.isComposing || event.keyCode === 229;
