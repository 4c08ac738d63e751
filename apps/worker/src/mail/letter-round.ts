import { Injectable } from '@nestjs/common';
import { Jobs } from '@tandem/jobs';
import type { Id } from '@tandem/kernel';
import { DeliveriesService } from '@tandem/mail';
import { sendDelivery } from '../jobs';

/** Brings letters on their way: queued for any worker while Redis is there, sent by this one while it is not. */
@Injectable()
export class LetterRound {
  constructor(
    private readonly jobs: Jobs,
    private readonly deliveries: DeliveriesService,
  ) {}

  async send(ids: readonly Id<'delivery'>[]): Promise<void> {
    for (const id of ids) {
      if (!(await this.jobs.enqueue(sendDelivery, { id }))) await this.deliveries.deliver(id);
    }
  }
}
