import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { Clock, type Id } from '@tandem/kernel';
import { HistoryUndo } from '@tandem/opportunities';
import { Outbox } from '@tandem/outbox';
import { ExternalRecordRepository } from './external-record.repository';
import { ImportEffectsRepository, type Effect, type KeptOpportunity } from './import-effects.repository';
import { ImportRunsReader } from './import-runs.reader';
import { ImportRunRepository, type TakenRun } from './import-run.repository';
import { noSuchRun, nothingToUndo, stillAtWork, tooLateToUndo } from './import.errors';
import { undoableSince, undoUntil } from './rules/undo-until';

/** Opportunities in one transaction: whoever works on one of them waits for no longer than that. */
const chunk = 50;
/** Of those that are left as they are, so many are named. */
const named = 200;

/** What taking an import back would do, or has done. */
export interface UndoPlan {
  /** Opportunities that the import brought or changed. */
  readonly total: number;
  /** Left as they are, because somebody has worked on them since. */
  readonly kept: number;
  readonly keptFirst: readonly KeptOpportunity[];
}

/** Takes imports back: asked for by a person, done by the worker, a chunk of opportunities a transaction. */
@Injectable()
export class ImportUndo {
  constructor(
    private readonly database: Database,
    private readonly runs: ImportRunRepository,
    private readonly reader: ImportRunsReader,
    private readonly effects: ImportEffectsRepository,
    private readonly external: ExternalRecordRepository,
    private readonly histories: HistoryUndo,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async plan(id: Id<'import_run'>): Promise<UndoPlan> {
    return this.database.snapshot(async () => {
      if (!(await this.reader.find(id))) throw noSuchRun(id);
      const total = await this.effects.count(id);
      const { total: kept, first: keptFirst } = await this.effects.kept(id, named);
      return { total, kept, keptFirst };
    });
  }

  /** Puts the run into the row again, to be taken back; asked twice is the same as once. */
  async ask(id: Id<'import_run'>): Promise<void> {
    await this.database.write(async () => {
      const run = await this.runs.hold(id);
      if (!run) throw noSuchRun(id);
      if (run.phase === 'undo' && run.state !== 'failed') return;
      const until = undoUntil(run, this.clock.now());
      if (!until) throw run.dryRun ? nothingToUndo() : stillAtWork();
      if (until < this.clock.now()) throw tooLateToUndo(until);
      const total = await this.effects.count(id);
      if (total === 0) throw nothingToUndo();
      await this.runs.startUndo(run, total);
      await this.outbox.record({
        topic: 'import.undo_asked',
        subjectKind: 'import_run',
        subjectId: id,
        after: { opportunities: total },
      });
    });
  }

  /** Takes back what still stands of a run; goes on where somebody stopped. */
  async takeThrough(run: TakenRun): Promise<void> {
    let isMore = true;
    while (isMore) {
      isMore = await this.database.write(async () => {
        const effects = await this.effects.next(run.id, chunk);
        let kept = 0;
        for (const effect of effects) if (!(await this.takeBack(run, effect))) kept++;
        await this.runs.reachUndo(run, effects.length - kept, kept);
        return effects.length === chunk;
      });
    }
    await this.database.write(async () => {
      await this.runs.finishUndo(run);
      const { undoDone, undoKept } = (await this.reader.find(run.id)) ?? {};
      await this.outbox.record({
        topic: 'import.undone',
        subjectKind: 'import_run',
        subjectId: run.id,
        after: { undone: undoDone, kept: undoKept },
      });
    });
  }

  /** Too late from seven days on, so what would be needed goes. */
  async prune(): Promise<void> {
    await this.effects.prune(undoableSince(this.clock.now()));
  }

  /** What it was elsewhere is forgotten with it, or as it was read before: the next import takes it for what it then is. */
  private async takeBack({ id: runId, profile }: TakenRun, effect: Effect): Promise<boolean> {
    const { id: recordId, externalId, before } = effect;
    const taken = await this.histories.takeBack(effect);
    if ('keptBecause' in taken) {
      this.effects.settleKept(runId, effect, taken.keptBecause);
      return false;
    }
    if (before) await this.external.remember(profile, 'opportunity', [{ externalId, recordId, hash: before.hash }]);
    else this.external.forget(profile, 'opportunity', externalId);
    this.effects.settleUndone(runId, effect, taken.version);
    return true;
  }
}
