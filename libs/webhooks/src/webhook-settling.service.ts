import { Injectable, Logger } from '@nestjs/common';
import { Database } from '@tandem/database';
import { Clock } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { EndpointsRepository } from './endpoints.repository';
import { settleAttempt, type AttemptSettlement } from './rules/settle-attempt';
import { WebhookDeliveriesRepository, type WebhookClaim } from './webhook-deliveries.repository';
import type { WebhookEndpoint } from './webhook-endpoint.entity';
import type { Seen } from './webhook-transport';

/** Writes down what became of a try, and ends an endpoint where nobody wants events, or nobody takes them, any more. */
@Injectable()
export class WebhookSettlingService {
  private readonly logger = new Logger('Webhooks');

  constructor(
    private readonly database: Database,
    private readonly endpoints: EndpointsRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  settle(claim: WebhookClaim, seen: Seen): Promise<void> {
    return this.database.write(async () => {
      const endpoint = await this.endpoints.hold(claim.endpointId);
      const now = this.clock.now();
      const { attempts } = claim;
      const settlement = settleAttempt({ ...seen, attempts, failingSince: endpoint?.failingSince ?? null }, now);
      const isOurs = await this.deliveries.settle(claim, seen, { settlement, now });
      if (isOurs && endpoint?.state === 'enabled') await this.judge(endpoint, settlement);
    });
  }

  private async judge(endpoint: WebhookEndpoint, { disableFor, failingSince }: AttemptSettlement): Promise<void> {
    const { id, url, version } = endpoint;
    if (disableFor === null) {
      if (failingSince?.getTime() !== endpoint.failingSince?.getTime())
        await this.endpoints.change(id, { failingSince });
      return;
    }
    const changes = { state: 'disabled', disabledFor: disableFor, failingSince } as const;
    await this.endpoints.change(id, changes, { asVersion: version + 1 });
    await this.outbox.record({
      topic: 'webhook_endpoint.disabled',
      subjectKind: 'webhook_endpoint',
      subjectId: id,
      before: { state: 'enabled', failingSince: endpoint.failingSince },
      after: { state: 'disabled', disabledFor: disableFor, url },
    });
    this.database.afterCommit(() => this.logger.warn(`The webhook endpoint ${url} is disabled: ${disableFor}.`));
  }
}
