import type { SavedViewWire, ViewFilter, ViewPage } from '@tandem/contracts';

type Part = keyof ViewFilter;

/** What the parts of a filter are called in the address of each page. */
const names: Readonly<Record<ViewPage, Partial<Record<Part, string>>>> = {
  board: { ownerId: 'who', teamId: 'team', closes: 'closes', q: 'q' },
  opportunities: {
    ownerId: 'owner',
    teamId: 'team',
    stageId: 'stage',
    accountId: 'account',
    outcome: 'outcome',
    closes: 'closes',
    q: 'q',
  },
};

/** On the board one's own are called so, where the server says `me`. */
const mine = 'mine';
const chosen = 'view';
/** Stands where somebody wants to see everything, although they begin with a view. */
const everything = 'none';

const partsOf = (page: ViewPage) => Object.entries(names[page]) as [Part, string][];

/** The filter that the address of a page holds. */
export function filterIn(page: ViewPage, address: URLSearchParams): ViewFilter {
  const found = partsOf(page).flatMap(([part, name]) => {
    const value = address.get(name);
    return value ? [[part, part === 'ownerId' && value === mine ? 'me' : value] as const] : [];
  });
  return Object.fromEntries(found) as ViewFilter;
}

/** The address with another filter; what else it holds, such as the sides that stand open, stays. */
export function addressOf(
  page: ViewPage,
  address: URLSearchParams,
  view: Pick<SavedViewWire, 'id' | 'filter'> | null,
): URLSearchParams {
  const next = new URLSearchParams(address);
  for (const [part, name] of partsOf(page)) {
    const value = view?.filter[part];
    if (value === undefined) next.delete(name);
    else next.set(name, page === 'board' && value === 'me' ? mine : value);
  }
  next.delete(chosen);
  next.set(chosen, view?.id ?? everything);
  return next;
}

/** The view that was chosen, so long as nobody went on to everything. */
export const viewIn = (address: URLSearchParams): string | null => {
  const id = address.get(chosen);
  return id === everything ? null : id;
};

/** Nothing is said about what to show: whoever has a default gets it. */
export const isBare = (page: ViewPage, address: URLSearchParams): boolean =>
  !address.has(chosen) && partsOf(page).every(([, name]) => !address.get(name));

/** Sets or takes away one part; with the last one gone everything is meant, and not the default. */
export function withPart(
  page: ViewPage,
  address: URLSearchParams,
  { name, value }: { readonly name: string; readonly value: string | null },
): URLSearchParams {
  const next = new URLSearchParams(address);
  if (value) next.set(name, value);
  else next.delete(name);
  if (!isBare(page, address) && isBare(page, next)) next.set(chosen, everything);
  return next;
}

export function isSameFilter(one: ViewFilter, other: ViewFilter): boolean {
  const parts = new Set([...Object.keys(one), ...Object.keys(other)] as Part[]);
  return [...parts].every((part) => one[part] === other[part]);
}
