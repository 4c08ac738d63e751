export {
  AcquisitionCostReader,
  type AcquisitionCosts,
  type AcquisitionQuestion,
  type AcquisitionRecords,
} from './acquisition/acquisition-cost.reader';
export { costCustomers, type AcquisitionCost } from './acquisition/rules/cost-customers';
export { AskedPeriodReader, type AskedPeriod } from './asked-period.reader';
export {
  AttributionReader,
  type Attribution,
  type AttributionQuestion,
  type AttributionRecords,
  type AttributionRow,
  type AttributionView,
  type SourceRow,
} from './attribution/attribution.reader';
export { attributionModels, usualHalfLifeDays, type AttributionModel } from './attribution/rules/weigh-touches';
export * from './cards';
export { catalogue, kpiOf } from './catalogue';
export { MetricChoice } from './choices/metric-choice.entity';
export { MetricChoicesReader, type Choices, type ChosenDefinition } from './choices/metric-choices.reader';
export { MetricChoicesService } from './choices/metric-choices.service';
export { CorrectionsReader } from './corrections.reader';
export type { BilingualName, Figure, FigureRange, Slice } from './figure';
export type { FigureRecord } from './figure-records.reader';
export { FiguresReader, type FigureRecords, type FiguresAnswer, type Scoreboard } from './figures.reader';
export type { Forecast, ForecastAnswer, ForecastStage } from './forecast/forecast';
export {
  ForecastAccuracyReader,
  judgedForecasts,
  type ForecastAccuracy,
  type ForecastPeriod,
  type LeadJudgement,
  type PastForecast,
} from './forecast/forecast-accuracy.reader';
export { ForecastReader } from './forecast/forecast.reader';
export type { ForecastPart, ForecastRecord, ForecastRecords } from './forecast/forecast-records.reader';
export { ForecastSnapshot } from './forecast/forecast-snapshot.entity';
export { ForecastSnapshots } from './forecast/forecast-snapshots.service';
export type { Judgement } from './forecast/rules/judge-forecasts';
export { openCategories, type OpenCategory } from './forecast/rules/open-deal';
export { drawCount } from './forecast/rules/simulate-range';
export type { DealSum } from './forecast/rules/sum-forecast';
export { sayForecastNote } from './forecast/say-forecast';
export * from './flow';
export {
  FunnelFiguresReader,
  type FunnelFigures,
  type FunnelFiguresRow,
  type FunnelRecords,
} from './funnel-figures.reader';
export type { FunnelRecord } from './funnel-records.reader';
export type { FunnelSide } from './funnel-rows';
export { goalFigureOf, goalFigures, goalKeys, type GoalFigure, type GoalKey } from './goals/goal-figures';
export { GoalsBoardReader, type GoalsBoard, type GoalStanding } from './goals/goals-board.reader';
export { sliceFrom, storedSlice, type GoalSlice } from './goals/rules/goal-slice';
export { sayGoal, sayGoalNote } from './goals/say-goal';
export { knownSql } from './knowledge';
export { figureKeys, type Computed, type Contribution, type FigureKey, type Kpi, type Part } from './kpi';
export { FunnelLeaksReader, type FunnelLeaks, type LeakStep } from './leaks/funnel-leaks.reader';
export { enoughToTell, type JudgedStep } from './leaks/rules/find-worst-leak';
export type { LineRecord, LineRecords } from './lines/line-records.reader';
export type { Told } from './lines/period-lines.reader';
export type { LineScope } from './lines/rules/fit-slice';
export { MetricsModule } from './metrics.module';
export { MixReader, type Mix, type MixMeasure, type MixQuestion, type MixRecords, type MixRow } from './mix/mix.reader';
export type { MixFigures, MixKind } from './mix/rules/mix-lines';
export type { PageOf, Paging } from './page-contributions';
export {
  CoverageReader,
  type CoverageAnswer,
  type CoverageRecord,
  type CoverageRecords,
  type CoverageView,
} from './pipeline/coverage.reader';
export type { PipelineFilter, PipelineTold } from './pipeline/pipeline-question';
export type { PipelineRecord } from './pipeline/pipeline-records.reader';
export {
  PipelineTrendReader,
  type Trend,
  type TrendPoint,
  type TrendRecord,
  type TrendRecords,
} from './pipeline/pipeline-trend.reader';
export { worthOf } from './pipeline/rules/hold-pipeline';
export type { PipelineDeal, WaterfallQuestion } from './pipeline/rules/move-pipeline';
export { readTimeline, type DealState, type LoggedDeal } from './pipeline/rules/read-timeline';
export { sayBucket, sayPipelineNote, sayWent } from './pipeline/say-pipeline';
export {
  SlippageReader,
  type SlippageAnswer,
  type SlippageRecord,
  type SlippageRecords,
} from './pipeline/slippage.reader';
export {
  WaterfallReader,
  type WaterfallAnswer,
  type WaterfallRecord,
  type WaterfallRecords,
} from './pipeline/waterfall.reader';
export { QuotaStandingReader, type QuotaStanding } from './quota-standing.reader';
export { RecordedSinceReader } from './recorded-since.reader';
export type { Conversion, Fate } from './rules/convert-cohort';
export type {
  BookingFact,
  ClosingEvent,
  ExpenseFact,
  Facts,
  NewCustomer,
  QuotaShare,
  Reading,
  Scope,
} from './rules/facts';
export { exactly, type FigureValue, type Note, type Unit } from './rules/figure-value';
export type { FunnelMode, StageMove } from './rules/find-entries';
export type { SliceKind } from './rules/narrow-facts';
export type { OutcomeMove } from './rules/read-closings';
export { readMoves, type CorrectableMove, type Correction } from './rules/read-moves';
export { compareRatios, ratio, ratioText, type Ratio } from './rules/ratio';
export type { Standing } from './rules/stand-against-target';
export { ratioScale, targetValue } from './rules/sum-targets';
export type { Interval } from './rules/wilson-interval';
export { plainValue, sayNote, sayPart, type PlainValue } from './say';
export { FoldSettingReader } from './rollups/fold-setting.reader';
export { Projector, type Progress } from './rollups/projector.service';
export { isBehind, LedgerHealthReader, type LedgerHealth } from './rollups/ledger-health.reader';
export { LedgerComparisonReader, type LedgerDifference } from './rollups/ledger-comparison.reader';
export { rollupTables } from './rollups/rollup-tables';
export { eachCount, unpackPlace } from './rollups/rules/packed-counts';
export { eachLater } from './rollups/rules/packed-entries';
export { keptBy, sliceKinds } from './rollups/rules/slices';
export { roundedMoney, sayCreditNote, sayNode, sayNodeFormula } from './say-credit';
export { FunnelSourcesReader, type FunnelSource, type FunnelSources } from './sources/funnel-sources.reader';
export type { VarianceNode } from './variance/rules/grow-tree';
export type { VarianceRecord } from './variance/variance-records.reader';
export {
  VarianceReader,
  type Variance,
  type VarianceQuestion,
  type VarianceRecords,
  type VarianceSide,
} from './variance/variance.reader';
export type { FiguresQuestion } from './figures-question';
export type { FunnelFiguresQuestion } from './funnel-question';
export { FactLedger } from './rollups/fact-ledger.entity';
export { FoldedCustomer } from './rollups/folded-customer.entity';
export { FoldedOpportunity } from './rollups/folded-opportunity.entity';
export { LedgerPart } from './rollups/ledger-part.entity';
export { RollupConversion } from './rollups/rollup-conversion.entity';
export { RollupCustomer } from './rollups/rollup-customer.entity';
export { RollupEntry } from './rollups/rollup-entry.entity';
export { RollupPipeline } from './rollups/rollup-pipeline.entity';
export { RollupSales } from './rollups/rollup-sales.entity';
export { RollupStay } from './rollups/rollup-stay.entity';
export { RollupWaterfall } from './rollups/rollup-waterfall.entity';
