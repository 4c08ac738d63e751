import { Injectable } from '@nestjs/common';
import { bin, Database } from '@tandem/database';
import type { Id } from '@tandem/kernel';
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
    await this.database.run(inserted('booking', bookingFields), [rows.map((row) => valuesOf(row, bookingFields))]);
  }

  /** The lines of an opportunity that no other line takes back. */
  async standing(opportunityId: Id<'opportunity'>): Promise<BookingRow[]> {
    const rows = await this.database.query<Record<string, unknown>>(
      `SELECT ${selected('b', bookingFields)} FROM booking b LEFT JOIN booking r ON r.reverses_id = b.id
       WHERE b.opportunity_id = ? AND b.reverses_id IS NULL AND r.id IS NULL ORDER BY b.recorded_at, b.id`,
      [bin(opportunityId)],
    );
    return rows.map((row) => rowOf<BookingRow>(row));
  }
}
