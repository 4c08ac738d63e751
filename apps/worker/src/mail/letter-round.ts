import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, type Config } from '@tandem/config';
import { Jobs, sendDelivery } from '@tandem/jobs';
import { DeliveriesService, type DueDelivery } from '@tandem/mail';

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

  async send(letters: readonly DueDelivery[]): Promise<void> {
    const jobs = letters.map(({ id, fence }) => ({ id, turn: String(fence) }));
    const queued = await this.jobs.enqueueAll(sendDelivery, jobs);
    await this.sendHere(letters.slice(queued));
  }

  /** Sends letters in this process, several at once. One that fails holds up no other. */
  async sendHere(letters: readonly DueDelivery[]): Promise<void> {
    const left = [...letters];
    const next = async (): Promise<void> => {
      for (let letter = left.shift(); letter && !this.closing; letter = left.shift()) await this.deliver(letter);
    };
    await Promise.all(Array.from({ length: this.config.MAIL_CONCURRENCY }, next));
  }

  onModuleDestroy(): void {
    this.closing = true;
  }

  private async deliver({ id }: DueDelivery): Promise<void> {
    try {
      await this.deliveries.deliver(id);
    } catch (error) {
      this.logger.error(`The letter ${id} could not be sent: ${(error as Error).stack ?? String(error)}`);
    }
  }
}
