import { Entity } from 'typeorm';
import { FunnelPlace, PackedColumn } from './funnel-place.entity';

/** Completed stays in a row of the funnel that ended on a day, by their length in hours. */
@Entity('rollup_stay')
export class RollupStay extends FunnelPlace {
  @PackedColumn() stays: Buffer;
}
