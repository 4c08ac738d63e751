import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { ImportRunRepository, type TakenRun } from '../import-run.repository';
import type { Report } from '../rules/tally';
import { PipelineImport } from './pipeline-import.service';
import type { PipelineSetting } from './pipeline-setting';
import type { Export } from './read-export';
import { ImportedReferences } from './imported-references';
import type { References } from './reference-import.service';

/** Lines of the pipeline in one transaction: large enough to be fast, small enough to lose little. */
const chunk = 500;

/** The two steps of an import, each saving how far it came together with what it wrote. */
@Injectable()
export class ImportSteps {
  constructor(
    private readonly database: Database,
    private readonly runs: ImportRunRepository,
    private readonly references: ImportedReferences,
    private readonly pipeline: PipelineImport,
  ) {}

  /** The lists, all at once. A run that goes on finds them there and keeps the report it had. */
  async takeLists(run: TakenRun, found: Export): Promise<{ report: Report; references: References }> {
    return this.database.write(async () => {
      const { report, references } = await this.references.take(found, run);
      if (run.report) return { report: run.report, references };
      await this.runs.reach(run, rowsOfLists(found), report);
      return { report, references };
    });
  }

  /** The lines of the pipeline that are not done yet. */
  async takePipeline(run: TakenRun, found: Export, before: Report, setting: PipelineSetting): Promise<Report> {
    const listed = rowsOfLists(found);
    let report = before;
    for (let from = Math.max(0, run.rowsDone - listed); from < found.pipeline.length; from += chunk) {
      const lines = found.pipeline.slice(from, from + chunk);
      const reached = report;
      report = await this.database.write(async () => {
        const after = await this.pipeline.take(lines, reached, setting);
        await this.runs.reach(run, listed + from + lines.length, after);
        return after;
      });
    }
    return report;
  }
}

const rowsOfLists = ({ rows, pipeline }: Export): number => rows - pipeline.length;
