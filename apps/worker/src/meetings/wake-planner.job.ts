import { Injectable } from '@nestjs/common';
import { JobHandler } from '@tandem/jobs';
import { AgendaPlanner } from '@tandem/meetings';
import { wakePlanner } from '../jobs';

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
