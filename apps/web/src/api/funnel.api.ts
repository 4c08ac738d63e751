import { queryOptions, useQuery } from '@tanstack/react-query';
import type { FunnelWire, ReferencesWire } from '@tandem/contracts';
import { read } from './client';

/** The stages in order, the contract in force, and the reasons that may be given; changes rarely. */
export const funnel = queryOptions({
  queryKey: ['funnel'],
  queryFn: ({ signal }) => read<FunnelWire>('/funnel', {}, signal),
  staleTime: 5 * 60_000,
});

export const useFunnel = () => useQuery(funnel);

export const useReferences = (enabled = true) =>
  useQuery({
    queryKey: ['references'],
    queryFn: ({ signal }) => read<ReferencesWire>('/references', {}, signal),
    staleTime: 5 * 60_000,
    enabled,
  });
