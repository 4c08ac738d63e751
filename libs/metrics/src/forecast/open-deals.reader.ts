import { Injectable } from '@nestjs/common';
import { Database, type Parameter } from '@tandem/database';
import type { Currency, PlainDate } from '@tandem/kernel';
import type { OfficeOf } from '../booking-facts.reader';
import { lastKnown, type Selected } from '../knowledge';
import { PastValuesReader } from '../past-values.reader';
import type { OpenCategory, OpenDeal } from './rules/open-deal';

interface Row {
  readonly id: string;
  readonly stageId: string;
  readonly closeDate: PlainDate;
  readonly amount: string | null;
  readonly currency: Currency;
  readonly probability: number | null;
  readonly category: OpenCategory | null;
  readonly ownerId: string;
  readonly teamId: string;
  readonly sourceId: string | null;
  readonly accountId: string | null;
}

export interface OpenDealsQuestion {
  /** Close dates, half-open; null for all from the first. */
  readonly from: PlainDate | null;
  readonly until: PlainDate;
  readonly by: Date | null;
  /** What an amount is worth in the reporting currency; null without an amount or a rate. */
  readonly worthOf: (amountMinor: bigint | null, currency: Currency) => bigint | null;
  readonly officeOf: OfficeOf;
  /** The account a merged one goes on as. */
  readonly survived: ReadonlyMap<string, string>;
}

/** Open opportunities that are expected to close, as they stand or as they stood when a moment was over. */
@Injectable()
export class OpenDealsReader {
  constructor(
    private readonly database: Database,
    private readonly past: PastValuesReader,
  ) {}

  async closing(question: OpenDealsQuestion): Promise<OpenDeal[]> {
    const { by, worthOf, officeOf, survived } = question;
    const rows = await this.rows(question);
    const then = by === null ? null : await this.past.belongings(closingThen(question, by), by);
    // Written out field by field: there may be a hundred thousand of them.
    return rows.map((row) => {
      const told = then?.get(row.id);
      const { sourceId, accountId, forecastCategory } = told
        ? { ...row, forecastCategory: row.category, ...told }
        : { ...row, forecastCategory: row.category };
      return {
        opportunityId: row.id,
        stageId: row.stageId,
        closeDate: row.closeDate,
        worthMinor: worthOf(row.amount === null ? null : BigInt(row.amount), row.currency),
        ownProbability: row.probability,
        ownCategory: forecastCategory,
        accountId: accountId === null ? null : (survived.get(accountId) ?? accountId),
        ownerId: row.ownerId,
        teamId: row.teamId,
        officeId: officeOf(row.teamId),
        sourceId,
      };
    });
  }

  private rows(question: OpenDealsQuestion): Promise<Row[]> {
    const { by } = question;
    if (by === null) {
      const close = closeBetween('o.close_date', question);
      return this.database.query<Row>(
        `SELECT o.id, o.stage_id AS stageId, o.close_date AS closeDate, o.amount_minor AS amount, o.currency, o.probability,
           o.forecast_category AS category, o.owner_id AS ownerId, o.team_id AS teamId, o.source_id AS sourceId, o.account_id AS accountId
         FROM opportunity o WHERE o.outcome = 'open' AND ${close.sql}`,
        close.parameters,
      );
    }
    const { sql, parameters } = openThen(question, by);
    return this.database.query<Row>(
      `SELECT o.id, m.stage_to_id AS stageId, m.close_date_to AS closeDate, m.amount_to_minor AS amount, m.currency,
         m.probability_to AS probability, o.forecast_category AS category, m.owner_to_id AS ownerId, m.team_to_id AS teamId,
         o.source_id AS sourceId, o.account_id AS accountId
       FROM opportunity_move m JOIN opportunity o ON o.id = m.opportunity_id WHERE ${sql}`,
      parameters,
    );
  }
}

function closeBetween(column: string, { from, until }: Pick<OpenDealsQuestion, 'from' | 'until'>): Selected {
  return from === null
    ? { sql: `${column} < ?`, parameters: [until] }
    : { sql: `${column} >= ? AND ${column} < ?`, parameters: [from, until] };
}

function openThen(question: OpenDealsQuestion, by: Date): Selected {
  const close = closeBetween('m.close_date_to', question);
  const parameters: Parameter[] = [...close.parameters, by, by];
  return { sql: `m.outcome_to = 'open' AND ${close.sql} AND ${lastKnown('m')}`, parameters };
}

function closingThen(question: OpenDealsQuestion, by: Date): Selected {
  const { sql, parameters } = openThen(question, by);
  return { sql: `SELECT m.opportunity_id FROM opportunity_move m WHERE ${sql}`, parameters };
}
