import { IdColumn } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Entity, PrimaryColumn } from 'typeorm';

/** An opportunity whose figures have changed and are not folded yet; gone once they are. */
@Entity('fact_tail')
export class FactTail {
  @PrimaryColumn({ type: 'bigint', unsigned: true }) id: string;
  @IdColumn() opportunityId: Id<'opportunity'>;
}
