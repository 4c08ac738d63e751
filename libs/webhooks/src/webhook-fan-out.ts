import { Injectable } from '@nestjs/common';
import { Clock, type Id } from '@tandem/kernel';
import type { OutboxEvent } from '@tandem/outbox';
import { EndpointsRepository } from './endpoints.repository';
import { webhookEvents } from './event-types';
import { matchSubscriptions } from './rules/match-subscriptions';
import { bodyOf } from './webhook-body';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository';

/** Notes for each event which endpoints want it, in the transaction that hands the events on: all of them are noted, or none. */
@Injectable()
export class WebhookFanOut {
  constructor(
    private readonly endpoints: EndpointsRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly clock: Clock,
  ) {}

  /** Only inside `write`; the same events a second time change nothing. */
  async fanOut(events: readonly OutboxEvent[]): Promise<void> {
    const subscriptions = await this.endpoints.holdSubscriptions();
    const now = this.clock.now();
    const matched = matchSubscriptions<Id<'webhook_endpoint'>, OutboxEvent>(events, subscriptions, webhookEvents);
    await this.deliveries.add(
      matched.map(({ event, endpointId }) => ({
        eventId: event.id,
        endpointId,
        topic: event.topic,
        occurredAt: event.at,
        body: bodyOf(event),
        now,
      })),
    );
  }
}
