/** Every row that the arrows walk over, list by list. */
const lists = (): HTMLElement[][] =>
  [...document.querySelectorAll<HTMLElement>('[data-rows]')]
    .map((list) => [...list.querySelectorAll<HTMLElement>('[data-row] [data-row-link]')])
    .filter((links) => links.length > 0);

/** Brings the focus to the row above or below, or to the first one of the list before or after; false where there is none. */
export function stepRows(key: string, from: Element): boolean {
  const all = lists();
  const row = from.closest('[data-row]');
  const list = all.findIndex((links) => links.some((link) => row?.contains(link)));
  const place = all[list]?.findIndex((link) => row?.contains(link)) ?? -1;
  return stand(place < 0 ? undefined : neighbour(key, all, list, place));
}

/** The first row of the page, for somebody who stands nowhere yet. */
export const standOnFirstRow = (): boolean => stand(lists()[0]?.[0]);

/** The row beside one that is about to go; on the heading of the page when it was the last. */
export function standBeside(going: Element): void {
  if (stepWithin(going)) return;
  document.querySelector<HTMLElement>('#content [data-page-title]')?.focus({ preventScroll: true });
}

const stepWithin = (going: Element): boolean => stepRows('ArrowDown', going) || stepRows('ArrowUp', going);

function neighbour(key: string, all: readonly HTMLElement[][], list: number, place: number): HTMLElement | undefined {
  if (key === 'ArrowDown') return all[list]?.[place + 1];
  if (key === 'ArrowUp') return all[list]?.[place - 1];
  return all[key === 'ArrowRight' ? list + 1 : list - 1]?.[0];
}

function stand(link: HTMLElement | undefined): boolean {
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
  return link !== undefined;
}
