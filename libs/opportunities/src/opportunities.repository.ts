import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import type { Account } from './account.entity';
import { appendToTail } from './fact-tail';
import { handOffMarks, readMarks, type HandOffMarks } from './hand-off-marks';
import type { Opportunity } from './opportunity.entity';
import { assigned, changedOf, inserted, rowOf, selected, valuesOf } from './row-sql';
import type { LoggedRow } from './rules/decide-correction';
import type { FoundReferences, WishedReferences } from './rules/decide-references';
import type { MoveRow } from './rules/next-move-row';
import type { Scope } from './rules/visible-to';
import { scopeCondition } from './visible-scope';

/** An opportunity held for change, with what the rules need to know of its hand-offs. */
export type HeldOpportunity = Opportunity & HandOffMarks;

const changing = [
  'name',
  'accountId',
  'productId',
  'stageId',
  'stageClass',
  'outcome',
  'amountMinor',
  'costMinor',
  'currency',
  'closeDate',
  'probability',
  'forecastCategory',
  'ownerId',
  'teamId',
  'marketingOwnerId',
  'marketingTeamId',
  'sourceId',
  'campaignId',
  'nextStep',
  'nextStepDate',
  'lossReason',
  'createdAt',
  'stageEnteredAt',
  'lastSeq',
  'logHash',
  'version',
  'undoneAt',
] as const satisfies readonly (keyof Opportunity)[];

const opportunityFields = [
  'id',
  'contactId',
  'bookingType',
  ...changing,
] as const satisfies readonly (keyof Opportunity)[];

const moveFields = [
  'id',
  'opportunityId',
  'seq',
  'version',
  'stageFromId',
  'stageToId',
  'outcomeFrom',
  'outcomeTo',
  'amountFromMinor',
  'amountToMinor',
  'currency',
  'closeDateFrom',
  'closeDateTo',
  'ownerFromId',
  'ownerToId',
  'teamFromId',
  'teamToId',
  'probabilityFrom',
  'probabilityTo',
  'reasonKey',
  'note',
  'at',
  'recordedAt',
  'actorId',
  'origin',
  'atPrecision',
  'correction',
  'correctsSeq',
  'hash',
] as const satisfies readonly (keyof MoveRow)[];

const loggedFields = [
  'id',
  'seq',
  'stageFromId',
  'stageToId',
  'outcomeFrom',
  'outcomeTo',
  'amountFromMinor',
  'amountToMinor',
  'currency',
  'closeDateFrom',
  'closeDateTo',
  'ownerFromId',
  'ownerToId',
  'teamFromId',
  'teamToId',
  'probabilityFrom',
  'probabilityTo',
  'reasonKey',
  'at',
  'correction',
  'correctsSeq',
] as const satisfies readonly (keyof LoggedRow)[];

const accountFields = ['id', 'name', 'createdAt', 'version'] as const satisfies readonly (keyof Account)[];

/** Loads and saves opportunities and appends to their log. */
@Injectable()
export class OpportunitiesRepository {
  constructor(private readonly database: Database) {}

  /** Holds one opportunity until the end of the transaction; null when there is none in this scope. */
  async hold(id: Id<'opportunity'>, scope: Scope): Promise<HeldOpportunity | null> {
    const condition = scopeCondition(scope);
    const [raw] = await this.database.query<Record<string, unknown>>(
      `SELECT ${selected('o', opportunityFields)}, ${handOffMarks}
       FROM opportunity o WHERE o.id = ? AND ${condition.sql} FOR UPDATE`,
      [bin(id), ...condition.parameters],
    );
    if (!raw) return null;
    const { handOffMarks: marks, ...row } = raw;
    return { ...rowOf<Opportunity>(row), ...readMarks(marks as string | null) };
  }

  async add(opportunity: Opportunity): Promise<void> {
    await this.database.run(inserted('opportunity', opportunityFields), [[valuesOf(opportunity, opportunityFields)]]);
    appendToTail(this.database, [opportunity.id]);
  }

  /**
   * Saves what is another in the next version of the version that was held; when that one is gone `ifGone` throws and nothing is
   * kept.
   */
  save(before: Opportunity, opportunity: Opportunity, ifGone: () => never): void {
    const changed = changedOf(before, opportunity, changing);
    this.database.later(
      `UPDATE opportunity SET ${assigned(changed)} WHERE id = ? AND version = ?`,
      [...valuesOf(opportunity, changed), bin(opportunity.id), before.version],
      (saved) => saved === 1 || ifGone(),
    );
    appendToTail(this.database, [opportunity.id]);
  }

  addMove(row: MoveRow): void {
    this.database.later(inserted('opportunity_move', moveFields), [[valuesOf(row, moveFields)]]);
  }

  /** Every row of the log as far as corrections read it, oldest first. The opportunity is held. */
  async log(id: Id<'opportunity'>): Promise<LoggedRow[]> {
    const rows = await this.database.query<Record<string, unknown>>(
      `SELECT ${selected('m', loggedFields)} FROM opportunity_move m WHERE m.opportunity_id = ? ORDER BY m.seq`,
      [bin(id)],
    );
    return rows.map((row) => rowOf<LoggedRow>(row));
  }

  async addAccount(account: Pick<Account, (typeof accountFields)[number]>): Promise<void> {
    await this.database.run(inserted('account', accountFields), [[valuesOf(account, accountFields)]]);
  }

  /** Which of the records a body points at exist. The account is held, so that nobody merges it away meanwhile. */
  async findReferences({ accountId, productId, sourceId, campaignId }: WishedReferences): Promise<FoundReferences> {
    const account = accountId ? await this.findAccount(accountId) : null;
    const ids = [productId, sourceId, campaignId].map((id) => bin(id ?? null));
    const [row] = await this.database.query<
      Record<'product' | 'source', string | number> & Pick<FoundReferences, 'campaignSourceId'>
    >(
      `SELECT EXISTS (SELECT 1 FROM product WHERE id = ?) AS product, EXISTS (SELECT 1 FROM source WHERE id = ?) AS source,
         (SELECT source_id FROM campaign WHERE id = ?) AS campaignSourceId`,
      ids,
    );
    return {
      account: account !== null,
      survivor: account?.survivor ?? null,
      product: Number(row?.product) === 1,
      source: Number(row?.source) === 1,
      campaignSourceId: row?.campaignSourceId ?? null,
    };
  }

  private async findAccount(id: Id<'account'>): Promise<{ survivor: FoundReferences['survivor'] } | null> {
    const [found] = await this.database.query<Pick<Account, 'mergedIntoId'>>(
      'SELECT merged_into_id AS mergedIntoId FROM account WHERE id = ? LOCK IN SHARE MODE',
      [bin(id)],
    );
    if (!found?.mergedIntoId) return found ? { survivor: null } : null;
    const [survivor] = await this.database.query<Pick<Account, 'id' | 'name'>>(
      'SELECT id, name FROM account WHERE id = ?',
      [bin(found.mergedIntoId)],
    );
    return { survivor: survivor ?? null };
  }
}
