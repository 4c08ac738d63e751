import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import type { Acceptance, HandOffWire, NewHandOff, Page, Rejection } from '@tandem/contracts';
import { useRef } from 'react';
import { read, write } from './client';
import { newKey } from './new-key';
import { useTouch } from './use-touch';
import { useWrite } from './use-write';

export interface HandOffPage {
  readonly items: HandOffWire[];
  readonly page: Page;
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

interface Versioned {
  readonly id: string;
  readonly version: number;
}

export function useAccept(onDone?: () => void) {
  const touch = useTouch();
  // Keys are quick: several may be under way at once, each under an idempotency key of its own until it succeeded.
  const keys = useRef(new Map<string, string>());
  return useMutation({
    mutationFn: ({ id, version, ...body }: Versioned & Acceptance) => {
      const key = keys.current.get(id) ?? newKey();
      keys.current.set(id, key);
      return write<HandOffWire>({ method: 'POST', path: `/hand-offs/${id}/acceptance`, body, version, key });
    },
    onSuccess: (_, { id }) => {
      keys.current.delete(id);
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

/** `id` and `version` are the opportunity's: an offer is a change of it. */
export function useOffer(onDone?: () => void) {
  const touch = useTouch();
  return useWrite<Versioned & NewHandOff, HandOffWire>({
    send: ({ id, version, ...body }, key) =>
      write({ method: 'POST', path: `/opportunities/${id}/hand-offs`, body, version, key }),
    onDone: () => {
      touch();
      onDone?.();
    },
  });
}

/** The hand-off by which sales has an opportunity, if it came that way; it is what can be given back. */
export const useAccepted = (opportunityId: string) =>
  useQuery({
    queryKey: ['hand-offs', 'accepted', opportunityId],
    queryFn: ({ signal }) => read<HandOffPage>('/hand-offs', { opportunityId, state: 'accepted', limit: 1 }, signal),
    select: ({ items }) => items[0] ?? null,
  });

export function useGiveBack(onDone?: () => void) {
  const touch = useTouch();
  return useWrite<Versioned & Rejection, HandOffWire>({
    send: ({ id, version, ...body }, key) =>
      write({ method: 'POST', path: `/hand-offs/${id}/return`, body, version, key }),
    onDone: () => {
      touch();
      onDone?.();
    },
  });
}
