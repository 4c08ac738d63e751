import { useQuery } from '@tanstack/react-query';
import type { SetupState } from '@tandem/contracts';
import { read } from './client';

export const setupKey = ['setup'] as const;

/** Whether this installation waits for somebody to set it up; once it does not, it never will again. */
export const useSetup = () =>
  useQuery({
    queryKey: setupKey,
    queryFn: ({ signal }) => read<SetupState>('/setup', {}, signal),
    staleTime: ({ state: { data } }) => (data?.isOpen === false ? Infinity : 0),
  });
