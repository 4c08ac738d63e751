import { Injectable } from '@nestjs/common';
import { expireHandOffs, JobHandler } from '@tandem/jobs';
import { Clock } from '@tandem/kernel';
import { HandOffsService } from '@tandem/opportunities';

@Injectable()
export class ExpireHandOffsJob extends JobHandler {
  readonly job = expireHandOffs;

  constructor(
    private readonly handOffs: HandOffsService,
    private readonly clock: Clock,
  ) {
    super();
  }

  async run(): Promise<void> {
    await this.handOffs.expireDue(this.clock.now());
  }
}
