import { DateColumn, IdColumn, InstantColumn, MinorColumn, PrimaryId, TextColumn, WordColumn } from '@tandem/database';
import type { Currency, Id, PlainDate } from '@tandem/kernel';
import { Column, Entity } from 'typeorm';
import type { BookingRow } from './rules/post-booking';
import type { BookingType } from './rules/tracked-state';

/** A signed money line, append-only. */
@Entity('booking')
export class Booking implements BookingRow {
  @PrimaryId() id: Id<'booking'>;
  @IdColumn() opportunityId: Id<'opportunity'>;
  @IdColumn({ nullable: true }) moveId: Id<'move'> | null;
  @IdColumn({ nullable: true }) accountId: Id<'account'> | null;
  @IdColumn({ nullable: true }) productId: Id<'product'> | null;
  @WordColumn(['new_business', 'expansion', 'renewal', 'win_back', 'credit']) bookingType: BookingType | 'credit';
  @MinorColumn() amountMinor: bigint;
  @MinorColumn({ nullable: true }) costMinor: bigint | null;
  @Column({ type: 'char', length: 3, charset: 'ascii', collation: 'ascii_bin' }) currency: Currency;
  @MinorColumn({ nullable: true }) reportingAmountMinor: bigint | null;
  @MinorColumn({ nullable: true }) reportingCostMinor: bigint | null;
  @Column({ type: 'char', length: 3, charset: 'ascii', collation: 'ascii_bin' }) reportingCurrency: Currency;
  @Column({ type: 'decimal', precision: 20, scale: 10, nullable: true }) rate: string | null;
  @DateColumn({ nullable: true }) rateDate: PlainDate | null;
  @DateColumn() bookingDate: PlainDate;
  @InstantColumn() recordedAt: Date;
  @IdColumn() ownerId: Id<'person'>;
  @IdColumn() teamId: Id<'team'>;
  @IdColumn({ nullable: true }) sourceId: Id<'source'> | null;
  @IdColumn({ nullable: true }) campaignId: Id<'campaign'> | null;
  @IdColumn({ nullable: true }) reversesId: Id<'booking'> | null;
  @IdColumn({ nullable: true }) creditOfId: Id<'booking'> | null;
  /** The day in a locked period that an adjustment line is about; it is booked today. */
  @DateColumn({ nullable: true }) adjustsDate: PlainDate | null;
  @TextColumn(500, { nullable: true }) note: string | null;
}
