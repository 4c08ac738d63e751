import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { Clock, newId, type Id } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { EndpointsRepository } from './endpoints.repository';
import { pingEvent } from './event-types';
import { bodyOf } from './webhook-body';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository';
import type { WebhookEndpoint } from './webhook-endpoint.entity';
import { WebhookLeftoversRepository } from './webhook-leftovers.repository';
import { beingSent, endpointDisabled, noDelivery, noEndpoint } from './webhooks.errors';

type EndpointId = Id<'webhook_endpoint'>;
type EventId = Id<'event'>;

/** What people ask for beyond the events themselves. */
@Injectable()
export class WebhookDeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly endpoints: EndpointsRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly leftovers: WebhookLeftoversRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Sends an event that means nothing, to see whether it arrives. */
  async ping(endpointId: EndpointId): Promise<EventId> {
    const eventId = newId<'event'>();
    await this.database.write(async () => {
      await this.holdEnabled(endpointId);
      const now = await this.deliveries.noLater(this.clock.now());
      const body = bodyOf({ topic: pingEvent, at: now, payload: { id: endpointId } });
      await this.deliveries.add([{ eventId, endpointId, topic: pingEvent, occurredAt: now, body, now }]);
      await this.tell('pinged', eventId, endpointId);
    });
    return eventId;
  }

  /** Sends an event once more, with all its tries; it has the same id as before, by which the receiver knows it. */
  resend(endpointId: EndpointId, eventId: EventId): Promise<void> {
    return this.database.write(async () => {
      await this.holdEnabled(endpointId);
      const state = await this.deliveries.hold(eventId, endpointId);
      if (state === null) throw noDelivery();
      if (state === 'sending') throw beingSent();
      await this.deliveries.renew(eventId, endpointId, await this.deliveries.noLater(this.clock.now()));
      await this.tell('resent', eventId, endpointId);
    });
  }

  /** Gives up what waits in vain for so many days, forgets what was over so many days ago, and secrets that have run out. */
  async prune(days: number): Promise<void> {
    const now = this.clock.now();
    const before = new Date(now.getTime() - days * 86_400_000);
    for (const { id, state } of await this.leftovers.overdue(before)) {
      if (state === 'removed')
        await this.leftovers.giveUp(id, 'The endpoint was removed before this was sent.', { now });
      else await this.leftovers.giveUp(id, `Nobody sent this in the ${days} days since it was due.`, { now, before });
    }
    await this.leftovers.prune(before);
    await this.endpoints.forgetOldSecrets(now);
  }

  /** Told of the delivery, not of the endpoint: that is as it was, and every event since it was changed is its due. */
  private tell(act: 'pinged' | 'resent', eventId: EventId, endpointId: EndpointId): Promise<void> {
    return this.outbox.record({
      topic: `webhook_delivery.${act}`,
      subjectKind: 'webhook_delivery',
      subjectId: eventId,
      after: { endpointId },
    });
  }

  private async holdEnabled(id: EndpointId): Promise<WebhookEndpoint> {
    const endpoint = await this.endpoints.hold(id);
    if (!endpoint) throw noEndpoint(id);
    if (endpoint.state !== 'enabled') throw endpointDisabled();
    return endpoint;
  }
}
