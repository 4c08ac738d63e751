import { Entity } from 'typeorm';
import { GrainColumn, PlaceColumn, RollupPlace, SumColumn } from './rollup-place.entity';
import type { Grain } from './rules/spread-cells';

/** Who came from one row of the funnel to another, by the days that took. */
@Entity('rollup_conversion')
export class RollupConversion extends RollupPlace {
  @GrainColumn('day', 'month') grain: Grain;
  @PlaceColumn('tinyint') fromRow: number;
  @PlaceColumn('tinyint') toRow: number;
  @PlaceColumn('smallint') elapsedDays: number;
  @PlaceColumn('tinyint') modes: number;
  @SumColumn() convertedCount: number;
}
