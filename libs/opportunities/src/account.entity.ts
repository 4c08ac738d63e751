import { CountColumn, IdColumn, InstantColumn, PrimaryId, TextColumn } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Entity } from 'typeorm';

/** A customer or one who may become one; `parentId` makes account families. */
@Entity('account')
export class Account {
  @PrimaryId() id: Id<'account'>;
  @TextColumn(190) name: string;
  @TextColumn(190, { nullable: true }) nameZh: string | null;
  @IdColumn({ nullable: true }) parentId: Id<'account'> | null;
  @TextColumn(120, { nullable: true }) segment: string | null;
  @TextColumn(120, { nullable: true }) country: string | null;
  @CountColumn('int', { nullable: true }) employees: number | null;
  @InstantColumn() createdAt: Date;
  /** The account that this one turned out to be; always one that is merged into no other. */
  @IdColumn({ nullable: true }) mergedIntoId: Id<'account'> | null;
  @CountColumn() version: number;
}
