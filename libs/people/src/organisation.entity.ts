import { CountColumn, IdColumn, KeyColumn, TextColumn, WordColumn } from '@tandem/database';
import {
  fiscalCalendars,
  fiscalYearRules,
  type FiscalCalendarKind,
  type FiscalYearRule,
  type Id,
} from '@tandem/kernel';
import { Entity, PrimaryColumn } from 'typeorm';

/** The one organisation of this installation. */
@Entity('organisation')
export class Organisation {
  @PrimaryColumn({ type: 'tinyint', unsigned: true }) id: number;
  @TextColumn(190) name: string;
  @KeyColumn(3) reportingCurrency: string;
  @KeyColumn(64) zone: string;
  @CountColumn('tinyint') fiscalYearStart: number;
  @WordColumn(fiscalCalendars, { default: 'months' }) fiscalCalendar: FiscalCalendarKind;
  @WordColumn(fiscalYearRules, { default: 'containing' }) fiscalYearRule: FiscalYearRule;
  @CountColumn('tinyint') weekStart: number;
  /** Generated demo records and real ones never mix. */
  @WordColumn(['nothing', 'demo', 'real']) holds: 'nothing' | 'demo' | 'real';
  /** When teams without hours of their own work; null for the standard calendar. */
  @IdColumn({ nullable: true }) calendarId: Id<'working_calendar'> | null;
  @CountColumn() version: number;
}
