import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DirectoryEntryWire, DirectoryListWire, FoundContactsWire, OwnCardWire } from '@tandem/contracts';
import { read, write } from './client';
import { useWrite } from './use-write';

const directoryKey = ['directory'] as const;
const ownKey = ['directory', 'me'] as const;

export type DirectorySide = DirectoryEntryWire['side'];

/** Colleagues by a few letters. Who is at work is told anew each minute; what fewer letters found stays until the answer is there. */
export const useDirectory = (q: string, side: DirectorySide | undefined) =>
  useInfiniteQuery({
    queryKey: [...directoryKey, 'people', q, side ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      read<DirectoryListWire>('/directory/people', { q, side, cursor: pageParam, limit: 30 }, signal),
    initialPageParam: '',
    getNextPageParam: ({ page }) => page.nextCursor,
    placeholderData: (before) => before,
    refetchInterval: 60_000,
  });

/** People at customers; nobody is asked for before something is typed. */
export const useContacts = (q: string) =>
  useQuery({
    queryKey: [...directoryKey, 'contacts', q],
    queryFn: ({ signal }) => read<FoundContactsWire>('/directory/contacts', { q, limit: 20 }, signal),
    enabled: q !== '',
    placeholderData: (before) => before,
  });

export const useOwnCard = (enabled: boolean) =>
  useQuery({
    queryKey: ownKey,
    queryFn: ({ signal }) => read<DirectoryEntryWire>('/directory/me', {}, signal),
    enabled,
  });

export function useWriteOwnCard(onDone: () => void) {
  const client = useQueryClient();
  return useWrite<OwnCardWire & { readonly version: number }, DirectoryEntryWire>({
    send: ({ version, ...body }, key) => write({ method: 'PATCH', path: '/directory/me', body, version, key }),
    onDone: (entry) => {
      client.setQueryData(ownKey, entry);
      void client.invalidateQueries({ queryKey: directoryKey });
      onDone();
    },
  });
}
