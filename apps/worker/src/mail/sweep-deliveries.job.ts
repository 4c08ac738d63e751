import { Injectable } from '@nestjs/common';
import { JobHandler, sweepDeliveries } from '@tandem/jobs';
import { Clock } from '@tandem/kernel';
import { DeliveriesService, type DueDelivery } from '@tandem/mail';
import { LetterRound } from './letter-round';

/** Letters queued again in one round; asking twice for the same one is asking once. */
const most = 20_000;
/** A letter due for this long is not waiting its turn: whoever took it from the queue has died. */
const forgottenMs = 30_000;
/** Letters that Redis has and that are sent here all the same in one round. */
const mostForgotten = 50;
/** How long a round goes on sending here. By time, not by number: a mail server that hangs ends it, a quick one is used to the full. */
const hereMs = 15_000;

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
    let untilMs: number | null = null;
    for await (const letters of this.left()) {
      untilMs ??= performance.now() + hereMs;
      await this.round.sendHere(letters, untilMs);
      if (performance.now() >= untilMs) return;
    }
  }

  /** Queues what is due; what is left to be sent here is what Redis does not take, and what it took and somebody forgot. */
  private async *left(): AsyncGenerator<readonly DueDelivery[]> {
    const longDue = this.clock.now().getTime() - forgottenMs;
    const forgotten: DueDelivery[] = [];
    let isTaken = true;
    let found = 0;
    for await (const page of this.deliveries.due()) {
      // Once away it is not asked again in this round, because each question can cost seconds.
      const queued: number = isTaken ? await this.round.enqueue(page) : 0;
      isTaken = queued === page.length;
      forgotten.push(...page.slice(0, queued).filter(({ availableAt }) => availableAt.getTime() < longDue));
      if (!isTaken) yield page.slice(queued);
      found += page.length;
      if (found >= most) break;
    }
    yield forgotten.slice(0, mostForgotten);
  }
}
