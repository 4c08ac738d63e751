import { Module } from '@nestjs/common';
import { FunnelModule } from '@tandem/funnel';
import { PeopleModule } from '@tandem/people';
import { AccountKinReader } from './account-kin.reader';
import { AccountMergesReader } from './account-merges.reader';
import { AcquisitionCostReader } from './acquisition/acquisition-cost.reader';
import { AskedPeriodReader } from './asked-period.reader';
import { AttributionReader } from './attribution/attribution.reader';
import { TouchFactsReader } from './attribution/touch-facts.reader';
import { BookingFactsReader } from './booking-facts.reader';
import { MetricChoicesReader } from './choices/metric-choices.reader';
import { MetricChoicesService } from './choices/metric-choices.service';
import { ClosingFactsReader } from './closing-facts.reader';
import { CorrectionsReader } from './corrections.reader';
import { DirectoryReader } from './directory.reader';
import { FigureFactsReader } from './figure-facts.reader';
import { FigureRecordsReader } from './figure-records.reader';
import { FiguresReader } from './figures.reader';
import { flowReaders } from './flow/flow-readers';
import { DecidedDealsReader } from './forecast/decided-deals.reader';
import { ForecastAccuracyReader } from './forecast/forecast-accuracy.reader';
import { ForecastPipelineReader } from './forecast/forecast-pipeline.reader';
import { ForecastRecordsReader } from './forecast/forecast-records.reader';
import { ForecastSnapshotsRepository } from './forecast/forecast-snapshots.repository';
import { ForecastSnapshots } from './forecast/forecast-snapshots.service';
import { ForecastReader } from './forecast/forecast.reader';
import { OpenDealsReader } from './forecast/open-deals.reader';
import { FunnelDealsReader } from './funnel-deals.reader';
import { FunnelFiguresReader } from './funnel-figures.reader';
import { FunnelQuestionReader } from './funnel-question.reader';
import { FunnelRecordsReader } from './funnel-records.reader';
import { GoalsReader } from './goals.reader';
import { GoalMeasuresReader } from './goals/goal-measures.reader';
import { GoalsBoardReader } from './goals/goals-board.reader';
import { FunnelLeaksReader } from './leaks/funnel-leaks.reader';
import { LearnedWindowsReader } from './learned-windows.reader';
import { LedgerReader } from './ledger.reader';
import { BookingTraitsReader } from './lines/booking-traits.reader';
import { LineRecordsReader } from './lines/line-records.reader';
import { OpeningsReader } from './lines/openings.reader';
import { OriginsReader } from './lines/origins.reader';
import { PeriodLinesReader } from './lines/period-lines.reader';
import { FutureProductsReader } from './mix/future-products.reader';
import { MixReader } from './mix/mix.reader';
import { PastValuesReader } from './past-values.reader';
import { CoverageReader } from './pipeline/coverage.reader';
import { DealBelongingsReader } from './pipeline/deal-belongings.reader';
import { PipelineDealsReader } from './pipeline/pipeline-deals.reader';
import { PipelineFactsReader } from './pipeline/pipeline-facts.reader';
import { PipelineRecordsReader } from './pipeline/pipeline-records.reader';
import { PipelineTrendReader } from './pipeline/pipeline-trend.reader';
import { SlippageReader } from './pipeline/slippage.reader';
import { WaterfallReader } from './pipeline/waterfall.reader';
import { PlanRatesReader } from './plan-rates.reader';
import { QuotaStandingReader } from './quota-standing.reader';
import { RecordNamesReader } from './record-names.reader';
import { RecordedSinceReader } from './recorded-since.reader';
import { CustomerFamiliesReader } from './rollups/customer-families.reader';
import { CustomerFolds } from './rollups/customer-folds.service';
import { CustomerSumsReader } from './rollups/customer-sums.reader';
import { CustomersRepository } from './rollups/customers.repository';
import { FactLedgerRepository } from './rollups/fact-ledger.repository';
import { FamilyLinesReader } from './rollups/family-lines.reader';
import { FigureSumsReader } from './rollups/figure-sums.reader';
import { FoldSettingReader } from './rollups/fold-setting.reader';
import { Folds } from './rollups/folds.service';
import { FunnelCountsReader } from './rollups/funnel-counts.reader';
import { FunnelPartsReader } from './rollups/funnel-parts.reader';
import { FunnelSumsReader } from './rollups/funnel-sums.reader';
import { HistoryLinesReader } from './rollups/history-lines.reader';
import { OpenPipelineReader } from './rollups/open-pipeline.reader';
import { PipelineSumsReader } from './rollups/pipeline-sums.reader';
import { LedgerComparisonReader } from './rollups/ledger-comparison.reader';
import { LedgerHealthReader } from './rollups/ledger-health.reader';
import { OpportunityHistoriesReader } from './rollups/opportunity-histories.reader';
import { LedgerPartsRepository } from './rollups/ledger-parts.repository';
import { Projector } from './rollups/projector.service';
import { Rebuilds } from './rollups/rebuilds.service';
import { RollupsRepository } from './rollups/rollups.repository';
import { SalesSumsReader } from './rollups/sales-sums.reader';
import { UnfoldedReader } from './rollups/unfolded.reader';
import { WaterfallSumsReader } from './rollups/waterfall-sums.reader';
import { FunnelSourcesReader } from './sources/funnel-sources.reader';
import { DealLogsReader } from './variance/deal-logs.reader';
import { DueDealsReader } from './variance/due-deals.reader';
import { VarianceRecordsReader } from './variance/variance-records.reader';
import { VarianceReader } from './variance/variance.reader';

/** What each question is answered with, room by room. */
const readers = {
  figures: [
    AccountKinReader,
    AccountMergesReader,
    AskedPeriodReader,
    BookingFactsReader,
    ClosingFactsReader,
    CorrectionsReader,
    DirectoryReader,
    FigureFactsReader,
    FigureRecordsReader,
    FiguresReader,
    FunnelDealsReader,
    FunnelFiguresReader,
    FunnelQuestionReader,
    FunnelRecordsReader,
    GoalsReader,
    LearnedWindowsReader,
    LedgerReader,
    PastValuesReader,
    PlanRatesReader,
    QuotaStandingReader,
    RecordNamesReader,
    RecordedSinceReader,
  ],
  rollups: [
    CustomerFamiliesReader,
    CustomerFolds,
    CustomerSumsReader,
    CustomersRepository,
    FactLedgerRepository,
    FamilyLinesReader,
    FigureSumsReader,
    FoldSettingReader,
    Folds,
    FunnelCountsReader,
    FunnelPartsReader,
    FunnelSumsReader,
    HistoryLinesReader,
    LedgerComparisonReader,
    LedgerPartsRepository,
    OpenPipelineReader,
    PipelineSumsReader,
    LedgerHealthReader,
    OpportunityHistoriesReader,
    Projector,
    Rebuilds,
    RollupsRepository,
    SalesSumsReader,
    UnfoldedReader,
    WaterfallSumsReader,
  ],
  pipeline: [
    CoverageReader,
    DealBelongingsReader,
    PipelineDealsReader,
    PipelineFactsReader,
    PipelineRecordsReader,
    PipelineTrendReader,
    SlippageReader,
    WaterfallReader,
  ],
  forecast: [
    DecidedDealsReader,
    ForecastAccuracyReader,
    ForecastPipelineReader,
    ForecastReader,
    ForecastRecordsReader,
    ForecastSnapshots,
    ForecastSnapshotsRepository,
    OpenDealsReader,
  ],
  lines: [BookingTraitsReader, LineRecordsReader, OpeningsReader, OriginsReader, PeriodLinesReader],
  attribution: [AttributionReader, TouchFactsReader],
  acquisition: [AcquisitionCostReader],
  leaks: [FunnelLeaksReader, FunnelSourcesReader],
  goals: [GoalMeasuresReader, GoalsBoardReader],
  choices: [MetricChoicesReader, MetricChoicesService],
  mix: [FutureProductsReader, MixReader],
  variance: [DealLogsReader, DueDealsReader, VarianceReader, VarianceRecordsReader],
};

@Module({
  imports: [PeopleModule, FunnelModule],
  providers: [...Object.values(readers).flat(), ...flowReaders.providers],
  exports: [
    AcquisitionCostReader,
    AskedPeriodReader,
    AttributionReader,
    CorrectionsReader,
    CoverageReader,
    FiguresReader,
    ForecastAccuracyReader,
    ForecastReader,
    ForecastSnapshots,
    FunnelFiguresReader,
    FunnelLeaksReader,
    FunnelSourcesReader,
    GoalsBoardReader,
    LedgerComparisonReader,
    LedgerHealthReader,
    MetricChoicesReader,
    MetricChoicesService,
    MixReader,
    PipelineTrendReader,
    Projector,
    QuotaStandingReader,
    RecordedSinceReader,
    SlippageReader,
    VarianceReader,
    WaterfallReader,
    ...flowReaders.exports,
  ],
})
export class MetricsModule {}
