import { MinorColumn } from '@tandem/database';
import { Entity } from 'typeorm';
import { GrainColumn, RollupPlace, SumColumn } from './rollup-place.entity';
import type { Grain } from './rules/grain';

/** Bookings and closings, summed. */
@Entity('rollup_sales')
export class RollupSales extends RollupPlace {
  @GrainColumn('day', 'month') grain: Grain;
  @SumColumn() lineCount: number;
  @SumColumn() unconvertibleCount: number;
  @MinorColumn() revenueMinor: bigint;
  @MinorColumn() creditsMinor: bigint;
  @MinorColumn() sizeMinor: bigint;
  @SumColumn() costedCount: number;
  @MinorColumn() costedRevenueMinor: bigint;
  @MinorColumn() costMinor: bigint;
  @MinorColumn() costedSizeMinor: bigint;
  @SumColumn() namelessCount: number;
  @SumColumn() namelessSaleCount: number;
  @SumColumn() closingCount: number;
  @SumColumn() wonCount: number;
  @SumColumn() renewalCount: number;
  @SumColumn() lostCount: number;
}
