import { useQuery } from '@tanstack/react-query';
import type { PeopleWire } from '@tandem/contracts';
import { read } from './client';

export const peopleKey = ['people'] as const;

/** Everybody of both sides with their teams and offices; changes rarely. */
export const usePeople = (enabled = true) =>
  useQuery({
    queryKey: peopleKey,
    queryFn: ({ signal }) => read<PeopleWire>('/people', {}, signal),
    staleTime: 5 * 60_000,
    enabled,
  });
