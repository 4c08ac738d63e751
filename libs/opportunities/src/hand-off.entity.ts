import { CountColumn, IdColumn, InstantColumn, KeyColumn, PrimaryId, TextColumn, WordColumn } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Entity } from 'typeorm';
import type { HandOffState } from './rules/decide-hand-off';

/** Marketing offers an opportunity to a sales team under one revision of the contract. */
@Entity('hand_off')
export class HandOff {
  @PrimaryId() id: Id<'hand_off'>;
  @IdColumn() opportunityId: Id<'opportunity'>;
  @IdColumn() contractId: Id<'hand_off_contract'>;
  @WordColumn(['offered', 'accepted', 'rejected', 'returned', 'expired']) state: HandOffState;
  @IdColumn() fromTeamId: Id<'team'>;
  @IdColumn() toTeamId: Id<'team'>;
  @IdColumn({ nullable: true }) toPersonId: Id<'person'> | null;
  @IdColumn({ nullable: true }) offeredById: Id<'person'> | null;
  @InstantColumn() offeredAt: Date;
  /** The end of the response time in the receiver's working calendar. */
  @InstantColumn() dueAt: Date;
  @IdColumn({ nullable: true }) answeredById: Id<'person'> | null;
  @InstantColumn({ nullable: true }) answeredAt: Date | null;
  @KeyColumn(40, { nullable: true }) reasonKey: string | null;
  @TextColumn(500, { nullable: true }) note: string | null;
  /** 1 while offered, null afterwards: a unique key over it keeps a second offer out. */
  @CountColumn('tinyint', { nullable: true }) openMark: number | null;
  @CountColumn() version: number;
}
