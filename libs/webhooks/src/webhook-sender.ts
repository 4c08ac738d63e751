import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { isOutage } from '@tandem/database';
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
  /** Endpoints whose lane is to look again: what became due may have come after it looked last. */
  private readonly woken = new Set<EndpointId>();
  private isClosing = false;

  constructor(
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly courier: WebhookCourier,
    private readonly settling: WebhookSettlingService,
    private readonly clock: Clock,
  ) {}

  /** Begins with every endpoint that has something due; one that is served already is looked at once more. Waits for none. */
  async wake(): Promise<void> {
    await this.deliveries.freeDead();
    for (const id of await this.deliveries.endpointsDue(this.clock.now())) {
      if (this.isClosing) return;
      this.woken.add(id);
      if (!this.lanes.has(id)) this.lanes.set(id, this.serve(id));
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
    try {
      while (this.woken.delete(id)) if (!(await this.sendAllDue(id))) return;
    } catch (error) {
      this.tell(error);
    } finally {
      // In the same step as the last look: whoever wakes it after that begins a new lane.
      this.lanes.delete(id);
      this.woken.delete(id);
    }
  }

  /** Whether the receiver would take more. */
  private async sendAllDue(id: EndpointId): Promise<boolean> {
    while (!this.isClosing) {
      const claim = await this.deliveries.claimNext(id, this.clock.now());
      if (!claim) return true;
      const seen = await this.courier.carry(claim);
      await this.settling.settle(claim, seen);
      if (meansTheReceiver(seen)) return false;
    }
    return false;
  }

  private tell(error: unknown): void {
    // A database that is away fails every job; the desk says so once for all of them.
    if (isOutage(error)) return;
    this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}
