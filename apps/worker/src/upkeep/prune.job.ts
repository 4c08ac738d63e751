import { Injectable } from '@nestjs/common';
import { ImportUndo } from '@tandem/exchange';
import { Heartbeat, JobHandler, prune } from '@tandem/jobs';
import { IdempotencyRepository, Outbox } from '@tandem/outbox';
import { InvitationsService, SessionsService } from '@tandem/people';
import { WebhookDeliveriesService } from '@tandem/webhooks';

/** Relayed events stay a month to look at; the audit trail keeps what happened. */
const eventDays = 30;
/** Nobody repeats a request a week later. */
const keyDays = 7;
/** As long as events: what was sent outside can be sent again for a month. */
const webhookDays = 30;

@Injectable()
export class PruneJob extends JobHandler {
  readonly job = prune;

  constructor(
    private readonly outbox: Outbox,
    private readonly keys: IdempotencyRepository,
    private readonly sessions: SessionsService,
    private readonly invitations: InvitationsService,
    private readonly heartbeat: Heartbeat,
    private readonly webhooks: WebhookDeliveriesService,
    private readonly imports: ImportUndo,
  ) {
    super();
  }

  async run(): Promise<void> {
    await this.outbox.prune(eventDays);
    await this.keys.prune(keyDays);
    await this.sessions.prune();
    await this.invitations.prune();
    await this.heartbeat.forgetSilent();
    await this.webhooks.prune(webhookDays);
    await this.imports.prune();
  }
}
