import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { foldFigures, JobHandler } from '@tandem/jobs';
import { Projector } from '@tandem/metrics';

/** The job comes once a second and looks several times, so that what has changed is folded a moment later. */
const looksFor = 800;
const restMs = 200;

@Injectable()
export class FoldFiguresJob extends JobHandler {
  readonly job = foldFigures;

  constructor(private readonly projector: Projector) {
    super();
  }

  async run(): Promise<void> {
    const until = performance.now() + looksFor;
    while (performance.now() < until) {
      if (!(await this.projector.step())) await pause(restMs);
    }
  }
}
