import { Injectable } from '@nestjs/common';
import { DemoRunner } from '@tandem/demo';
import { JobHandler, loadDemo } from '@tandem/jobs';

/** Loads the demo company where somebody chose it while setting the installation up. */
@Injectable()
export class LoadDemoJob extends JobHandler {
  readonly job = loadDemo;

  constructor(private readonly runner: DemoRunner) {
    super();
  }

  async run(): Promise<void> {
    await this.runner.runWaiting();
  }
}
