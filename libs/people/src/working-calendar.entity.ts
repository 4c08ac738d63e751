import { bin, CountColumn, KeyColumn, PrimaryId, TextColumn } from '@tandem/database';
import type { Id, PlainDate } from '@tandem/kernel';
import { Entity, PrimaryColumn } from 'typeorm';

/** When a team works: hours of the day in a zone, days of the week as bits (1 = Monday, 64 = Sunday). */
@Entity('working_calendar')
export class WorkingCalendarRow {
  @PrimaryId() id: Id<'working_calendar'>;
  @TextColumn(190) name: string;
  @KeyColumn(64) zone: string;
  @KeyColumn(5) opens: string;
  @KeyColumn(5) closes: string;
  @CountColumn('tinyint') weekdays: number;
}

/** A day on which a calendar does not work. */
@Entity('working_holiday')
export class WorkingHoliday {
  @PrimaryColumn({
    type: 'binary',
    length: 16,
    transformer: { to: (id: string) => bin(id), from: (id: unknown) => id },
  })
  calendarId: Id<'working_calendar'>;
  @PrimaryColumn({ type: 'date' }) holiday: PlainDate;
}
