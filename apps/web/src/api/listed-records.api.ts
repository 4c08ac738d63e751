import { useInfiniteQuery } from '@tanstack/react-query';
import type { AcquisitionRecordsWire, FlowRecordsWire } from '@tandem/contracts';
import { read, type Query } from './client';

export type ListedRecordsWire = FlowRecordsWire | AcquisitionRecordsWire;

const recordsAtOnce = 100;

/** The records behind a number beside the funnel. */
export const useListedRecords = (path: string, query: Query) =>
  useInfiniteQuery({
    staleTime: 0,
    queryKey: ['funnel-records', path, query],
    queryFn: ({ signal, pageParam }) =>
      read<ListedRecordsWire>(path, { ...query, limit: recordsAtOnce, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => (page.hasMore ? page.nextCursor : null),
  });
