import { Injectable } from '@nestjs/common';
import { beatHeart, Heartbeat, JobHandler } from '@tandem/jobs';

@Injectable()
export class BeatHeartJob extends JobHandler {
  readonly job = beatHeart;

  constructor(private readonly heartbeat: Heartbeat) {
    super();
  }

  async run(): Promise<void> {
    await this.heartbeat.beat();
  }
}
