import { Injectable } from '@nestjs/common';
import { Clock } from '@tandem/kernel';
import { DemoStage } from './demo-stage.service';
import { DemoWriter } from './demo-writer.service';
import { PastMeetingsService } from './past-meetings.service';
import type { Tell } from './tell';

/** Plays the demo from the first row to the last meeting. */
@Injectable()
export class DemoTheatre {
  constructor(
    private readonly stage: DemoStage,
    private readonly writer: DemoWriter,
    private readonly meetings: PastMeetingsService,
    private readonly clock: Clock,
  ) {}

  async play(seed: number, tell: Tell): Promise<void> {
    await this.stage.build();
    await tell();
    const memory = await this.writer.write(seed, this.clock.now(), tell);
    await this.meetings.recall({ ...memory, stageNames: await this.stage.stageNames() });
  }
}
