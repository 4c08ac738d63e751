import { Entity } from 'typeorm';
import { GrainColumn, PlaceColumn, RollupPlace, SumColumn } from './rollup-place.entity';
import type { Grain } from './rules/spread-cells';

/** Completed stays in rows of the funnel, by their length. */
@Entity('rollup_stay')
export class RollupStay extends RollupPlace {
  @GrainColumn('day', 'month') grain: Grain;
  @PlaceColumn('tinyint') stageRow: number;
  @PlaceColumn('int') hours: number;
  @PlaceColumn('tinyint') modes: number;
  @SumColumn() stayCount: number;
}
