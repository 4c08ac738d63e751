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

  /** How many of them Redis took, from the first on. */
  enqueue(letters: readonly DueDelivery[]): Promise<number> {
    const jobs = letters.map(({ id, fence }) => ({ id, turn: String(fence) }));
    return this.jobs.enqueueAll(sendDelivery, jobs);
  }

  /**
   * Sends letters in this process, several at once, and begins none after a moment of `performance.now()`. One that fails holds
   * up no other.
   */
  async sendHere(letters: readonly DueDelivery[], untilMs: number): Promise<void> {
    const left = [...letters];
    const next = (): DueDelivery | undefined =>
      this.closing || performance.now() >= untilMs ? undefined : left.shift();
    const send = async (): Promise<void> => {
      for (let letter = next(); letter; letter = next()) await this.deliver(letter);
    };
    await Promise.all(Array.from({ length: this.config.MAIL_CONCURRENCY }, send));
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
