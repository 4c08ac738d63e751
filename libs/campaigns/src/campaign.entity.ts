import { DateColumn, IdColumn, PrimaryId, TextColumn } from '@tandem/database';
import type { Id, PlainDate } from '@tandem/kernel';
import { Entity } from 'typeorm';

@Entity('campaign')
export class Campaign {
  @PrimaryId() id: Id<'campaign'>;
  @IdColumn() sourceId: Id<'source'>;
  @TextColumn(190) name: string;
  @TextColumn(190, { nullable: true }) nameZh: string | null;
  @DateColumn() startsOn: PlainDate;
  @DateColumn({ nullable: true }) endsOn: PlainDate | null;
}
