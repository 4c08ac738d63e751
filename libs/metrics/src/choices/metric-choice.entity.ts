import { DateColumn, IdColumn, InstantColumn, KeyColumn, PrimaryId, TextColumn } from '@tandem/database';
import type { Id, PlainDate } from '@tandem/kernel';
import { Entity } from 'typeorm';

/** From one day on the organisation goes by one of several rival definitions; append-only. */
@Entity('metric_choice')
export class MetricChoice {
  @PrimaryId() id: Id<'metric_choice'>;
  @KeyColumn(32) purpose: string;
  @KeyColumn(32) definition: string;
  @DateColumn() validFrom: PlainDate;
  @TextColumn(500) reason: string;
  @IdColumn({ nullable: true }) chosenById: Id<'person'> | null;
  @InstantColumn() recordedAt: Date;
}
