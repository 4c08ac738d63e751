import { IdColumn, PrimaryId, TextColumn, WordColumn } from '@tandem/database';
import { sides, type Id, type Side } from '@tandem/kernel';
import { Entity } from 'typeorm';

/** A place people work from. */
@Entity('office')
export class Office {
  @PrimaryId() id: Id<'office'>;
  @TextColumn(190) name: string;
  @TextColumn(190, { nullable: true }) nameZh: string | null;
}

/** People of one side who answer for the same opportunities. */
@Entity('team')
export class Team {
  @PrimaryId() id: Id<'team'>;
  @TextColumn(190) name: string;
  @TextColumn(190, { nullable: true }) nameZh: string | null;
  @WordColumn(sides) side: Side;
  @IdColumn({ nullable: true }) officeId: Id<'office'> | null;
  @IdColumn({ nullable: true }) calendarId: Id<'working_calendar'> | null;
}
