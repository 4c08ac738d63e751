import { CountColumn, PrimaryId } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Entity } from 'typeorm';

@Entity('conversion_window')
export class ConversionWindowRow {
  @PrimaryId() fromStageId: Id<'stage'>;
  @PrimaryId() toStageId: Id<'stage'>;
  @CountColumn('smallint') days: number;
}
