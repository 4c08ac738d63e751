import { CountColumn, DateColumn, FlagColumn, IdColumn, KeyColumn, PrimaryId, TextColumn } from '@tandem/database';
import type { Id, PlainDate, Zone } from '@tandem/kernel';
import { Entity } from 'typeorm';

/** A joint meeting that returns, on the wall of its own zone. */
@Entity('meeting_series')
export class MeetingSeries {
  @PrimaryId() id: Id<'meeting_series'>;
  /** Stable name for the command line and for mail lists. */
  @KeyColumn(40) seriesKey: string;
  @TextColumn(190) name: string;
  @TextColumn(190, { nullable: true }) nameZh: string | null;
  @KeyColumn(64) zone: Zone;
  /** 1 = Monday … 7 = Sunday. */
  @CountColumn('tinyint') weekday: number;
  /** `HH:MM`. */
  @KeyColumn(5) startsAt: string;
  @CountColumn('smallint') minutes: number;
  @CountColumn('tinyint') everyWeeks: number;
  @DateColumn() firstDate: PlainDate;
  @CountColumn() agendaLeadMinutes: number;
  @IdColumn() chairId: Id<'person'>;
  @FlagColumn() active: boolean;
  /** Whether a mail that may have arrived is sent once more. */
  @FlagColumn() resendUncertain: boolean;
  @CountColumn() version: number;
}
