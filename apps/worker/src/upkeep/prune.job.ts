import { Injectable } from '@nestjs/common';
import { Heartbeat, JobHandler } from '@tandem/jobs';
import { Outbox } from '@tandem/outbox';
import { prune } from '../jobs';

/** Relayed events stay a month to look at; the audit trail keeps what happened. */
const eventDays = 30;

@Injectable()
export class PruneJob extends JobHandler {
  readonly job = prune;

  constructor(
    private readonly outbox: Outbox,
    private readonly heartbeat: Heartbeat,
  ) {
    super();
  }

  async run(): Promise<void> {
    await this.outbox.prune(eventDays);
    await this.heartbeat.forgetSilent();
  }
}
