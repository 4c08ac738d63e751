import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { DeliveryMailWire, DeliveryWire, Page } from '@tandem/contracts';
import { read } from './client';

export type DeliveryState = DeliveryWire['state'];

export interface DeliveriesAsked {
  readonly state: DeliveryState | null;
  /** The meeting whose mails are asked for. */
  readonly subjectId: string | null;
  /** Only mails that came back. */
  readonly bounced: true | null;
}

export const useDeliveries = (asked: DeliveriesAsked) =>
  useInfiniteQuery({
    queryKey: ['deliveries', asked],
    queryFn: ({ signal, pageParam }) =>
      read<{ items: DeliveryWire[]; page: Page }>('/deliveries', { ...asked, limit: 50, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => (page.hasMore ? page.nextCursor : null),
    refetchInterval: 20_000,
  });

export const useDelivery = (id: string) =>
  useQuery({
    queryKey: ['delivery', id],
    queryFn: ({ signal }) => read<DeliveryMailWire>(`/deliveries/${id}`, {}, signal),
  });
