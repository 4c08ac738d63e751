export { everyEvent, pingEvent, webhookEvents } from './event-types';
export { WebhookAttempt, WebhookDelivery } from './webhook-delivery.entity';
export { WebhookDeliveriesService } from './webhook-deliveries.service';
export { WebhookEndpoint } from './webhook-endpoint.entity';
export { WebhookEndpointsService, type EndpointWish } from './webhook-endpoints.service';
export { WebhookFanOut } from './webhook-fan-out';
export { WebhookSender } from './webhook-sender';
export { WebhooksModule } from './webhooks.module';
export { WebhooksReader, type EndpointView, type WebhookDeliveryView } from './webhooks.reader';
