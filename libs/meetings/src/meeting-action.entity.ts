import {
  CountColumn,
  DateColumn,
  IdColumn,
  InstantColumn,
  KeyColumn,
  PrimaryId,
  TextColumn,
  WordColumn,
} from '@tandem/database';
import type { Id, PlainDate } from '@tandem/kernel';
import { Entity } from 'typeorm';
import type { ActionState } from './rules/settle-action';

/** What one person promised to do before the next meeting. */
@Entity('meeting_action')
export class MeetingAction {
  @PrimaryId() id: Id<'meeting_action'>;
  @IdColumn() seriesId: Id<'meeting_series'>;
  @IdColumn() agendaId: Id<'agenda'>;
  @IdColumn({ nullable: true }) agendaItemId: Id<'agenda_item'> | null;
  @TextColumn(500) title: string;
  @IdColumn() ownerId: Id<'person'>;
  @DateColumn() dueDate: PlainDate;
  @WordColumn(['open', 'done', 'dropped']) state: ActionState;
  @InstantColumn({ nullable: true }) settledAt: Date | null;
  /** The figure it is meant to move. */
  @KeyColumn(40, { nullable: true }) figureKey: string | null;
  @InstantColumn() createdAt: Date;
  @CountColumn() version: number;
}
