import { CountColumn, IdColumn, InstantColumn, KeyColumn, WordColumn } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Entity, PrimaryColumn } from 'typeorm';

/** Where the sums of the figures stand; the one row of its table. */
@Entity('fact_ledger')
export class FactLedger {
  @PrimaryColumn({ type: 'tinyint', unsigned: true }) id: number;
  @KeyColumn(64) definition: string;
  @WordColumn(['building', 'ready']) state: 'building' | 'ready';
  @IdColumn({ nullable: true }) builtTo: Id<'opportunity'> | null;
  @IdColumn({ nullable: true }) customersTo: Id<'account'> | null;
  @CountColumn() built: number;
  @IdColumn() rebuildId: Id;
  @InstantColumn() startedAt: Date;
  @InstantColumn({ nullable: true }) readyAt: Date | null;
}
