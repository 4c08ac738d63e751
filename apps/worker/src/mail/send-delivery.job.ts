import { Injectable } from '@nestjs/common';
import { JobHandler, sendDelivery } from '@tandem/jobs';
import type { Id } from '@tandem/kernel';
import { DeliveriesService } from '@tandem/mail';

@Injectable()
export class SendDeliveryJob extends JobHandler<{ id: string }> {
  readonly job = sendDelivery;

  constructor(private readonly deliveries: DeliveriesService) {
    super();
  }

  /** A second run finds the letter claimed or sent and leaves it alone. */
  async run({ id }: { id: string }): Promise<void> {
    await this.deliveries.deliver(id as Id<'delivery'>);
  }
}
