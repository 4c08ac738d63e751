import { useQuery } from '@tanstack/react-query';
import type { UpkeepWire } from '@tandem/contracts';
import { read } from './client';

const oftenMs = 15_000;

/** How it stands with the installation; a page that is looked at goes on asking. */
export const useUpkeep = () =>
  useQuery({
    queryKey: ['upkeep'],
    queryFn: ({ signal }) => read<UpkeepWire>('/upkeep', {}, signal),
    refetchInterval: oftenMs,
  });
