import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Currency, PlainDate } from '@tandem/kernel';
import type { BookingFact, Reading } from './rules/facts';
import type { EarlierSales } from './rules/find-new-customers';

interface BookingRow {
  readonly id: string;
  readonly opportunityId: string;
  readonly accountId: string | null;
  readonly date: PlainDate;
  readonly amount: string;
  readonly reporting: string | null;
  readonly cost: string | null;
  readonly reversesId: string | null;
  readonly reversedById: string | null;
  readonly credited: string | null;
  readonly ownerId: string;
  readonly teamId: string;
  readonly sourceId: string | null;
}

/** Days, half-open. */
export interface Days {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** The office a team belongs to, if any. */
export type OfficeOf = (teamId: string) => string | null;

const fate = `LEFT JOIN booking r ON r.reverses_id = b.id
  LEFT JOIN (SELECT credit_of_id, SUM(amount_minor) AS credited FROM booking WHERE credit_of_id IS NOT NULL GROUP BY credit_of_id) c
    ON c.credit_of_id = b.id`;

/** Booking lines as figures need them. */
@Injectable()
export class BookingFactsReader {
  constructor(private readonly database: Database) {}

  /** Every line of these days, with what became of it; a line in another reporting currency is not convertible. */
  async lines({ from, until }: Days, currency: Currency, officeOf: OfficeOf): Promise<BookingFact[]> {
    const rows = await this.database.query<BookingRow>(
      `SELECT b.id, b.opportunity_id AS opportunityId, b.account_id AS accountId, b.booking_date AS date,
         b.amount_minor AS amount, IF(b.reporting_currency = ?, b.reporting_amount_minor, NULL) AS reporting,
         IF(b.reporting_currency = ?, b.reporting_cost_minor, NULL) AS cost, b.reverses_id AS reversesId, r.id AS reversedById,
         c.credited, b.owner_id AS ownerId, b.team_id AS teamId, b.source_id AS sourceId
       FROM booking b ${fate} WHERE b.booking_date >= ? AND b.booking_date < ?`,
      [currency, currency, from, until],
    );
    // Written out field by field: thousands of lines are read for every scoreboard, and spreading objects takes thrice as long.
    return rows.map((row) => ({
      id: row.id,
      opportunityId: row.opportunityId,
      accountId: row.accountId,
      date: row.date,
      amountMinor: BigInt(row.amount),
      reportingMinor: row.reporting === null ? null : BigInt(row.reporting),
      costMinor: row.cost === null ? null : BigInt(row.cost),
      reversesId: row.reversesId,
      isReversed: row.reversedById !== null,
      creditedMinor: row.credited === null ? 0n : BigInt(row.credited),
      ownerId: row.ownerId,
      teamId: row.teamId,
      officeId: officeOf(row.teamId),
      sourceId: row.sourceId,
    }));
  }

  /** When each customer bought first and last before a day. */
  async salesBefore(day: PlainDate, reading: Reading): Promise<Map<string, EarlierSales>> {
    const standing = reading === 'restated' ? 'AND r.id IS NULL AND b.amount_minor + COALESCE(c.credited, 0) > 0' : '';
    const rows = await this.database.query<EarlierSales & { readonly accountId: string }>(
      `SELECT b.account_id AS accountId, MIN(b.booking_date) AS first, MAX(b.booking_date) AS last
       FROM booking b ${fate}
       WHERE b.booking_date < ? AND b.account_id IS NOT NULL AND b.amount_minor > 0 AND b.reverses_id IS NULL ${standing}
       GROUP BY b.account_id`,
      [day],
    );
    return new Map(rows.map(({ accountId, first, last }) => [accountId, { first, last }]));
  }

  /** Account to the account it belongs to. */
  async parents(): Promise<Map<string, string>> {
    const rows = await this.database.query<{ readonly id: string; readonly parentId: string }>(
      'SELECT id, parent_id AS parentId FROM account WHERE parent_id IS NOT NULL',
    );
    return new Map(rows.map(({ id, parentId }) => [id, parentId]));
  }
}
