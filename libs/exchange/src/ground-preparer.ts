import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { OrganisationReader } from '@tandem/people';
import { ClearingRepository } from './clearing.repository';
import { demoIsHere } from './import.errors';
import type { TakenRun } from './import-run.repository';
import { Founding } from './founding.service';

/** Makes an organisation ready to hold real records: the demo company gone, the currency set, the funnel laid. */
@Injectable()
export class GroundPreparer {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationReader,
    private readonly founding: Founding,
    private readonly clearing: ClearingRepository,
  ) {}

  /** Nothing is written by a dry run; twice is the same as once. */
  async prepare({ id, dryRun, replaceDemo, currency, startedById }: TakenRun): Promise<void> {
    await this.database.write(async () => {
      const holds = (await this.organisation.find())?.holds;
      if (holds === 'demo' && !replaceDemo) throw demoIsHere();
      if (dryRun) return;
      if (holds === 'demo') await this.clearing.clear({ personId: startedById, runId: id });
      if (holds !== 'real') await this.founding.openBooks(currency);
      await this.founding.layFunnel();
    });
  }
}
