import { MinorColumn } from '@tandem/database';
import { Entity } from 'typeorm';
import { CurrencyPlaceColumn, GrainColumn, PlaceColumn, RollupPlace, SumColumn } from './rollup-place.entity';
import type { Grain } from './rules/spread-cells';

/** First entries into rows of the funnel, summed. */
@Entity('rollup_entry')
export class RollupEntry extends RollupPlace {
  @GrainColumn('day', 'month') grain: Grain;
  @PlaceColumn('tinyint') stageRow: number;
  @PlaceColumn('tinyint') modes: number;
  @CurrencyPlaceColumn() currency: string;
  @SumColumn() enteredCount: number;
  @SumColumn() impliedCount: number;
  @SumColumn() undatedCount: number;
  @SumColumn() valuedCount: number;
  @MinorColumn() valueMinor: bigint;
}
