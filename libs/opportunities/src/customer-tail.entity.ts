import { IdColumn } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Entity, PrimaryColumn } from 'typeorm';

/** An account of which is not folded yet what kind of customer it is. */
@Entity('customer_tail')
export class CustomerTail {
  @PrimaryColumn({ type: 'bigint', unsigned: true }) id: string;
  @IdColumn() accountId: Id<'account'>;
}
