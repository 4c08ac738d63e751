import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  id,
  webhookDelivery,
  webhookDeliveryList,
  webhookDeliveryQuery,
  webhookDeliveryWithAttempts,
  type WebhookDeliveryQuery,
  type WebhookDeliveryWire,
  type WebhookDeliveryWithAttemptsWire,
} from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import { WebhookDeliveriesService, WebhooksReader } from '@tandem/webhooks';
import { Answers } from '../access/answers';
import { Policy } from '../access/policy';
import { presentAttempted, presentDelivery } from './webhooks.presenter';

type EndpointId = Id<'webhook_endpoint'>;
type EventId = Id<'event'>;

/** What was sent to an endpoint, with every try. */
@ApiTags('webhooks')
@Controller('webhook-endpoints/:id/deliveries')
@Policy('administer')
export class WebhookDeliveriesController {
  constructor(
    private readonly reader: WebhooksReader,
    private readonly deliveries: WebhookDeliveriesService,
  ) {}

  /** Newest event first. */
  @Get()
  @Answers(webhookDeliveryList)
  async list(
    @Param('id', { schema: id }) endpointId: EndpointId,
    @Query({ schema: webhookDeliveryQuery }) query: WebhookDeliveryQuery,
  ) {
    await this.reader.get(endpointId);
    const { items, page } = await this.reader.deliveries(endpointId, query);
    return { items: items.map(presentDelivery), page };
  }

  /** Sends an event that means nothing, to see whether it arrives. */
  @Post()
  @Answers(webhookDelivery, { status: 202, changes: true })
  async ping(@Param('id', { schema: id }) endpointId: EndpointId): Promise<WebhookDeliveryWire> {
    const eventId = await this.deliveries.ping(endpointId);
    return presentDelivery((await this.reader.delivery(endpointId, eventId)).delivery);
  }

  @Get(':eventId')
  @Answers(webhookDeliveryWithAttempts)
  async get(
    @Param('id', { schema: id }) endpointId: EndpointId,
    @Param('eventId', { schema: id }) eventId: EventId,
  ): Promise<WebhookDeliveryWithAttemptsWire> {
    return presentAttempted(await this.reader.delivery(endpointId, eventId));
  }

  /** Sends an event once more, under the id it had before. */
  @Post(':eventId/resend')
  @Answers(webhookDelivery, { status: 202, changes: true })
  async resend(
    @Param('id', { schema: id }) endpointId: EndpointId,
    @Param('eventId', { schema: id }) eventId: EventId,
  ): Promise<WebhookDeliveryWire> {
    await this.deliveries.resend(endpointId, eventId);
    return presentDelivery((await this.reader.delivery(endpointId, eventId)).delivery);
  }
}
