import { MinorColumn } from '@tandem/database';
import { Entity, PrimaryColumn } from 'typeorm';
import { FunnelPlace, PackedColumn } from './funnel-place.entity';
import { CurrencyPlaceColumn, PlaceColumn, SumColumn } from './rollup-place.entity';
import type { CellReading } from './rules/cell';

/** First entries into rows of the funnel, summed; what of a sum became known after its day stands in `later` as well. */
@Entity('rollup_entry')
export class RollupEntry extends FunnelPlace {
  @PlaceColumn('tinyint') modes: number;
  @PrimaryColumn({ type: 'enum', enum: ['both', 'restated', 'reported'] }) reading: CellReading;
  @CurrencyPlaceColumn() currency: string;
  @SumColumn() enteredCount: number;
  @SumColumn() impliedCount: number;
  @SumColumn() undatedCount: number;
  @SumColumn() valuedCount: number;
  @MinorColumn() valueMinor: bigint;
  @PackedColumn() later: Buffer;
}
