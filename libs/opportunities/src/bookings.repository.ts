import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { appendCustomersToTail } from './fact-tail';
import { refuseBeyondReporting } from './opportunities.errors';
import { inserted, rowOf, selected, valuesOf } from './row-sql';
import type { BookingRow } from './rules/post-booking';

const bookingFields = [
  'id',
  'opportunityId',
  'moveId',
  'accountId',
  'productId',
  'bookingType',
  'amountMinor',
  'costMinor',
  'currency',
  'reportingAmountMinor',
  'reportingCostMinor',
  'reportingCurrency',
  'rate',
  'rateDate',
  'bookingDate',
  'recordedAt',
  'ownerId',
  'teamId',
  'sourceId',
  'campaignId',
  'reversesId',
  'creditOfId',
  'adjustsDate',
  'note',
] as const satisfies readonly (keyof BookingRow)[];

/** Appends money lines; there is no way to change one. */
@Injectable()
export class BookingsRepository {
  constructor(private readonly database: Database) {}

  async add(rows: readonly BookingRow[]): Promise<void> {
    if (rows.length === 0) return;
    refuseBeyondReporting(rows, rows[0]?.reportingCurrency ?? '');
    await this.database.run(inserted('booking', bookingFields), [rows.map((row) => valuesOf(row, bookingFields))]);
    appendCustomersToTail(this.database, [...new Set(rows.map(({ opportunityId }) => opportunityId))]);
  }

  /** Every line of an opportunity, oldest first. */
  async of(opportunityId: Id<'opportunity'>): Promise<BookingRow[]> {
    const rows = await this.database.query<Record<string, unknown>>(
      `SELECT ${selected('b', bookingFields)} FROM booking b WHERE b.opportunity_id = ? ORDER BY b.recorded_at, b.id`,
      [bin(opportunityId)],
    );
    return rows.map((row) => rowOf<BookingRow>(row));
  }
}
