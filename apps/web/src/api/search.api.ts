import { useQuery } from '@tanstack/react-query';
import type { SearchWire } from '@tandem/contracts';
import { read } from './client';

/** How many of each kind are asked for. */
export const searchedFor = 5;

/** An answer that knows what it is the answer to. */
export interface SearchAnswer extends SearchWire {
  readonly q: string;
}

/**
 * What a few letters find. Each text is a question of its own, so that an older answer never stands in the place of a newer one; until
 * it comes, what the first letters found stays.
 */
export const useSearch = (q: string) =>
  useQuery<SearchAnswer>({
    queryKey: ['search', q],
    queryFn: async ({ signal }) => ({
      ...(await read<SearchWire>('/search', { q, limit: searchedFor }, signal)),
      q,
    }),
    enabled: q !== '',
    placeholderData: (before) => (before && q.startsWith(before.q) ? before : undefined),
    // Whoever types wants to hear at once that nothing answers; then it is tried again until it does.
    retry: false,
    refetchInterval: ({ state }) => (state.status === 'error' ? 2_000 : false),
  });
