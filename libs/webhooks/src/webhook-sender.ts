import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { isConnectionFailure } from '@tandem/database';
import { Clock, type Id } from '@tandem/kernel';
import { meansTheReceiver } from './rules/settle-attempt';
import { WebhookCourier } from './webhook-courier';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository';
import { WebhookSettlingService } from './webhook-settling.service';

/** After it the leases in the database take over. */
const drainMs = 9_000;

type EndpointId = Id<'webhook_endpoint'>;

/** Sends what is due: one event after the other to each endpoint, and all endpoints beside each other, so that a bad one waits alone. */
@Injectable()
export class WebhookSender implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Webhooks');
  private readonly lanes = new Map<EndpointId, Promise<void>>();
  private isClosing = false;

  constructor(
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly courier: WebhookCourier,
    private readonly settling: WebhookSettlingService,
    private readonly clock: Clock,
  ) {}

  /** Begins with every endpoint that has something due and is not served already; it does not wait for any of them. */
  async wake(): Promise<void> {
    await this.deliveries.freeDead();
    for (const id of await this.deliveries.endpointsDue(this.clock.now())) {
      if (this.isClosing || this.lanes.has(id)) continue;
      const lane = this.serve(id)
        .catch((error: unknown) => this.tell(error))
        .finally(() => this.lanes.delete(id));
      this.lanes.set(id, lane);
    }
  }

  /** Resolves when nothing is on its way any more. */
  async quiet(): Promise<void> {
    while (this.lanes.size > 0) await Promise.all(this.lanes.values());
  }

  /** What is on its way arrives in time or fails; nothing new is begun. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isClosing = true;
    await Promise.race([this.quiet(), pause(drainMs, null, { ref: false })]);
  }

  /**
   * Goes on until nothing is due, past events that are refused. An endpoint that is down is left to the next wake-up, so that it
   * is asked once in a while only.
   */
  private async serve(id: EndpointId): Promise<void> {
    while (!this.isClosing) {
      const claim = await this.deliveries.claimNext(id, this.clock.now());
      if (!claim) return;
      const seen = await this.courier.carry(claim);
      await this.settling.settle(claim, seen);
      if (meansTheReceiver(seen)) return;
    }
  }

  private tell(error: unknown): void {
    // A database that is away fails every job; the desk says so once for all of them.
    if (isConnectionFailure(error)) return;
    this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}
