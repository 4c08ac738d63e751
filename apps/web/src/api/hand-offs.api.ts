import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Acceptance, HandOffWire, NewHandOff, OpportunityWire, Page, Rejection } from '@tandem/contracts';
import { read, write } from './client';
import { useWrite } from './use-write';

export interface HandOffPage {
  readonly items: HandOffWire[];
  readonly page: Page;
}

/** Everything that a hand-off moves: the board, the lists, the opportunity itself and the number in the navigation. */
export const touchedByHandOff = ['board', 'opportunity', 'history', 'opportunities', 'hand-offs'];

const waiting = (signal?: AbortSignal) => read<HandOffPage>('/hand-offs', { state: 'offered', limit: 200 }, signal);

/** How many hand-offs wait for the answer of the one who looks. */
export function useWaitingHandOffs(): number {
  const { data } = useQuery({
    queryKey: ['hand-offs', 'waiting'],
    queryFn: ({ signal }) => waiting(signal),
    refetchInterval: 60_000,
    select: ({ items }) => items.filter(({ mayAnswer }) => mayAnswer).length,
  });
  return data ?? 0;
}

export const useHandOffs = (state: HandOffWire['state'] | undefined) =>
  useInfiniteQuery({
    queryKey: ['hand-offs', 'list', state ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      read<HandOffPage>('/hand-offs', { state, cursor: pageParam, limit: 50 }, signal),
    initialPageParam: '',
    getNextPageParam: ({ page }) => page.nextCursor,
    refetchInterval: 60_000,
  });

function useTouch(): () => void {
  const client = useQueryClient();
  return () =>
    void client.invalidateQueries({ predicate: ({ queryKey }) => touchedByHandOff.includes(String(queryKey[0])) });
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}

export function useAccept(onDone?: () => void) {
  const touch = useTouch();
  return useWrite<Versioned & Acceptance, HandOffWire>({
    send: ({ id, version, ...body }, key) =>
      write({ method: 'POST', path: `/hand-offs/${id}/acceptance`, body, version, key }),
    onDone: () => {
      touch();
      onDone?.();
    },
  });
}

export function useReject(onDone?: () => void) {
  const touch = useTouch();
  return useWrite<Versioned & Rejection, HandOffWire>({
    send: ({ id, version, ...body }, key) =>
      write({ method: 'POST', path: `/hand-offs/${id}/rejection`, body, version, key }),
    onDone: () => {
      touch();
      onDone?.();
    },
  });
}

/** `version` is the opportunity's: an offer is a change of it. */
export function useOffer(onDone?: () => void) {
  const touch = useTouch();
  return useWrite<Versioned & NewHandOff, OpportunityWire>({
    send: ({ id, version, ...body }, key) =>
      write({ method: 'POST', path: `/opportunities/${id}/hand-offs`, body, version, key }),
    onDone: () => {
      touch();
      onDone?.();
    },
  });
}
