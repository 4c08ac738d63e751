import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import type { PlainDate } from '@tandem/kernel';
import type { HistoriesSetting } from './history-lines.reader';
import type { FamilyLine, FamilyRestatement } from './rules/customer-family';

interface LineRow {
  readonly id: string;
  readonly opportunityId: string;
  readonly accountId: string | null;
  readonly recordedAt: Date;
  readonly bookingDate: PlainDate;
  readonly adjustsDate: PlainDate | null;
  readonly reversesId: string | null;
  readonly isByHand: number;
  readonly isCredit: number;
  readonly amount: string;
  readonly reporting: string | null;
  readonly cost: string | null;
  readonly ownerId: string;
  readonly teamId: string;
  readonly sourceId: string | null;
}

interface RestatementRow extends Pick<FamilyRestatement, 'opportunityId' | 'lineId' | 'revision'> {
  readonly recordedAt: Date;
  readonly reporting: string;
  readonly cost: string | null;
}

const ofAccounts = `(SELECT DISTINCT opportunity_id FROM booking WHERE account_id IN (?)) o
       STRAIGHT_JOIN booking b ON b.opportunity_id = o.opportunity_id`;

/** Booking lines of accounts, with all others of the same opportunities, and what they were restated to; the oldest first. */
@Injectable()
export class FamilyLinesReader {
  constructor(private readonly database: Database) {}

  /** No more of each than counts of customers are made of: there are millions of them. */
  async of(accounts: readonly string[], { currency, dayOf }: HistoriesSetting): Promise<FamilyLine[]> {
    const rows = await this.database.query<LineRow>(
      `SELECT b.id, b.opportunity_id AS opportunityId, b.account_id AS accountId, b.recorded_at AS recordedAt,
         b.booking_date AS bookingDate, b.adjusts_date AS adjustsDate, b.reverses_id AS reversesId, b.move_id IS NULL AS isByHand,
         b.credit_of_id IS NOT NULL AS isCredit, b.amount_minor AS amount,
         IF(b.reporting_currency = ?, b.reporting_amount_minor, NULL) AS reporting,
         IF(b.reporting_currency = ?, b.reporting_cost_minor, NULL) AS cost,
         b.owner_id AS ownerId, b.team_id AS teamId, b.source_id AS sourceId
       FROM ${ofAccounts} ORDER BY b.recorded_at, b.id`,
      [currency, currency, accounts.map((id) => bin(id))],
    );
    return rows.map((row) => ({
      id: row.id,
      opportunityId: row.opportunityId,
      recordedOn: dayOf(row.recordedAt.getTime()),
      bookingDate: row.bookingDate,
      adjustsDate: row.adjustsDate,
      reversesId: row.reversesId,
      accountId: row.accountId,
      amountMinor: BigInt(row.amount),
      isByHand: row.isByHand === 1,
      isCredit: row.isCredit === 1,
      reportingMinor: minor(row.reporting),
      costMinor: minor(row.cost),
      ownerId: row.ownerId,
      teamId: row.teamId,
      sourceId: row.sourceId,
    }));
  }

  /** Of lines booked in the present reporting currency; of others a restatement says nothing. */
  async restatementsOf(
    accounts: readonly string[],
    { currency, dayOf }: HistoriesSetting,
  ): Promise<FamilyRestatement[]> {
    const rows = await this.database.query<RestatementRow>(
      `SELECT b.opportunity_id AS opportunityId, s.booking_id AS lineId, s.revision, s.recorded_at AS recordedAt,
         s.reporting_amount_minor AS reporting, s.reporting_cost_minor AS cost
       FROM ${ofAccounts} STRAIGHT_JOIN booking_restatement s ON s.booking_id = b.id
       WHERE b.reporting_currency = ? ORDER BY s.booking_id, s.revision`,
      [accounts.map((id) => bin(id)), currency],
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
