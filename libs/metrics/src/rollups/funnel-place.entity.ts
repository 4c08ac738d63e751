import type { PlainDate } from '@tandem/kernel';
import { Column, PrimaryColumn } from 'typeorm';
import { GrainColumn, PlaceColumn } from './rollup-place.entity';
import type { Grain } from './rules/grain';

/** Where a sum of the funnel counts: for whom, in which row, and on which day. */
export abstract class FunnelPlace {
  @PrimaryColumn({ type: 'tinyint', unsigned: true }) sliceKind: number;
  @PrimaryColumn({ type: 'varbinary', length: 480 }) slice: Buffer;
  @GrainColumn('day', 'month') grain: Grain;
  @PlaceColumn('tinyint') stageRow: number;
  @PrimaryColumn({ type: 'date' }) day: PlainDate;
}

/** Sums with what tells them apart, appended one behind the other; see `rules/packed-counts` and `rules/packed-entries`. */
export const PackedColumn = () => Column({ type: 'mediumblob' });
