import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import { convert, money, type Currency } from '@tandem/kernel';
import type { FunnelDeal, Span } from './rules/draw-funnel';
import type { StageMove } from './rules/find-entries';
import { foldDeal, type FoldQuestion } from './rules/fold-deal';

interface MoveRow extends Omit<StageMove, 'at' | 'isInferred'> {
  readonly opportunityId: string;
  readonly at: Date;
  readonly atPrecision: string;
}

interface WorthRow {
  readonly id: string;
  readonly amount: string | null;
  readonly currency: Currency;
  readonly sourceId: string | null;
}

const stageMoves = `m.stage_from_id IS NULL OR m.stage_from_id <> m.stage_to_id OR m.outcome_from <> m.outcome_to`;

/** How many of the latest winners the default windows are learned from. */
const winnersLooked = 500;

/** Opportunities as the funnel sees them: first entries and stays, read from the log of moves. */
@Injectable()
export class FunnelDealsReader {
  constructor(private readonly database: Database) {}

  /** Every opportunity that moved within the span, with its whole log up to now. */
  async moved(
    span: Span,
    question: FoldQuestion,
    worth: { readonly currency: Currency; readonly on: string },
  ): Promise<FunnelDeal[]> {
    const within = `SELECT DISTINCT opportunity_id FROM opportunity_move WHERE stage_to_id IN (?) AND at >= ? AND at < ?`;
    if (question.stages.length === 0) return [];
    const parameters = [question.stages.map(({ id }) => bin(id)), new Date(span.from), new Date(span.until)];
    const logs = await this.logs(within, parameters, new Date(question.now));
    const worths = await this.worths(within, parameters, worth);
    return [...logs].map(([opportunityId, log]) => ({
      opportunityId,
      ...foldDeal(log, question),
      worthMinor: worths.get(opportunityId)?.minor ?? null,
      sourceId: worths.get(opportunityId)?.sourceId ?? null,
    }));
  }

  /** First entries of the latest opportunities won before a day: what default windows are learned from. */
  async winnersBefore(day: string, question: FoldQuestion): Promise<FunnelDeal[]> {
    const within = `SELECT id AS opportunity_id FROM (
      SELECT id FROM opportunity WHERE outcome = 'won' AND close_date < ? ORDER BY close_date DESC, id DESC LIMIT ${winnersLooked}) w`;
    const logs = await this.logs(within, [day], new Date(question.now));
    return [...logs].map(([opportunityId, log]) => ({
      opportunityId,
      ...foldDeal(log, question),
      worthMinor: null,
      sourceId: null,
    }));
  }

  private async logs(
    within: string,
    parameters: readonly (Date | string | Buffer[])[],
    now: Date,
  ): Promise<Map<string, StageMove[]>> {
    const rows = await this.database.query<MoveRow>(
      `SELECT m.opportunity_id AS opportunityId, m.at, m.stage_to_id AS stageId, m.outcome_to AS outcome, m.owner_to_id AS ownerId,
         m.team_to_id AS teamId, m.at_precision AS atPrecision
       FROM (${within}) c JOIN opportunity_move m ON m.opportunity_id = c.opportunity_id
       WHERE m.at <= ? AND (${stageMoves}) ORDER BY m.opportunity_id, m.seq`,
      [...parameters, now],
    );
    const logs = new Map<string, StageMove[]>();
    for (const { opportunityId, at, stageId, outcome, ownerId, teamId, atPrecision } of rows) {
      const log = logs.get(opportunityId);
      const move = { at: at.getTime(), stageId, outcome, ownerId, teamId, isInferred: atPrecision === 'inferred' };
      if (log) log.push(move);
      else logs.set(opportunityId, [move]);
    }
    return logs;
  }

  /** Amounts as they stand now, at the one rate the period was planned with: the latest on or before its first day. */
  private async worths(
    within: string,
    parameters: readonly (Date | Buffer[])[],
    { currency, on }: { readonly currency: Currency; readonly on: string },
  ) {
    const rows = await this.database.query<WorthRow>(
      `SELECT o.id, o.amount_minor AS amount, o.currency, o.source_id AS sourceId
       FROM (${within}) c JOIN opportunity o ON o.id = c.opportunity_id`,
      parameters,
    );
    const rates = await this.planRates(currency, on);
    return new Map(rows.map((row) => [row.id, { sourceId: row.sourceId, minor: worthOf(row, currency, rates) }]));
  }

  private async planRates(currency: Currency, on: string): Promise<Map<Currency, string>> {
    const rows = await this.database.query<{ readonly currency: Currency; readonly rate: string }>(
      'SELECT from_currency AS currency, rate FROM exchange_rate WHERE to_currency = ? AND rate_date <= ? ORDER BY rate_date',
      [currency, on],
    );
    return new Map(rows.map((row) => [row.currency, row.rate]));
  }
}

function worthOf(
  { amount, currency: own }: WorthRow,
  currency: Currency,
  rates: ReadonlyMap<Currency, string>,
): bigint | null {
  if (amount === null) return null;
  if (own === currency) return BigInt(amount);
  const rate = rates.get(own);
  return rate === undefined ? null : convert(money(BigInt(amount), own), currency, rate).amountMinor;
}
