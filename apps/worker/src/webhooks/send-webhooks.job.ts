import { Injectable } from '@nestjs/common';
import { JobHandler, sendWebhooks } from '@tandem/jobs';
import { WebhookSender } from '@tandem/webhooks';

@Injectable()
export class SendWebhooksJob extends JobHandler {
  readonly job = sendWebhooks;

  constructor(private readonly sender: WebhookSender) {
    super();
  }

  /** Sets every endpoint going that has something due; a slow one is not waited for. */
  async run(): Promise<void> {
    await this.sender.wake();
  }
}
