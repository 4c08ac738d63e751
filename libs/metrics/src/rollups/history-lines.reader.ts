import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Currency, PlainDate } from '@tandem/kernel';
import type { Among } from './asked-opportunities';
import type { HistoryLine, HistoryRestatement } from './rules/opportunity-history';

export interface HistoriesSetting {
  /** The reporting currency. */
  readonly currency: Currency;
  readonly dayOf: (instant: number) => PlainDate;
}

interface Recorded {
  readonly opportunityId: string;
  readonly recordedAt: Date;
}

type LineRow = Omit<
  HistoryLine,
  'recordedOn' | 'amountMinor' | 'reportingMinor' | 'costMinor' | 'isByHand' | 'isCredit'
> &
  Recorded & {
    readonly amount: string;
    readonly reporting: string | null;
    readonly cost: string | null;
    readonly moveId: string | null;
    readonly creditOfId: string | null;
  };
type RestatementRow = Omit<HistoryRestatement, 'recordedOn' | 'reportingMinor' | 'costMinor'> &
  Recorded & { readonly reporting: string; readonly cost: string | null };

/** Booking lines of opportunities and what they were restated to, each list in order, oldest first. */
@Injectable()
export class HistoryLinesReader {
  constructor(private readonly database: Database) {}

  async of(
    { holds, parameters }: Among,
    { currency, dayOf }: HistoriesSetting,
  ): Promise<(HistoryLine & { readonly opportunityId: string })[]> {
    const rows = await this.database.query<LineRow>(
      `SELECT b.opportunity_id AS opportunityId, b.id, b.recorded_at AS recordedAt, b.booking_date AS bookingDate, b.adjusts_date AS adjustsDate,
         b.reverses_id AS reversesId, b.account_id AS accountId, b.amount_minor AS amount, b.move_id AS moveId, b.credit_of_id AS creditOfId,
         IF(b.reporting_currency = ?, b.reporting_amount_minor, NULL) AS reporting,
         IF(b.reporting_currency = ?, b.reporting_cost_minor, NULL) AS cost, b.owner_id AS ownerId, b.team_id AS teamId,
         b.source_id AS sourceId, b.campaign_id AS campaignId, b.product_id AS productId
       FROM booking b WHERE ${holds('b.opportunity_id')} ORDER BY b.opportunity_id, b.recorded_at, b.id`,
      [currency, currency, ...parameters],
    );
    return rows.map((row) => ({
      opportunityId: row.opportunityId,
      id: row.id,
      recordedOn: dayOf(row.recordedAt.getTime()),
      bookingDate: row.bookingDate,
      adjustsDate: row.adjustsDate,
      reversesId: row.reversesId,
      accountId: row.accountId,
      amountMinor: BigInt(row.amount),
      isByHand: row.moveId === null,
      isCredit: row.creditOfId !== null,
      reportingMinor: minor(row.reporting),
      costMinor: minor(row.cost),
      ownerId: row.ownerId,
      teamId: row.teamId,
      sourceId: row.sourceId,
      campaignId: row.campaignId,
      productId: row.productId,
    }));
  }

  /** Of lines booked in the present reporting currency; of others a restatement says nothing. */
  async restatementsOf(
    { holds, parameters }: Among,
    { currency, dayOf }: HistoriesSetting,
  ): Promise<(HistoryRestatement & { readonly opportunityId: string })[]> {
    const rows = await this.database.query<RestatementRow>(
      `SELECT b.opportunity_id AS opportunityId, s.booking_id AS lineId, s.revision, s.recorded_at AS recordedAt,
         s.reporting_amount_minor AS reporting, s.reporting_cost_minor AS cost
       FROM booking b JOIN booking_restatement s ON s.booking_id = b.id
       WHERE ${holds('b.opportunity_id')} AND b.reporting_currency = ? ORDER BY b.opportunity_id, s.booking_id, s.revision`,
      [...parameters, currency],
    );
    return rows.map(({ recordedAt, reporting, cost, ...row }) => ({
      ...row,
      recordedOn: dayOf(recordedAt.getTime()),
      reportingMinor: BigInt(reporting),
      costMinor: minor(cost),
    }));
  }
}

const minor = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
