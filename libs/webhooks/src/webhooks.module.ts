import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { EndpointsRepository } from './endpoints.repository';
import { HttpTransport } from './http.transport';
import { SecretKeeper } from './secret-keeper';
import { WebhookCourier } from './webhook-courier';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository';
import { WebhookDeliveriesService } from './webhook-deliveries.service';
import { WebhookEndpointsService } from './webhook-endpoints.service';
import { WebhookFanOut } from './webhook-fan-out';
import { WebhookLeftoversRepository } from './webhook-leftovers.repository';
import { WebhookSettlingService } from './webhook-settling.service';
import { WebhookSender } from './webhook-sender';
import { WebhookTransport } from './webhook-transport';
import { WebhooksReader } from './webhooks.reader';

const transport = {
  provide: WebhookTransport,
  inject: [CONFIG],
  useFactory: ({ WEBHOOK_ALLOW_PRIVATE, WEBHOOK_SECONDS }: Config): WebhookTransport =>
    new HttpTransport({ allowPrivate: WEBHOOK_ALLOW_PRIVATE, wholeMs: WEBHOOK_SECONDS * 1_000 }),
};

@Module({
  providers: [
    transport,
    SecretKeeper,
    EndpointsRepository,
    WebhookDeliveriesRepository,
    WebhookLeftoversRepository,
    WebhookEndpointsService,
    WebhookDeliveriesService,
    WebhooksReader,
    WebhookFanOut,
    WebhookCourier,
    WebhookSettlingService,
    WebhookSender,
  ],
  exports: [WebhookEndpointsService, WebhookDeliveriesService, WebhooksReader, WebhookFanOut, WebhookSender],
})
export class WebhooksModule {}
