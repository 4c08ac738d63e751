import { Injectable } from '@nestjs/common';
import { JobHandler, takeOverLetters } from '@tandem/jobs';
import { DeliveriesService } from '@tandem/mail';

@Injectable()
export class TakeOverLettersJob extends JobHandler {
  readonly job = takeOverLetters;

  constructor(private readonly deliveries: DeliveriesService) {
    super();
  }

  async run(): Promise<void> {
    await this.deliveries.takeOverDead();
  }
}
