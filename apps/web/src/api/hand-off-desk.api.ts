import { keepPreviousData, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { HandOffDeskWire, HandOffQuery, WaitingCount } from '@tandem/contracts';
import { read } from './client';
import type { HandOffPage } from './hand-offs.api';
import { setServerClock } from './server-clock';

/** As many as somebody reads through; a desk with more of them says how many there are. */
export const deskLimit = 50;
export const mostOnDesk = 200;

export const deskQuery = (limit: number) =>
  queryOptions({
    queryKey: ['hand-offs', 'desk', limit],
    queryFn: async ({ signal }) => {
      const desk = await read<HandOffDeskWire>('/hand-offs/desk', { limit }, signal);
      setServerClock(desk.asOf);
      return desk;
    },
  });

/** The clocks run by themselves in between; who cannot be told of changes sees them soon. */
export const useDesk = (limit: number) =>
  useQuery({ ...deskQuery(limit), refetchInterval: 60_000, placeholderData: keepPreviousData });

/** How much came back and waits for marketing. */
export function useSentBackCount(enabled: boolean): number {
  const { data } = useQuery({ ...deskQuery(deskLimit), enabled, select: ({ sentBack }) => sentBack.count });
  return data ?? 0;
}

/** How many hand-offs between any teams that the one who looks may see are past their time; null until that is known. */
export const useOverdueHandOffs = (): number | null =>
  useQuery({ ...deskQuery(deskLimit), select: ({ waiting }) => waiting.overdue }).data ?? null;

/** How many hand-offs wait for the answer of the one who looks. */
export function useWaitingHandOffs(): number {
  const { data } = useQuery({
    queryKey: ['hand-offs', 'waiting-count'],
    queryFn: ({ signal }) => read<WaitingCount>('/hand-offs/waiting-count', {}, signal),
    refetchInterval: 60_000,
  });
  return data?.count ?? 0;
}

/** Which of the offers that ended somebody wants to see. */
export type Ended = Pick<HandOffQuery, 'answeredSince' | 'ending' | 'reason'>;

/** The hand-offs behind a count of answers. */
export const useEnded = (ended: Ended) =>
  useInfiniteQuery({
    queryKey: ['hand-offs', 'ended', ended],
    queryFn: ({ pageParam, signal }) =>
      read<HandOffPage>('/hand-offs', { ...ended, cursor: pageParam, limit: 50 }, signal),
    initialPageParam: '',
    getNextPageParam: ({ page }) => page.nextCursor,
  });
