import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ActionChange,
  ActionWire,
  AgendaItemChange,
  AgendaItemWire,
  AgendaState,
  AgendaSummaryWire,
  AgendaWire,
  NewAction,
  NewAgendaItem,
  Page,
  PresentItem,
  SeriesWire,
} from '@tandem/contracts';
import { read, write } from './client';
import { newKey } from './new-key';
import { isProblem } from './problem-error';
import { setServerClock } from './server-clock';
import { useWrite } from './use-write';

const agendasKey = ['agendas'] as const;
const agendaKey = (id: string) => ['agenda', id] as const;

export const series = queryOptions({
  queryKey: ['meeting-series'],
  queryFn: ({ signal }) => read<{ items: SeriesWire[] }>('/meetings/series', {}, signal),
  staleTime: 5 * 60_000,
});

export const useSeries = () => useQuery(series);

export const useAgendas = () =>
  useInfiniteQuery({
    queryKey: agendasKey,
    queryFn: ({ signal, pageParam }) =>
      read<{ items: AgendaSummaryWire[]; page: Page }>('/agendas', { limit: 30, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => (page.hasMore ? page.nextCursor : null),
  });

export const agendaOf = (id: string) =>
  queryOptions({
    queryKey: agendaKey(id),
    queryFn: async ({ signal }) => {
      const agenda = await read<AgendaWire>(`/agendas/${id}`, {}, signal);
      setServerClock(agenda.readAt);
      return agenda;
    },
  });

export const useAgenda = (id: string) =>
  useQuery({
    ...agendaOf(id),
    // In the meeting several people tick at once: who cannot be told of it sees it soon.
    refetchInterval: 20_000,
  });

type Change<Wanted> = Wanted & { readonly id: string; readonly version: number };

/** Ticks an action before the server answered; a refusal puts it back, or shows what somebody else made of it. */
export function useSettleAction(agendaId: string) {
  const client = useQueryClient();
  const key = agendaKey(agendaId);
  const put = (action: ActionWire) =>
    client.setQueryData<AgendaWire>(
      key,
      (agenda) => agenda && { ...agenda, actions: replaced(agenda.actions, action) },
    );
  return useMutation({
    mutationFn: ({ id, version, state }: Change<ActionChange>) =>
      write<ActionWire>({ method: 'PATCH', path: `/actions/${id}`, body: { state }, version, key: newKey() }),
    onMutate: async ({ id, state }) => {
      await client.cancelQueries({ queryKey: key });
      const before = client.getQueryData<AgendaWire>(key)?.actions.find((action) => action.id === id);
      if (before) put({ ...before, state, settledAt: null, overdue: false });
      return before;
    },
    onSuccess: put,
    onError: (error, _, before) => {
      if (!before) return;
      const theirs = isProblem(error, 412) ? (error.problem.current as Partial<ActionWire> | undefined) : undefined;
      put({ ...before, ...theirs });
    },
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useChangeItem(agendaId: string, onDone: () => void) {
  const refresh = useRefresh(agendaId);
  return useWrite<Change<AgendaItemChange>, AgendaItemWire>({
    send: ({ id, version, ...body }, key) =>
      write({ method: 'PATCH', path: `/agenda-items/${id}`, body, version, key }),
    onDone: () => {
      refresh();
      onDone();
    },
  });
}

export function useAddItem(agendaId: string, onDone: () => void) {
  const refresh = useRefresh(agendaId);
  return useWrite<NewAgendaItem, AgendaItemWire>({
    send: (body, key) => write({ method: 'POST', path: `/agendas/${agendaId}/items`, body, key }),
    onDone: () => {
      refresh();
      onDone();
    },
  });
}

export function useAddAction(agendaId: string, onDone: (action: ActionWire) => void) {
  const refresh = useRefresh(agendaId);
  return useWrite<Omit<NewAction, 'figureKey'>, ActionWire>({
    send: (body, key) => write({ method: 'POST', path: `/agendas/${agendaId}/actions`, body, key }),
    onDone: (action) => {
      refresh();
      onDone(action);
    },
  });
}

/** Closes the meeting, or opens it again. */
export function useChangeAgenda(agendaId: string) {
  const refresh = useRefresh(agendaId);
  return useMutation({
    mutationFn: ({ version, state }: AgendaState & { readonly version: number }) =>
      write<AgendaWire>({ method: 'PATCH', path: `/agendas/${agendaId}`, body: { state }, version, key: newKey() }),
    onSettled: refresh,
  });
}

/** Closes the meeting and sends its minutes; sent a second time they are not sent again. */
export function useSendMinutes(agendaId: string) {
  const client = useQueryClient();
  const refresh = useRefresh(agendaId);
  return useMutation({
    mutationFn: ({ version }: { readonly version: number }) =>
      write<AgendaWire>({ method: 'POST', path: `/agendas/${agendaId}/minutes`, version, key: newKey() }),
    onSuccess: (agenda) => client.setQueryData(agendaKey(agendaId), agenda),
    onSettled: refresh,
  });
}

/** Turns to an item for everybody who takes part. */
export function useTurnTo(agendaId: string) {
  const client = useQueryClient();
  const refresh = useRefresh(agendaId);
  return useMutation({
    mutationFn: ({ version, itemId }: PresentItem & { readonly version: number }) =>
      write<AgendaWire>({
        method: 'PUT',
        path: `/agendas/${agendaId}/present-item`,
        body: { itemId },
        version,
        key: newKey(),
      }),
    onSuccess: (agenda) => client.setQueryData(agendaKey(agendaId), agenda),
    onError: refresh,
  });
}

function useRefresh(agendaId: string): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ queryKey: agendaKey(agendaId) });
    void client.invalidateQueries({ queryKey: agendasKey });
  };
}

const replaced = (actions: readonly ActionWire[], action: ActionWire): ActionWire[] =>
  actions.map((present) => (present.id === action.id ? action : present));
