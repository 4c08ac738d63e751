import { Injectable } from '@nestjs/common';
import { FunnelReader } from '@tandem/funnel';
import { Clock, localDate, refused } from '@tandem/kernel';
import { OrganisationReader } from '@tandem/people';
import type { TakenRun } from '../import-run.repository';
import { firstRowsOf, lastDayOf, listsOf, noonsIn, type PipelineSetting } from './pipeline-setting';
import type { Export } from './read-export';
import type { References } from './reference-import.service';

/** Stages that every import may need, whatever it says. */
const neededStages = ['prospect', 'define_needs', 'implement'];

/** Gathers what is the same for all lines of a pipeline. */
@Injectable()
export class PipelineSettingsReader {
  constructor(
    private readonly organisation: OrganisationReader,
    private readonly funnel: FunnelReader,
    private readonly clock: Clock,
  ) {}

  async gather(
    { id, profile, currency, dryRun }: TakenRun,
    found: Export,
    references: References,
  ): Promise<PipelineSetting> {
    const organisation = await this.organisation.find();
    const zone = organisation?.zone ?? 'UTC';
    return {
      runId: id,
      system: profile,
      references,
      lists: listsOf(references, currency),
      stageIds: await this.stageIds(dryRun),
      reportingCurrency: organisation?.reportingCurrency ?? currency,
      zone,
      exportedOn: lastDayOf(found.pipeline, localDate(this.clock.now(), zone)),
      noonOf: noonsIn(zone),
      firstRows: firstRowsOf(found.pipeline),
      currency,
      dryRun,
    };
  }

  private async stageIds(dryRun: boolean): Promise<PipelineSetting['stageIds']> {
    const stages = await this.funnel.stages();
    const ids = new Map(stages.map(({ key, id }) => [key, id]));
    const missing = neededStages.find((key) => !ids.has(key));
    if (missing !== undefined && !dryRun)
      throw refused('import.stage_missing', `The funnel has no stage ${missing}, which this export needs.`, {
        stage: missing,
      });
    return ids;
  }
}
