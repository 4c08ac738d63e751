import { Injectable } from '@nestjs/common';
import { ImportRunner } from '@tandem/exchange';
import { JobHandler, takeImports } from '@tandem/jobs';

/** Takes imports that wait, and those a dead worker left lying, until none is left. */
@Injectable()
export class TakeImportsJob extends JobHandler {
  readonly job = takeImports;

  constructor(private readonly runner: ImportRunner) {
    super();
  }

  async run(): Promise<void> {
    while (await this.runner.runWaiting());
  }
}
