import { JsonColumn } from '@tandem/database';
import type { Id } from '@tandem/kernel';
import { Entity, PrimaryColumn } from 'typeorm';
import type { CustomerCell } from './rules/customer-cells';

/** What the counts of customers hold of an account. */
@Entity('folded_customer')
export class FoldedCustomer {
  @PrimaryColumn({ type: 'binary', length: 16 }) accountId: Id<'account'>;
  @JsonColumn() cells: readonly Omit<CustomerCell, 'accountId'>[];
}
