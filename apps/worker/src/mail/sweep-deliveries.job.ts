import { Injectable } from '@nestjs/common';
import { JobHandler } from '@tandem/jobs';
import { DeliveriesService } from '@tandem/mail';
import { sweepDeliveries } from '../jobs';
import { LetterRound } from './letter-round';

const most = 200;

@Injectable()
export class SweepDeliveriesJob extends JobHandler {
  readonly job = sweepDeliveries;

  constructor(
    private readonly deliveries: DeliveriesService,
    private readonly round: LetterRound,
  ) {
    super();
  }

  async run(): Promise<void> {
    await this.round.send(await this.deliveries.sweep(most));
  }
}
