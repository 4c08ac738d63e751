import { IdColumn, PrimaryId } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Entity, PrimaryColumn } from 'typeorm';

/** Records of one kind that somebody reads for a rebuild, or had begun to read: after one id, and up to another. */
@Entity('ledger_part')
export class LedgerPart {
  @PrimaryId() rebuildId: Id;
  @PrimaryColumn({ type: 'enum', enum: ['opportunity', 'customer'] }) kind: 'opportunity' | 'customer';
  @PrimaryId() afterId: Id;
  @IdColumn() toId: Id;
}
