/** Keys mean letters while somebody writes, and belong to the system with a modifier held or a dialog open. */
export const isTyping = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || isWriting(event);

/** Somebody writes, chooses from a list or answers a dialog. */
export function isWriting(event: KeyboardEvent): boolean {
  if (event.isComposing) return true;
  const at = event.target;
  if (!(at instanceof HTMLElement)) return false;
  return (
    at.isContentEditable ||
    at.closest('input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"]') !== null
  );
}
