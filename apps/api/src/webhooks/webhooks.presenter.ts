import type { WebhookDeliveryWire, WebhookDeliveryWithAttemptsWire, WebhookEndpointWire } from '@tandem/contracts';
import type { EndpointView, WebhookAttempt, WebhookDeliveryView } from '@tandem/webhooks';

export const presentEndpoint = (endpoint: EndpointView): WebhookEndpointWire => ({
  id: endpoint.id,
  url: endpoint.url,
  description: endpoint.description,
  events: [...endpoint.events],
  enabled: endpoint.state === 'enabled',
  disabledFor: endpoint.disabledFor,
  oldSecretUntil: endpoint.oldSecretUntil?.toISOString() ?? null,
  failingSince: endpoint.failingSince?.toISOString() ?? null,
  waiting: endpoint.waiting,
  createdAt: endpoint.createdAt.toISOString(),
  version: endpoint.version,
});

export const presentDelivery = (delivery: WebhookDeliveryView): WebhookDeliveryWire => ({
  eventId: delivery.eventId,
  endpointId: delivery.endpointId,
  event: delivery.topic,
  occurredAt: delivery.occurredAt.toISOString(),
  state: delivery.state,
  attempts: delivery.attempts,
  nextAt: delivery.state === 'pending' ? delivery.availableAt.toISOString() : null,
  lastStatus: delivery.lastStatus,
  deliveredAt: delivery.deliveredAt?.toISOString() ?? null,
  createdAt: delivery.createdAt.toISOString(),
});

export const presentAttempted = ({
  delivery,
  attempts,
}: {
  delivery: WebhookDeliveryView & { readonly body: string };
  attempts: readonly WebhookAttempt[];
}): WebhookDeliveryWithAttemptsWire => ({
  ...presentDelivery(delivery),
  body: delivery.body,
  attempted: attempts.map(({ at, tookMs, outcome, status, detail }) => ({
    at: at.toISOString(),
    tookMs,
    outcome,
    status,
    detail,
  })),
});
