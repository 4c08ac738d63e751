import { Module } from '@nestjs/common';
import { MetricsModule } from '@tandem/metrics';
import { AcquisitionCostController } from './acquisition-cost.controller';
import { AttributionController } from './attribution.controller';
import { FiguresController } from './figures.controller';
import { ForecastController } from './forecast.controller';
import { FunnelFiguresController } from './funnel-figures.controller';
import { GoalsController } from './goals.controller';
import { LeaksController } from './leaks.controller';
import { MetricsController } from './metrics.controller';
import { MixController } from './mix.controller';
import { PipelineController } from './pipeline.controller';
import { StageMetricsController } from './stage-metrics.controller';
import { VarianceController } from './variance.controller';
import { WinMetricsController } from './win-metrics.controller';

@Module({
  imports: [MetricsModule],
  controllers: [
    AcquisitionCostController,
    AttributionController,
    FiguresController,
    ForecastController,
    FunnelFiguresController,
    GoalsController,
    LeaksController,
    MetricsController,
    MixController,
    PipelineController,
    StageMetricsController,
    VarianceController,
    WinMetricsController,
  ],
})
export class FiguresApiModule {}
