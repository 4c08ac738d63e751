import { CountColumn, DateColumn, IdColumn, InstantColumn, KeyColumn, PrimaryId } from '@tandem/database';
import type { Currency, Id, PlainDate } from '@tandem/kernel';
import { Column, Entity } from 'typeorm';

/** Many amounts added up, in minor units, which takes more digits than any one of them. */
const TotalColumn = () => Column({ type: 'decimal', precision: 30, scale: 0 });

/** What was forecast of one quarter and team, or of the whole organisation, at the end of one week; append-only. */
@Entity('forecast_snapshot')
export class ForecastSnapshot {
  @PrimaryId() id: Id<'forecast_snapshot'>;
  /** The first day of the week that was over. */
  @DateColumn() weekFrom: PlainDate;
  @KeyColumn(10) periodKey: string;
  @DateColumn() periodFrom: PlainDate;
  @DateColumn() periodUntil: PlainDate;
  /** The team; all zeros for the whole organisation, because a unique key takes no null. */
  @IdColumn() scopeId: string;
  @Column({ type: 'char', length: 3, charset: 'ascii', collation: 'ascii_bin' }) currency: Currency;
  @TotalColumn() wonMinor: string;
  @TotalColumn() commitMinor: string;
  @TotalColumn() bestCaseMinor: string;
  @TotalColumn() pipelineMinor: string;
  /** Won + weighted. */
  @TotalColumn() weightedMinor: string;
  @TotalColumn() p10Minor: string;
  @TotalColumn() p50Minor: string;
  @TotalColumn() p90Minor: string;
  @CountColumn() openCount: number;
  @CountColumn() unvaluedCount: number;
  @CountColumn() overdueCount: number;
  @InstantColumn() recordedAt: Date;
}
