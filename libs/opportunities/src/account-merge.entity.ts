import { IdColumn, InstantColumn, PrimaryId, TextColumn } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Entity } from 'typeorm';

/** Two accounts turned out to be one; append-only, and each account is merged at most once. */
@Entity('account_merge')
export class AccountMerge {
  @PrimaryId() id: Id<'account_merge'>;
  @IdColumn() accountId: Id<'account'>;
  @IdColumn() intoAccountId: Id<'account'>;
  @InstantColumn() mergedAt: Date;
  @IdColumn({ nullable: true }) mergedById: Id<'person'> | null;
  @TextColumn(500, { nullable: true }) note: string | null;
}
