import { z } from 'zod';
import { id, instant, line, listOf, paging, version } from './shapes.contract';

/** What an endpoint can be told. */
export const webhookEvent = z.enum([
  'account.merged',
  'action.added',
  'action.done',
  'action.dropped',
  'action.reopened',
  'agenda.composed',
  'agenda_item.added',
  'agenda_item.settled',
  'bookings.restated',
  'campaign.added',
  'exchange_rate.set',
  'expense.recorded',
  'hand_off.accepted',
  'hand_off.expired',
  'hand_off.offered',
  'hand_off.rejected',
  'hand_off.returned',
  'import.done',
  'import.failed',
  'import.undone',
  'opportunity.account_merged',
  'opportunity.adjusted',
  'opportunity.cancelled',
  'opportunity.credited',
  'opportunity.edited',
  'opportunity.lost',
  'opportunity.moved',
  'opportunity.opened',
  'opportunity.redated',
  'opportunity.reopened',
  'opportunity.restored',
  'opportunity.withdrawn',
  'period.locked',
  'product.future_set',
  'quota.set',
  'target.set',
  'target.signed',
  'touch.recorded',
  'verification.violated',
]);
/** Single events, or `*` for all there are and all there will be. */
const subscriptions = z
  .array(z.union([webhookEvent, z.literal('*')]))
  .min(1)
  .max(60);
const address = z.string().trim().min(1).max(2000);

/** Where events are sent. */
export const webhookEndpoint = z.object({
  id,
  url: z.string(),
  description: z.string().nullable(),
  events: z.array(z.string()),
  enabled: z.boolean(),
  /** Why nothing is sent: `by_hand` of somebody, `gone` (410 was answered), `failing` (five days without a success). Null while enabled. */
  disabledFor: z.enum(['by_hand', 'gone', 'failing']).nullable(),
  /** Until when messages are signed with the secret from before as well; null when there is only one. */
  oldSecretUntil: instant.nullable(),
  /** Since when every try has failed; null when the last one went well. */
  failingSince: instant.nullable(),
  /** Events that wait to be sent, or to be tried again. */
  waiting: z.int(),
  createdAt: instant,
  version,
});
export const webhookEndpointList = z.object({ items: z.array(webhookEndpoint) });
/** `secret` is told in this answer alone: null when the answer is given again for the same Idempotency-Key. */
export const webhookEndpointWithSecret = webhookEndpoint.extend({ secret: z.string().nullable() });

export const newWebhookEndpoint = z.strictObject({
  /** An https address on the open internet. */
  url: address,
  description: line(190).nullable().default(null),
  events: subscriptions,
});
export const webhookEndpointChange = z.strictObject({
  url: address.optional(),
  description: line(190).nullable().optional(),
  events: subscriptions.optional(),
  enabled: z.boolean().optional(),
});

export const webhookDeliveryState = z.enum(['pending', 'sending', 'delivered', 'failed']);
/** One event on its way to one endpoint. */
export const webhookDelivery = z.object({
  eventId: id,
  endpointId: id,
  /** A webhook event, or `webhook.pinged`. */
  event: z.string(),
  occurredAt: instant,
  state: webhookDeliveryState,
  /** Tries since it was last asked for. */
  attempts: z.int(),
  /** When it is tried next; null when it is over. */
  nextAt: instant.nullable(),
  /** HTTP status of the last answer; null when none came. */
  lastStatus: z.int().nullable(),
  deliveredAt: instant.nullable(),
  createdAt: instant,
});
export const webhookDeliveryQuery = z.strictObject({ ...paging, state: webhookDeliveryState.optional() });
export const webhookDeliveryList = listOf(webhookDelivery);

/** One try, as it was seen from here. */
export const webhookAttempt = z.object({
  at: instant,
  tookMs: z.int(),
  outcome: z.enum(['delivered', 'refused', 'redirected', 'timed_out', 'unreachable', 'private_address']),
  status: z.int().nullable(),
  /** The first 200 bytes of the answer, or why there was none. */
  detail: z.string().nullable(),
});
export const webhookDeliveryWithAttempts = webhookDelivery.extend({
  /** What is sent, to the byte. */
  body: z.string(),
  attempted: z.array(webhookAttempt),
});

export type WebhookEvent = z.infer<typeof webhookEvent>;
export type WebhookEndpointWire = z.infer<typeof webhookEndpoint>;
export type WebhookEndpointWithSecretWire = z.infer<typeof webhookEndpointWithSecret>;
export type NewWebhookEndpoint = z.infer<typeof newWebhookEndpoint>;
export type WebhookEndpointChange = z.infer<typeof webhookEndpointChange>;
export type WebhookDeliveryWire = z.infer<typeof webhookDelivery>;
export type WebhookDeliveryQuery = z.infer<typeof webhookDeliveryQuery>;
export type WebhookDeliveryWithAttemptsWire = z.infer<typeof webhookDeliveryWithAttempts>;
