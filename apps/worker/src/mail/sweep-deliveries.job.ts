import { Injectable } from '@nestjs/common';
import { JobHandler, sweepDeliveries } from '@tandem/jobs';
import { Clock } from '@tandem/kernel';
import { DeliveriesService, type DueDelivery } from '@tandem/mail';
import { LetterRound } from './letter-round';

/** Letters queued again in one round; asking twice for the same one is asking once. */
const most = 20_000;
/** A letter due for this long is not waiting its turn: whoever took it from the queue has died. */
const forgottenMs = 30_000;
/** Forgotten letters sent here in one round. */
const mostHere = 50;

/** Finds letters that are due, whatever became of those who should have sent them. */
@Injectable()
export class SweepDeliveriesJob extends JobHandler {
  readonly job = sweepDeliveries;

  constructor(
    private readonly deliveries: DeliveriesService,
    private readonly round: LetterRound,
    private readonly clock: Clock,
  ) {
    super();
  }

  async run(): Promise<void> {
    await this.deliveries.takeOverDead();
    const longDue = this.clock.now().getTime() - forgottenMs;
    const forgotten: DueDelivery[] = [];
    let found = 0;
    for await (const page of this.deliveries.due()) {
      await this.round.send(page);
      forgotten.push(...page.filter(({ availableAt }) => availableAt.getTime() < longDue));
      found += page.length;
      if (found >= most) break;
    }
    await this.round.sendHere(forgotten.slice(0, mostHere));
  }
}
