import type { Id } from '@tandem/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the counts of customers hold of an account. */
@Entity('folded_customer')
export class FoldedCustomer {
  @PrimaryColumn({ type: 'binary', length: 16 }) accountId: Id<'account'>;
  /** As `packed` writes them. */
  @Column({ type: 'mediumblob' }) appearances: Buffer;
}
