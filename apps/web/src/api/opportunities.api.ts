import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  AccountWire,
  Board,
  Card,
  ClosesIn,
  HistoryWire,
  Loss,
  NewMove,
  NewOpportunity,
  OpportunityPatch,
  OpportunityWire,
  Outcome,
  Page,
} from '@tandem/contracts';
import { read, write } from './client';
import { keepCards } from './keep-cards';
import { useTouch } from './use-touch';
import { useWrite } from './use-write';

/** Which opportunity a change is meant for, and the version the person saw. */
export interface Seen {
  readonly id: string;
  readonly version: number;
}

export interface BoardFilter {
  readonly ownerId?: string | undefined;
  readonly teamId?: string | undefined;
  readonly closes?: ClosesIn | undefined;
  readonly q?: string | undefined;
}

export const boardKey = (filter: BoardFilter) => ['board', filter] as const;

export const boardOf = (filter: BoardFilter) =>
  queryOptions({
    queryKey: boardKey(filter),
    queryFn: ({ signal }) => read<Board>('/board', { ...filter }, signal),
    structuralSharing: (before, now) => keepCards(before as Board | undefined, now as Board),
  });

export const useBoard = (filter: BoardFilter, still: boolean) =>
  useQuery({
    ...boardOf(filter),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
    // A board that redraws under an open menu would take it away; what changed meanwhile comes when it is closed.
    enabled: !still,
  });

export interface OpportunityFilter extends BoardFilter {
  readonly outcome?: Outcome | undefined;
  readonly stageId?: string | undefined;
  readonly accountId?: string | undefined;
}

export const opportunitiesOf = (filter: OpportunityFilter) =>
  infiniteQueryOptions({
    queryKey: ['opportunities', filter],
    queryFn: ({ pageParam, signal }) =>
      read<{ items: Card[]; page: Page }>('/opportunities', { ...filter, cursor: pageParam, limit: 50 }, signal),
    initialPageParam: '',
    getNextPageParam: ({ page }) => page.nextCursor,
  });

export const useOpportunities = (filter: OpportunityFilter, enabled: boolean) =>
  useInfiniteQuery({ ...opportunitiesOf(filter), enabled, placeholderData: keepPreviousData });

export const opportunityKey = (id: string) => ['opportunity', id] as const;
export const historyKey = (id: string) => ['history', id] as const;

export const readOpportunity = (id: string, signal?: AbortSignal) =>
  read<OpportunityWire>(`/opportunities/${id}`, {}, signal);
export const readHistory = (id: string, signal?: AbortSignal) =>
  read<HistoryWire>(`/opportunities/${id}/history`, {}, signal);

export const opportunityOf = (id: string) =>
  queryOptions({ queryKey: opportunityKey(id), queryFn: ({ signal }) => readOpportunity(id, signal) });

export const useOpportunity = (id: string) => useQuery(opportunityOf(id));

export const historyOf = (id: string) =>
  queryOptions({ queryKey: historyKey(id), queryFn: ({ signal }) => readHistory(id, signal) });

export const useHistory = (id: string) => useQuery(historyOf(id));

export const useAccounts = (q: string) =>
  useQuery({
    queryKey: ['accounts', q],
    queryFn: ({ signal }) => read<{ items: AccountWire[]; page: Page }>('/accounts', { q, limit: 20 }, signal),
    placeholderData: keepPreviousData,
  });

export const changeOpportunity = ({ id, version, ...body }: Seen & OpportunityPatch, key: string) =>
  write<OpportunityWire>({ method: 'PATCH', path: `/opportunities/${id}`, body, version, key });

type Ending = 'moves' | 'loss' | 'cancellation' | 'reopening';

/** A deed with its own address under the opportunity. */
const deedOf =
  <Body extends object>(address: Ending) =>
  ({ id, version, ...body }: Seen & Body, key: string) =>
    write<OpportunityWire>({ method: 'POST', path: `/opportunities/${id}/${address}`, body, version, key });

export const moveOpportunity = deedOf<NewMove>('moves');
export const loseOpportunity = deedOf<Loss>('loss');
export const cancelOpportunity = deedOf<{ note: string }>('cancellation');
export const reopenOpportunity = deedOf<{ toStageId: string; note: string }>('reopening');

/** After any change: what the server answered is shown at once, everything else that shows it is asked for again. */
function useTaken(onDone?: (answer: OpportunityWire) => void) {
  const client = useQueryClient();
  const touch = useTouch();
  return (answer: OpportunityWire) => {
    client.setQueryData(opportunityKey(answer.id), answer);
    touch();
    onDone?.(answer);
  };
}

export function useOpen(onDone?: (answer: OpportunityWire) => void) {
  const taken = useTaken(onDone);
  return useWrite<NewOpportunity, OpportunityWire>({
    send: (body, key) => write({ method: 'POST', path: '/opportunities', body, key }),
    onDone: taken,
  });
}

export function useChange(onDone?: (answer: OpportunityWire) => void) {
  const taken = useTaken(onDone);
  return useWrite<Seen & OpportunityPatch, OpportunityWire>({ send: changeOpportunity, onDone: taken });
}

type Done = (answer: OpportunityWire) => void;

const useDeed = <Body extends object>(
  send: (wanted: Seen & Body, key: string) => Promise<OpportunityWire>,
  onDone?: Done,
) => useWrite<Seen & Body, OpportunityWire>({ send, onDone: useTaken(onDone) });

export const useMove = (onDone?: Done) => useDeed(moveOpportunity, onDone);
export const useLose = (onDone?: Done) => useDeed(loseOpportunity, onDone);
export const useCancel = (onDone?: Done) => useDeed(cancelOpportunity, onDone);
export const useReopen = (onDone?: Done) => useDeed(reopenOpportunity, onDone);
