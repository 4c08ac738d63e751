import { useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  NewWebhookEndpoint,
  Page,
  WebhookDeliveryWire,
  WebhookEndpointWire,
  WebhookEndpointWithSecretWire,
} from '@tandem/contracts';
import { read, write } from './client';
import { useWrite } from './use-write';

const webhooksKey = ['webhooks'] as const;
const oftenMs = 15_000;

/** Who outside is told of what happens. */
export const useWebhooks = () =>
  useQuery({
    queryKey: webhooksKey,
    queryFn: ({ signal }) => read<{ items: WebhookEndpointWire[] }>('/webhook-endpoints', {}, signal),
    refetchInterval: oftenMs,
  });

/** What was sent to one of them last. */
export const useWebhookDeliveries = (id: string) =>
  useQuery({
    queryKey: [...webhooksKey, id],
    queryFn: ({ signal }) =>
      read<{ items: WebhookDeliveryWire[]; page: Page }>(`/webhook-endpoints/${id}/deliveries`, { limit: 20 }, signal),
    refetchInterval: oftenMs,
  });

export function useAddWebhook(onDone: (added: WebhookEndpointWithSecretWire) => void) {
  const refresh = useRefresh();
  return useWrite<NewWebhookEndpoint, WebhookEndpointWithSecretWire>({
    send: (body, key) => write({ method: 'POST', path: '/webhook-endpoints', body, key }),
    onDone: (added) => {
      refresh();
      onDone(added);
    },
  });
}

export function useEnableWebhook({ id, version }: WebhookEndpointWire) {
  const refresh = useRefresh();
  return useWrite<boolean, WebhookEndpointWire>({
    send: (enabled, key) =>
      write({ method: 'PATCH', path: `/webhook-endpoints/${id}`, body: { enabled }, version, key }),
    onDone: refresh,
  });
}

/** Another secret; messages are signed with the present one as well for another day. */
export function useRotateSecret({ id, version }: WebhookEndpointWire, onDone: (secret: string | null) => void) {
  const refresh = useRefresh();
  return useWrite<void, WebhookEndpointWithSecretWire>({
    send: (_, key) => write({ method: 'POST', path: `/webhook-endpoints/${id}/secrets`, version, key }),
    onDone: ({ secret }) => {
      refresh();
      onDone(secret);
    },
  });
}

/** Sends an event that means nothing, to see whether it arrives. */
export function useTryWebhook(id: string) {
  const refresh = useRefresh();
  return useWrite<void, WebhookDeliveryWire>({
    send: (_, key) => write({ method: 'POST', path: `/webhook-endpoints/${id}/deliveries`, key }),
    onDone: refresh,
  });
}

export function useResendWebhook({ endpointId, eventId }: WebhookDeliveryWire) {
  const refresh = useRefresh();
  return useWrite<void, WebhookDeliveryWire>({
    send: (_, key) =>
      write({ method: 'POST', path: `/webhook-endpoints/${endpointId}/deliveries/${eventId}/resend`, key }),
    onDone: refresh,
  });
}

function useRefresh(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: webhooksKey });
}
