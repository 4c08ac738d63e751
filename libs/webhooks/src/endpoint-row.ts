import { fromJson } from '@tandem/database';
import type { WebhookEndpoint } from './webhook-endpoint.entity';

export const endpointColumns = `id, url, description, events, state, disabled_for AS disabledFor, secret, old_secret AS oldSecret,
  old_secret_until AS oldSecretUntil, failing_since AS failingSince, created_at AS createdAt, created_by_id AS createdById, version`;

/** As the database gives it: the list of events is text on one server and a list on the other. */
export type EndpointRow = Omit<WebhookEndpoint, 'events'> & { readonly events: unknown };

export const endpointOf = (row: EndpointRow): WebhookEndpoint => ({
  ...row,
  events: fromJson(row.events) as readonly string[],
});
