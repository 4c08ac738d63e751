import { Injectable } from '@nestjs/common';
import { Clock, isRefusal, newId, refusal, type Currency, type Id, type Refusal } from '@tandem/kernel';
import { HistoryLoader } from '@tandem/opportunities';
import { PeriodLocksReader } from '@tandem/people';
import { contentHash, ExternalRecordRepository } from '../external-record.repository';
import { ImportEffectsRepository } from '../import-effects.repository';
import { gradeHistory } from '../rules/grade-history';
import { mapRow, type PipelineCells, type PipelineRow } from '../rules/map-row';
import { refuseLocked } from '../rules/refuse-locked';
import { refuseOtherCurrency } from '../rules/refuse-other-currency';
import { withRefusal, withRow, type Fate, type Report } from '../rules/tally';
import type { ChunkSetting, Line, PipelineSetting } from './pipeline-setting';
import { duplicateRow, unevenRow } from './read-list';
import { ReferenceRepository } from './reference.repository';
import { newStates, outline, sinceThen, statesOf } from './states-of-row';

const file = 'sales_pipeline.csv';

interface Understood {
  readonly row: PipelineRow;
  readonly hash: string;
}

/** Takes in lines of the pipeline, a chunk a call, inside the caller's transaction. */
@Injectable()
export class PipelineImport {
  constructor(
    private readonly loader: HistoryLoader,
    private readonly external: ExternalRecordRepository,
    private readonly effects: ImportEffectsRepository,
    private readonly references: ReferenceRepository,
    private readonly locks: PeriodLocksReader,
    private readonly clock: Clock,
  ) {}

  async take(lines: readonly Line[], before: Report, run: PipelineSetting): Promise<Report> {
    let report = before;
    const understood: (Understood & { number: number })[] = [];
    for (const line of lines) {
      const row = readLine(line, run);
      if (isRefusal(row)) report = withRefusal(report, file, line.number, row);
      else understood.push({ row, hash: hashOf(row, run.currency), number: line.number });
    }
    const known = await this.external.known(
      run.system,
      'opportunity',
      understood.map(({ row }) => row.externalId),
    );
    const setting = await this.hold(
      understood.map(({ row }) => row),
      run,
    );
    const created: (Understood & { id: Id<'opportunity'> })[] = [];
    for (const { row, hash, number } of understood) {
      const remembered = known.get(row.externalId);
      const fate = remembered
        ? await this.update(remembered, { row, hash }, setting)
        : (this.refuseNew(row, setting) ?? 'created');
      if (fate === 'created') created.push({ row, hash, id: newId<'opportunity'>() });
      if (isRefusal(fate)) report = withRefusal(report, file, number, fate);
      else report = withRow(report, file, { fate, repairs: row.repairs, gaps: row.gaps, history: gradeHistory(row) });
    }
    if (!run.dryRun) await this.create(created, setting);
    return report;
  }

  /** What people may change while a run goes on, read for each chunk. Lock and accounts are held until it is committed; its rates are frozen. */
  private async hold(rows: readonly PipelineRow[], run: PipelineSetting): Promise<ChunkSetting> {
    const named = rows.flatMap(({ account }) => run.references.accounts.get(account ?? '') ?? []);
    return {
      ...run,
      lockedBefore: await this.locks.holdLockedBefore(),
      // The accounts of a dry run may not be there, and it points nothing at them.
      survivors: run.dryRun ? new Map() : await this.references.holdSurvivors(named),
      books: await this.loader.books(run.reportingCurrency, run.zone, run.currency),
    };
  }

  private refuseNew(row: PipelineRow, setting: ChunkSetting): Refusal | null {
    if (setting.lockedBefore === null) return null;
    const states = statesOf(row, setting, this.clock.now());
    const earliest = this.loader.earliestDay({ ...outline(row, newId(), setting), states }, setting.books);
    return refuseLocked(earliest, setting.lockedBefore);
  }

  private async create(
    created: readonly (Understood & { id: Id<'opportunity'> })[],
    setting: ChunkSetting,
  ): Promise<void> {
    const now = this.clock.now();
    await this.loader.load(
      created.map(({ row, id }) => ({
        ...outline(row, id, setting),
        states: statesOf(row, setting, now),
        handOffs: [],
      })),
      setting.books,
    );
    await this.external.remember(
      setting.system,
      'opportunity',
      created.map(({ row, id, hash }) => ({ externalId: row.externalId, recordId: id, hash })),
    );
    await this.effects.addBrought(
      setting.runId,
      setting.system,
      created.map(({ row }) => row.externalId),
    );
  }

  private async update(
    remembered: { readonly recordId: Id; readonly hash: string },
    { row, hash }: Understood,
    setting: ChunkSetting,
  ): Promise<Fate | Refusal> {
    if (remembered.hash === hash) return 'unchanged';
    const id = remembered.recordId as Id<'opportunity'>;
    const standing = await this.loader.standingOf(id);
    if (!standing) return refusal('import.record_gone', 'The opportunity this row became is no longer here.', { id });
    if (standing.changedHere) {
      return refusal(
        'import.changed_here',
        'The row has changed, but so has its opportunity here since; it was left as it is.',
        { id },
      );
    }
    const otherCurrency = refuseOtherCurrency({ ...standing.state, ...standing.kept }, setting.currency);
    if (otherCurrency) return otherCurrency;
    const said = statesOf(row, setting, this.clock.now());
    const states = newStates(standing, row.listed ? sinceThen(standing, said) : said, this.clock.now());
    const opportunity = { ...outline(row, id, setting), states };
    const locked = refuseLocked(
      setting.lockedBefore && this.loader.earliestDayOfChange(opportunity, standing, setting.books),
      setting.lockedBefore,
    );
    if (locked) return locked;
    if (setting.dryRun) return 'updated';
    const versionAfter = await this.loader.append(opportunity, standing, setting.books);
    if (versionAfter === null)
      return refusal(
        'import.changed_here',
        'The opportunity was being changed here at the same moment; it was left as it is.',
        { id },
      );
    await this.external.remember(setting.system, 'opportunity', [{ externalId: row.externalId, recordId: id, hash }]);
    await this.effects.addChanged(setting.runId, {
      id,
      externalId: row.externalId,
      seqBefore: standing.lastSeq,
      versionBefore: standing.version,
      versionAfter,
      before: { ...standing.outline, hash: remembered.hash },
    });
    return 'updated';
  }
}

function readLine({ number, cells }: Line, { lists, firstRows }: PipelineSetting): PipelineRow | Refusal {
  if (!cells) return unevenRow();
  const row = mapRow(cells satisfies PipelineCells, lists);
  if (isRefusal(row)) return row;
  return firstRows.get(row.externalId) === number ? row : duplicateRow(row.externalId);
}

const hashOf = (row: PipelineRow, currency: Currency): string =>
  contentHash([
    row.agent,
    row.product,
    row.account,
    row.stage,
    row.engagedOn,
    row.closedOn,
    row.amountMinor,
    currency,
    ...listedValues(row),
  ]);

/** An export with four files has none of these, so what it was known by before stays. */
const listedValues = ({ listed }: PipelineRow) =>
  listed
    ? [
        listed.name,
        listed.stage,
        listed.createdOn,
        listed.stageSince,
        listed.expectedOn,
        JSON.stringify(listed.entries),
      ]
    : [];
