import { Injectable } from '@nestjs/common';
import type { TakenRun } from '../import-run.repository';
import { ListReferences } from '../opportunity-list/list-references.service';
import type { Report } from '../rules/tally';
import type { Export } from './read-export';
import { ReferenceImport, system, type References } from './reference-import.service';

/** What the lines of the pipeline refer to: three lists of an export, or the names that a list of opportunities uses. */
@Injectable()
export class ImportedReferences {
  constructor(
    private readonly ofExport: ReferenceImport,
    private readonly ofList: ListReferences,
  ) {}

  take(found: Export, run: TakenRun): Promise<{ report: Report; references: References }> {
    return run.profile === system ? this.ofExport.take(found, run) : this.ofList.take(found, run);
  }
}
