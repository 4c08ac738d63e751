import { useQuery } from '@tanstack/react-query';
import type { Page, TouchWire } from '@tandem/contracts';
import { read } from './client';

export interface Touches {
  readonly items: readonly TouchWire[];
  readonly page: Page;
}

/** The latest contacts with the buyer of one opportunity: as many as the server gives at once. */
export const useTouches = (opportunityId: string) =>
  useQuery({
    queryKey: ['touches', opportunityId],
    queryFn: ({ signal }) => read<Touches>('/touches', { opportunityId, limit: 200 }, signal),
  });
