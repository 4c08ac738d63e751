import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  DefaultViewWire,
  NewSavedView,
  SavedViewListWire,
  SavedViewPatch,
  SavedViewWire,
  ViewPage,
} from '@tandem/contracts';
import { read, write } from './client';
import type { Seen } from './opportunities.api';
import { useWrite } from './use-write';

/** The views somebody keeps, and those that are shared with them. */
export const savedViews = queryOptions({
  queryKey: ['saved-views'],
  queryFn: ({ signal }) => read<SavedViewListWire>('/saved-views', {}, signal),
  staleTime: 5 * 60_000,
});

export const useSavedViews = () => useQuery(savedViews);

export const keepView = (body: NewSavedView, key: string) =>
  write<SavedViewWire>({ method: 'POST', path: '/saved-views', body, key });

export const changeView = ({ id, version, ...body }: Seen & SavedViewPatch, key: string) =>
  write<SavedViewWire>({ method: 'PATCH', path: `/saved-views/${id}`, body, version, key });

export const removeView = ({ id, version }: Seen, key: string) =>
  write<void>({ method: 'DELETE', path: `/saved-views/${id}`, version, key });

interface Beginning {
  readonly page: ViewPage;
  readonly viewId: string | null;
  /** Of the default there is already. */
  readonly version: number | undefined;
}

export const beginWith = ({ page, viewId, version }: Beginning, key: string) =>
  write<DefaultViewWire>({
    method: 'PUT',
    path: `/saved-views/defaults/${page}`,
    body: { viewId },
    key,
    ...(version === undefined ? {} : { version }),
  });

/** A view that was kept or changed stands in the menu at once. */
function useTaken(onDone: (answer: SavedViewWire) => void): (answer: SavedViewWire) => void {
  const client = useQueryClient();
  return (answer) => {
    client.setQueryData(
      savedViews.queryKey,
      (list) => list && { ...list, items: [...list.items.filter(({ id }) => id !== answer.id), answer] },
    );
    void client.invalidateQueries({ queryKey: savedViews.queryKey });
    onDone(answer);
  };
}

export const useKeepView = (onDone: (answer: SavedViewWire) => void) =>
  useWrite<NewSavedView, SavedViewWire>({ send: keepView, onDone: useTaken(onDone) });

export const useChangeView = (onDone: (answer: SavedViewWire) => void) =>
  useWrite<Seen & SavedViewPatch, SavedViewWire>({ send: changeView, onDone: useTaken(onDone) });
