import { Injectable } from '@nestjs/common';
import {
  Clock,
  instantAt,
  isRefusal,
  newId,
  refusal,
  type Currency,
  type Id,
  type PlainDate,
  type Refusal,
} from '@tandem/kernel';
import { HistoryLoader, type KnownOpportunity, type KnownState, type Standing } from '@tandem/opportunities';
import { PeriodLocksReader } from '@tandem/people';
import { contentHash, ExternalRecordRepository } from '../external-record.repository';
import { mapRow, type PipelineCells, type PipelineRow } from '../rules/map-row';
import { refuseLocked } from '../rules/refuse-locked';
import { refuseOtherCurrency } from '../rules/refuse-other-currency';
import { withRefusal, withRow, type Fate, type Report } from '../rules/tally';
import { traceHistory } from '../rules/trace-history';
import type { Line, PipelineSetting } from './pipeline-setting';
import { duplicateRow, unevenRow } from './read-list';
import { system } from './reference-import.service';

const file = 'sales_pipeline.csv';

type LockedSetting = PipelineSetting & { readonly lockedBefore: PlainDate | null };

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
    private readonly locks: PeriodLocksReader,
    private readonly clock: Clock,
  ) {}

  async take(lines: readonly Line[], before: Report, setting: PipelineSetting): Promise<Report> {
    let report = before;
    const understood: (Understood & { number: number })[] = [];
    for (const line of lines) {
      const row = readLine(line, setting);
      if (isRefusal(row)) report = withRefusal(report, file, line.number, row);
      else understood.push({ row, hash: hashOf(row, setting.currency), number: line.number });
    }
    const known = await this.external.known(
      system,
      'opportunity',
      understood.map(({ row }) => row.externalId),
    );
    const lockedBefore = await this.locks.holdLockedBefore();
    const created: (Understood & { id: Id<'opportunity'> })[] = [];
    for (const { row, hash, number } of understood) {
      const remembered = known.get(row.externalId);
      const fate = remembered
        ? await this.update(remembered, { row, hash }, { ...setting, lockedBefore })
        : (this.refuseNew(row, { ...setting, lockedBefore }) ?? 'created');
      if (fate === 'created') created.push({ row, hash, id: newId<'opportunity'>() });
      if (isRefusal(fate)) report = withRefusal(report, file, number, fate);
      else report = withRow(report, file, { fate, repairs: row.repairs, gaps: row.gaps });
    }
    if (!setting.dryRun) await this.create(created, setting);
    return report;
  }

  private refuseNew(row: PipelineRow, setting: LockedSetting): Refusal | null {
    if (setting.lockedBefore === null) return null;
    const states = statesOf(row, setting, this.clock.now());
    const earliest = this.loader.earliestDay({ ...outline(row, newId(), setting), states }, setting.books);
    return refuseLocked(earliest, setting.lockedBefore);
  }

  private async create(
    created: readonly (Understood & { id: Id<'opportunity'> })[],
    setting: PipelineSetting,
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
      system,
      'opportunity',
      created.map(({ row, id, hash }) => ({ externalId: row.externalId, recordId: id, hash })),
    );
  }

  private async update(
    remembered: { readonly recordId: Id; readonly hash: string },
    { row, hash }: Understood,
    setting: LockedSetting,
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
    const states = newStates(standing, statesOf(row, setting, this.clock.now()), this.clock.now());
    const opportunity = { ...outline(row, id, setting), states };
    const locked = refuseLocked(
      setting.lockedBefore && this.loader.earliestDayOfChange(opportunity, standing, setting.books),
      setting.lockedBefore,
    );
    if (locked) return locked;
    if (setting.dryRun) return 'updated';
    const kept = await this.loader.append(opportunity, standing, setting.books);
    if (!kept)
      return refusal(
        'import.changed_here',
        'The opportunity was being changed here at the same moment; it was left as it is.',
        { id },
      );
    await this.external.remember(system, 'opportunity', [{ externalId: row.externalId, recordId: id, hash }]);
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
  contentHash([row.agent, row.product, row.account, row.stage, row.engagedOn, row.closedOn, row.amountMinor, currency]);

function outline(
  row: PipelineRow,
  id: Id<'opportunity'>,
  { references }: PipelineSetting,
): Omit<KnownOpportunity, 'states' | 'handOffs'> {
  return {
    id,
    name: `${row.product} · ${row.account ?? row.externalId}`.slice(0, 190),
    accountId: row.account === null ? null : (references.accounts.get(row.account) ?? null),
    contactId: null,
    productId: references.products.get(row.product) ?? null,
    costMinor: null,
    bookingType: 'new_business',
    marketingOwnerId: null,
    marketingTeamId: null,
    sourceId: null,
    campaignId: null,
    nextStep: null,
    nextStepDate: null,
  };
}

/** A day of the export is taken as its noon here: no zone of a reader then makes another day of it. */
function statesOf(row: PipelineRow, setting: PipelineSetting, recordedAt: Date): KnownState[] {
  const { references, stageIds, currency, books, exportedOn } = setting;
  const agent = references.agents.get(row.agent);
  if (!agent) throw new Error(`nobody is called ${row.agent}`);
  return traceHistory(row, exportedOn).map(({ stage, outcome, on, precision, origin }) => {
    const stageId = stageIds.get(stage);
    if (!stageId) throw new Error(`the funnel has no stage ${stage}`);
    return {
      stageId,
      outcome,
      amountMinor: outcome === 'won' ? row.amountMinor : null,
      currency,
      closeDate: outcome === 'open' ? null : on,
      ownerId: agent.personId,
      teamId: agent.teamId,
      probability: null,
      at: instantAt(on, '12:00', books.zone),
      recordedAt,
      precision,
      origin,
      actorId: null,
      // The old system did not ask why.
      reasonKey: outcome === 'lost' ? 'unknown' : null,
      note: null,
    };
  });
}

/**
 * What a changed row adds to a history that is kept: all of it while open, else only how it stands now, so that nothing is
 * won twice. History is not rewritten: nothing is dated before the last move, and when something closed is open again nobody
 * knows since when, so it is dated now and called inferred.
 */
function newStates(
  { state, lastAt }: Standing & { lastAt: Date },
  states: readonly KnownState[],
  now: Date,
): KnownState[] {
  const isReopened = state.outcome !== 'open' && states.at(-1)?.outcome === 'open';
  return (state.outcome === 'open' ? states : states.slice(-1)).map((known) => {
    if (isReopened) return { ...known, at: now, precision: 'inferred' };
    return { ...known, at: known.at < lastAt ? lastAt : known.at };
  });
}
