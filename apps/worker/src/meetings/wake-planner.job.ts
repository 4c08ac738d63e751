import { Injectable } from '@nestjs/common';
import { JobHandler, wakePlanner } from '@tandem/jobs';
import { AgendaPlanner } from '@tandem/meetings';

@Injectable()
export class WakePlannerJob extends JobHandler {
  readonly job = wakePlanner;

  constructor(private readonly planner: AgendaPlanner) {
    super();
  }

  async run(): Promise<void> {
    await this.planner.planDue();
  }
}
