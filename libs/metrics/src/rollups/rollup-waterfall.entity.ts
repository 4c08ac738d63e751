import { MinorColumn } from '@tandem/database';
import { Entity } from 'typeorm';
import { GrainColumn, RollupPlace, SumColumn } from './rollup-place.entity';
import { standardSpans, type StandardSpan } from './rules/cell';

/** The lines of the net waterfall of a period, of the opportunities that changed in it. */
@Entity('rollup_waterfall')
export class RollupWaterfall extends RollupPlace {
  @GrainColumn(...standardSpans) grain: StandardSpan;
  @SumColumn() startCount: number;
  @MinorColumn() startMinor: bigint;
  @SumColumn() newCount: number;
  @MinorColumn() newMinor: bigint;
  @SumColumn() pulledInCount: number;
  @MinorColumn() pulledInMinor: bigint;
  @SumColumn() reopenedCount: number;
  @MinorColumn() reopenedMinor: bigint;
  @SumColumn() increasedCount: number;
  @MinorColumn() increasedMinor: bigint;
  @SumColumn() decreasedCount: number;
  @MinorColumn() decreasedMinor: bigint;
  @SumColumn() pushedOutCount: number;
  @MinorColumn() pushedOutMinor: bigint;
  @SumColumn() lostCount: number;
  @MinorColumn() lostMinor: bigint;
  @SumColumn() wonCount: number;
  @MinorColumn() wonMinor: bigint;
  @SumColumn() removedCount: number;
  @MinorColumn() removedMinor: bigint;
  @SumColumn() ownerChangeCount: number;
  @MinorColumn() ownerChangeMinor: bigint;
  @SumColumn() rateCount: number;
  @MinorColumn() rateMinor: bigint;
  @SumColumn() endCount: number;
  @MinorColumn() endMinor: bigint;
  /** Ends without an amount, and did not start so. */
  @SumColumn() endUnpricedCount: number;
  /** Wins whose booking has no rate. */
  @SumColumn() wonUnratedCount: number;
  /** In no line: what they are worth hangs on a plan rate. */
  @SumColumn() abroadCount: number;
}
