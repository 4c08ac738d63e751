import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { Jobs, sendDelivery } from '@tandem/jobs';
import type { Id } from '@tandem/kernel';
import { DeliveriesService } from '@tandem/mail';

/** Brings letters on their way: queued for any worker while Redis is there, sent by this one while it is not. */
@Injectable()
export class LetterRound implements OnModuleDestroy {
  private readonly logger = new Logger('Mail');
  private closing = false;

  constructor(
    private readonly jobs: Jobs,
    private readonly deliveries: DeliveriesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async send(ids: readonly Id<'delivery'>[]): Promise<void> {
    const jobs = ids.map((id) => ({ id }));
    const queued = await this.jobs.enqueueAll(sendDelivery, jobs);
    await this.sendHere(ids.slice(queued));
  }

  /** Sends letters in this process, several at once. One that fails holds up no other. */
  async sendHere(ids: readonly Id<'delivery'>[]): Promise<void> {
    const left = [...ids];
    const next = async (): Promise<void> => {
      for (let id = left.shift(); id && !this.closing; id = left.shift()) await this.deliver(id);
    };
    await Promise.all(Array.from({ length: this.config.MAIL_CONCURRENCY }, next));
  }

  onModuleDestroy(): void {
    this.closing = true;
  }

  private async deliver(id: Id<'delivery'>): Promise<void> {
    try {
      await this.deliveries.deliver(id);
    } catch (error) {
      this.logger.error(`The letter ${id} could not be sent: ${(error as Error).stack ?? String(error)}`);
    }
  }
}
