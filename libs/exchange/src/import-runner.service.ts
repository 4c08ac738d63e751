import { Injectable, Logger } from '@nestjs/common';
import { Database, isConnectionFailure } from '@tandem/database';
import { actingAs, Problem, systemActor } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import { CrmSalesImport } from './crm-sales/crm-sales-import.service';
import type { RunProblem } from './import-run.entity';
import { ImportUndo } from './import-undo.service';
import { ImportRunsReader } from './import-runs.reader';
import { ImportRunRepository, LeaseLost, type TakenRun } from './import-run.repository';

const unexpected: RunProblem = {
  code: 'import.unexpected',
  detail: 'Something went wrong that nobody expected; the log of the program says what.',
  facts: {},
};

/** Takes in, and takes back, the imports that wait, one at a time; a run that was killed half-way goes on where it was. */
@Injectable()
export class ImportRunner {
  private readonly logger = new Logger('Import');

  constructor(
    private readonly database: Database,
    private readonly runs: ImportRunRepository,
    private readonly reader: ImportRunsReader,
    private readonly crmSales: CrmSalesImport,
    private readonly undo: ImportUndo,
    private readonly outbox: Outbox,
  ) {}

  /** Does the next run to its end; false when none waits, or another worker is at one. */
  async runWaiting(): Promise<boolean> {
    return actingAs(systemActor('import'), async () => {
      const run = await this.runs.take();
      if (!run) return false;
      await this.do(run);
      return true;
    });
  }

  private async do(run: TakenRun): Promise<void> {
    try {
      await (run.phase === 'undo' ? this.undo.takeThrough(run) : this.takeIn(run));
    } catch (error) {
      if (error instanceof LeaseLost && (await this.reader.find(run.id))?.state === 'paused') return;
      if (isPassing(error)) throw error;
      await this.giveUp(run, error);
    }
  }

  private async takeIn(run: TakenRun): Promise<void> {
    const report = await this.crmSales.takeThrough(run);
    await this.database.write(async () => {
      await this.runs.finish(run, report);
      await this.outbox.record({
        topic: 'import.done',
        subjectKind: 'import_run',
        subjectId: run.id,
        after: report.total,
      });
    });
  }

  private async giveUp(run: TakenRun, error: unknown): Promise<void> {
    const known = error instanceof Problem;
    if (!known) this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const problem = known ? { code: error.code, detail: error.detail, facts: error.facts } : unexpected;
    await this.database.write(async () => {
      await this.runs.fail(run, problem);
      await this.outbox.record({
        topic: 'import.failed',
        subjectKind: 'import_run',
        subjectId: run.id,
        after: problem,
      });
    });
  }
}

/** Nothing is known to be wrong with the run itself: whoever takes it later goes on with it. */
const isPassing = (error: unknown): boolean =>
  error instanceof LeaseLost ||
  isConnectionFailure(error) ||
  (error instanceof Problem && error.kind === 'unavailable');
