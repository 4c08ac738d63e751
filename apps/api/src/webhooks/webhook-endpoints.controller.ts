import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  id,
  newWebhookEndpoint,
  webhookEndpoint,
  webhookEndpointChange,
  webhookEndpointList,
  webhookEndpointWithSecret,
  type NewWebhookEndpoint,
  type WebhookEndpointChange,
  type WebhookEndpointWire,
  type WebhookEndpointWithSecretWire,
} from '@tandem/contracts';
import type { Id } from '@tandem/kernel';
import { WebhookEndpointsService, WebhooksReader } from '@tandem/webhooks';
import { Answers } from '../access/answers';
import { IfMatch } from '../access/if-match';
import { Policy } from '../access/policy';
import { NotKept } from '../writes/not-kept';
import { presentEndpoint } from './webhooks.presenter';

type EndpointId = Id<'webhook_endpoint'>;

/** Where outsiders are told what happened. */
@ApiTags('webhooks')
@Controller('webhook-endpoints')
@Policy('administer')
export class WebhookEndpointsController {
  constructor(
    private readonly reader: WebhooksReader,
    private readonly changes: WebhookEndpointsService,
  ) {}

  @Get()
  @Answers(webhookEndpointList)
  async list(): Promise<{ items: WebhookEndpointWire[] }> {
    return { items: (await this.reader.list()).map(presentEndpoint) };
  }

  @Post()
  @NotKept('secret')
  @Answers(webhookEndpointWithSecret, { status: 201, changes: true })
  async add(@Body({ schema: newWebhookEndpoint }) body: NewWebhookEndpoint): Promise<WebhookEndpointWithSecretWire> {
    const { id: added, secret } = await this.changes.add(body);
    return { ...presentEndpoint(await this.reader.get(added)), secret };
  }

  @Get(':id')
  @Answers(webhookEndpoint)
  async get(@Param('id', { schema: id }) endpointId: EndpointId): Promise<WebhookEndpointWire> {
    return presentEndpoint(await this.reader.get(endpointId));
  }

  @Patch(':id')
  @Answers(webhookEndpoint, { changes: true, versioned: true })
  async change(
    @Param('id', { schema: id }) endpointId: EndpointId,
    @IfMatch() seen: number,
    @Body({ schema: webhookEndpointChange }) { enabled, url, description, events }: WebhookEndpointChange,
  ): Promise<WebhookEndpointWire> {
    await this.changes.change(endpointId, seen, {
      ...(url === undefined ? {} : { url }),
      ...(description === undefined ? {} : { description }),
      ...(events === undefined ? {} : { events }),
      ...(enabled === undefined ? {} : { isEnabled: enabled }),
    });
    return presentEndpoint(await this.reader.get(endpointId));
  }

  @Delete(':id')
  @Answers(null, { changes: true, versioned: true })
  async remove(@Param('id', { schema: id }) endpointId: EndpointId, @IfMatch() seen: number): Promise<void> {
    await this.changes.remove(endpointId, seen);
  }

  /** A new secret; messages are signed with the present one as well for another day. */
  @Post(':id/secrets')
  @NotKept('secret')
  @Answers(webhookEndpointWithSecret, { status: 201, changes: true, versioned: true })
  async rotateSecret(
    @Param('id', { schema: id }) endpointId: EndpointId,
    @IfMatch() seen: number,
  ): Promise<WebhookEndpointWithSecretWire> {
    const { secret } = await this.changes.rotateSecret(endpointId, seen);
    return { ...presentEndpoint(await this.reader.get(endpointId)), secret };
  }
}
