import type { SavedViewWire, ViewFilter, ViewPage } from '@tandem/contracts';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useSavedViews } from '../api/saved-views.api';
import { addressOf, filterIn, isBare, isSameFilter, viewIn } from './view-address';

/** What can be done with views on a page, and which of them it shows. */
export interface PageViews {
  readonly page: ViewPage;
  readonly items: readonly SavedViewWire[];
  /** The filter of the address. */
  readonly filter: ViewFilter;
  /** The view that was chosen; it may have been changed since. */
  readonly chosen: SavedViewWire | null;
  readonly isChanged: boolean;
  /** A link led to a view that is gone, or shared with this person no longer. */
  readonly isLost: boolean;
  /** The one this person begins with. */
  readonly beginsWith: string | null;
  readonly defaultVersion: number | undefined;
  /** False while it is not known yet whether this person begins with a view of theirs. */
  readonly isSettled: boolean;
  /** Nobody knows which views there are; null while they are on their way. */
  readonly failure: { readonly error: Error; readonly again: () => void } | null;
  readonly choose: (view: Pick<SavedViewWire, 'id' | 'filter'> | null) => void;
}

/** The views of a page; whoever comes without a filter begins with their default. */
export function usePageViews(page: ViewPage): PageViews {
  const [address, setAddress] = useSearchParams();
  const { data, isPending, error, refetch } = useSavedViews();
  const items = (data?.items ?? []).filter((view) => view.page === page);
  const present = data?.defaults.find((one) => one.page === page);
  const beginsWith = items.find(({ id }) => id === present?.viewId) ?? null;
  const bare = isBare(page, address);
  const first = bare ? beginsWith : null;
  useEffect(() => {
    if (first) setAddress((before) => addressOf(page, before, first), { replace: true });
  }, [page, first, setAddress]);
  const filter = filterIn(page, address);
  const wanted = viewIn(address);
  const chosen = items.find(({ id }) => id === wanted) ?? null;
  return {
    page,
    items,
    filter,
    chosen,
    isChanged: chosen !== null && !isSameFilter(chosen.filter, filter),
    isLost: wanted !== null && data !== undefined && chosen === null,
    beginsWith: beginsWith?.id ?? null,
    defaultVersion: present?.version,
    isSettled: !bare || (!isPending && !first),
    failure: data === undefined && error ? { error, again: () => void refetch() } : null,
    choose: (view) => setAddress((before) => addressOf(page, before, view)),
  };
}
