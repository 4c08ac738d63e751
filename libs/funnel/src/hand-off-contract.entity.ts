import { CountColumn, IdColumn, InstantColumn, JsonColumn, PrimaryId, WordColumn } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Entity } from 'typeorm';
import type { NewCustomerVariant } from './stage';

@Entity('hand_off_contract')
export class HandOffContractRow {
  @PrimaryId() id: Id<'hand_off_contract'>;
  @CountColumn() revision: number;
  @InstantColumn() validFrom: Date;
  @CountColumn() responseMinutes: number;
  @CountColumn('smallint') expiryDays: number;
  @JsonColumn() rejectionReasons: string[];
  @WordColumn(['first_order', 'connected_new', 'win_back']) newCustomerVariant: NewCustomerVariant;
  @CountColumn('tinyint') winBackMonths: number;
  @IdColumn({ nullable: true }) signedBySalesId: Id<'person'> | null;
  @IdColumn({ nullable: true }) signedByMarketingId: Id<'person'> | null;
}
