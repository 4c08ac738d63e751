import { DateColumn, IdColumn, InstantColumn, MinorColumn, PrimaryId, TextColumn } from '@tandem/database';
import type { Id, PlainDate } from '@tandem/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a booking line is worth in the reporting currency by the rates known later; append-only, the highest revision rules. */
@Entity('booking_restatement')
export class BookingRestatement {
  @PrimaryId() bookingId: Id<'booking'>;
  @PrimaryColumn({ type: 'int', unsigned: true }) revision: number;
  @Column({ type: 'decimal', precision: 20, scale: 10 }) rate: string;
  @DateColumn() rateDate: PlainDate;
  @MinorColumn() reportingAmountMinor: bigint;
  @MinorColumn({ nullable: true }) reportingCostMinor: bigint | null;
  @TextColumn(500) reason: string;
  @InstantColumn() recordedAt: Date;
  @IdColumn({ nullable: true }) recordedById: Id<'person'> | null;
}
