import {
  CountColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  KeyColumn,
  PrimaryId,
  TextColumn,
  WordColumn,
} from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Entity } from 'typeorm';
import { sections, type ItemFacts, type Section } from './rules/agenda-facts';
import type { ItemState } from './rules/settle-item';

/** One thing to talk about: what kind, and the facts it is worded from. */
@Entity('agenda_item')
export class AgendaItem {
  @PrimaryId() id: Id<'agenda_item'>;
  @IdColumn() agendaId: Id<'agenda'>;
  @CountColumn('smallint') position: number;
  @WordColumn(sections) section: Section;
  @KeyColumn(40) kind: string;
  @IdColumn({ nullable: true }) subjectId: Id | null;
  @JsonColumn() facts: ItemFacts;
  @WordColumn(['open', 'decided', 'actioned', 'dropped']) state: ItemState;
  @TextColumn(2000, { nullable: true }) decision: string | null;
  /** Since when it is set aside for the next meeting; null for one that is not, and for one that is settled. */
  @InstantColumn({ nullable: true }) parkedAt: Date | null;
  /** How many meetings it was carried over from. */
  @CountColumn('tinyint') carried: number;
  @IdColumn({ nullable: true }) carriedFromId: Id<'agenda_item'> | null;
  @IdColumn({ nullable: true }) addedById: Id<'person'> | null;
  @CountColumn() version: number;
}
