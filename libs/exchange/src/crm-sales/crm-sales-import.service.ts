import { Injectable } from '@nestjs/common';
import { FirstMeeting } from '../first-meeting.service';
import { GroundPreparer } from '../ground-preparer';
import { ImportRunRepository, type TakenRun } from '../import-run.repository';
import type { Report } from '../rules/tally';
import { ImportSteps } from './import-steps';
import { PipelineSettingsReader } from './pipeline-settings.reader';
import { readExport, readListed } from './read-export';
import { system } from './reference-import.service';

/** An import, of an export with four files or of a list, from its files to its report. */
@Injectable()
export class CrmSalesImport {
  constructor(
    private readonly runs: ImportRunRepository,
    private readonly ground: GroundPreparer,
    private readonly steps: ImportSteps,
    private readonly settings: PipelineSettingsReader,
    private readonly meeting: FirstMeeting,
  ) {}

  /** Goes on where a run that was cut off stopped; every row is taken and counted once. */
  async takeThrough(run: TakenRun): Promise<Report> {
    const contents = await this.runs.contents(run.id);
    const found = await (run.profile === system ? readExport(contents) : readListed(contents));
    await this.ground.prepare(run);
    const { report, references } = await this.steps.takeLists(run, found);
    const setting = await this.settings.gather(run, found, references);
    const done = await this.steps.takePipeline(run, found, report, setting);
    if (!run.dryRun) await this.meeting.call();
    return done;
  }
}
