import { DateColumn, IdColumn, InstantColumn, PrimaryId, TextColumn } from '@tandem/database';
import type { Id, PlainDate } from '@tandem/kernel';
import { Entity } from 'typeorm';

/** Nothing is dated before `lockedBefore` any more; append-only, the newest row rules. */
@Entity('period_lock')
export class PeriodLock {
  @PrimaryId() id: Id<'period_lock'>;
  @DateColumn() lockedBefore: PlainDate;
  @InstantColumn() lockedAt: Date;
  @IdColumn({ nullable: true }) lockedById: Id<'person'> | null;
  @TextColumn(500, { nullable: true }) note: string | null;
}
