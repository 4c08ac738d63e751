import { Entity } from 'typeorm';
import { GrainColumn, RollupPlace, SumColumn } from './rollup-place.entity';
import type { CustomerGrain } from './rules/customer-cells';

/** Distinct and new customers of a month, quarter or year. */
@Entity('rollup_customer')
export class RollupCustomer extends RollupPlace {
  @GrainColumn('month', 'quarter', 'year') grain: CustomerGrain;
  @SumColumn() costedCount: number;
  @SumColumn() winningCount: number;
  @SumColumn() firstOrderCount: number;
  @SumColumn() connectedNewCount: number;
  @SumColumn() winBackCount: number;
}
