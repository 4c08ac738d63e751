import { CountColumn, DateColumn, IdColumn, InstantColumn, KeyColumn, MinorColumn, PrimaryId } from '@tandem/database';
import type { Currency, Id, PlainDate } from '@tandem/kernel';
import { Column, Entity } from 'typeorm';

/** What one team or one person is to book in a period; a change is a new revision, and the old one stays. */
@Entity('quota')
export class Quota {
  @PrimaryId() id: Id<'quota'>;
  @KeyColumn(40) periodKey: string;
  @DateColumn() startsOn: PlainDate;
  @DateColumn() endsBefore: PlainDate;
  @IdColumn({ nullable: true }) teamId: Id<'team'> | null;
  @IdColumn({ nullable: true }) personId: Id<'person'> | null;
  @MinorColumn() amountMinor: bigint;
  @Column({ type: 'char', length: 3, charset: 'ascii', collation: 'ascii_bin' }) currency: Currency;
  @CountColumn() revision: number;
  @InstantColumn() recordedAt: Date;
  @IdColumn({ nullable: true }) recordedById: Id<'person'> | null;
}
