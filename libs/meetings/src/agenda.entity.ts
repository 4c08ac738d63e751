import {
  CountColumn,
  DateColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  KeyColumn,
  PrimaryId,
  WordColumn,
} from '@tandem/database';
import type { Id, PlainDate } from '@tandem/kernel';
import { Entity } from 'typeorm';
import type { FigureFact } from './rules/agenda-facts';

export type AgendaState = 'composed' | 'held';

/** The agenda of one meeting of a series; there is one a week at most. */
@Entity('agenda')
export class Agenda {
  @PrimaryId() id: Id<'agenda'>;
  @IdColumn() seriesId: Id<'meeting_series'>;
  /** `2026-W10`. */
  @KeyColumn(8) isoWeek: string;
  @DateColumn() meetingDate: PlainDate;
  @InstantColumn() startsAt: Date;
  @InstantColumn() endsAt: Date;
  @InstantColumn() dueAt: Date;
  @InstantColumn() composedAt: Date;
  @WordColumn(['composed', 'held']) state: AgendaState;
  /** The figures as they stood when it was written. */
  @JsonColumn() figures: readonly FigureFact[];
  /** When it really began; null before. */
  @InstantColumn({ nullable: true }) startedAt: Date | null;
  /** What is being talked about. */
  @IdColumn({ nullable: true }) presentItemId: Id<'agenda_item'> | null;
  /** Since when its section is. */
  @InstantColumn({ nullable: true }) sectionSince: Date | null;
  /** When the chair sent its minutes; null before. */
  @InstantColumn({ nullable: true }) minutesAt: Date | null;
  @CountColumn() version: number;
}
