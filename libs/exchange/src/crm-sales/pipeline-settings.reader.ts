import { Injectable } from '@nestjs/common';
import { FunnelReader } from '@tandem/funnel';
import { Clock, localDate, refused, type Id } from '@tandem/kernel';
import { OrganisationReader } from '@tandem/people';
import type { TakenRun } from '../import-run.repository';
import type { TracedMove } from '../rules/trace-history';
import { firstRowsOf, lastDayOf, listsOf, noonsIn, type PipelineSetting } from './pipeline-setting';
import type { Export } from './read-export';
import type { References } from './reference-import.service';

const stageKeys: readonly TracedMove['stage'][] = ['prospect', 'define_needs', 'implement'];

/** Gathers what is the same for all lines of a pipeline. */
@Injectable()
export class PipelineSettingsReader {
  constructor(
    private readonly organisation: OrganisationReader,
    private readonly funnel: FunnelReader,
    private readonly clock: Clock,
  ) {}

  async gather({ currency, dryRun }: TakenRun, found: Export, references: References): Promise<PipelineSetting> {
    const organisation = await this.organisation.find();
    const zone = organisation?.zone ?? 'UTC';
    return {
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
    const ids = new Map<TracedMove['stage'], Id<'stage'>>();
    for (const key of stageKeys) {
      const stage = stages.find((known) => known.key === key);
      if (stage) ids.set(key, stage.id);
      else if (!dryRun)
        throw refused('import.stage_missing', `The funnel has no stage ${key}, which this export needs.`, {
          stage: key,
        });
    }
    return ids;
  }
}
