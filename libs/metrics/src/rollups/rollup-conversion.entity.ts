import { Entity } from 'typeorm';
import { FunnelPlace, PackedColumn } from './funnel-place.entity';

/** Who came from a row of the funnel to others, by the days that took. */
@Entity('rollup_conversion')
export class RollupConversion extends FunnelPlace {
  @PackedColumn() reached: Buffer;
}
