import { MinorColumn } from '@tandem/database';
import type { PlainDate } from '@tandem/kernel';
import { Entity, PrimaryColumn } from 'typeorm';
import { CurrencyPlaceColumn, GrainColumn, RollupPlace, SumColumn } from './rollup-place.entity';
import type { Grain } from './rules/grain';

/** How open pipeline changed, by the month it is expected to close in. */
@Entity('rollup_pipeline')
export class RollupPipeline extends RollupPlace {
  @GrainColumn('day', 'month') grain: Grain;
  @PrimaryColumn({ type: 'date' }) closeMonth: PlainDate;
  @CurrencyPlaceColumn() currency: string;
  @SumColumn() openCount: number;
  @SumColumn() withoutAmountCount: number;
  @MinorColumn() valueMinor: bigint;
  @MinorColumn() weightedMinor: bigint;
}
