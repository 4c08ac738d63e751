import { Module } from '@nestjs/common';
import { MetricsModule } from '@tandem/metrics';
import { AcquisitionCostController } from './acquisition-cost.controller';
import { AttributionController } from './attribution.controller';
import { FiguresController } from './figures.controller';
import { ForecastController } from './forecast.controller';
import { FunnelFiguresController } from './funnel-figures.controller';
import { PipelineController } from './pipeline.controller';

@Module({ imports: [MetricsModule], controllers: [FunnelFiguresController, FiguresController, PipelineController] })
import { MixController } from './mix.controller';
import { VarianceController } from './variance.controller';

@Module({
  imports: [MetricsModule],
  controllers: [
    AcquisitionCostController,
    AttributionController,
    FunnelFiguresController,
    FiguresController,
    MixController,
    VarianceController,
  ],
})
@Module({ imports: [MetricsModule], controllers: [FunnelFiguresController, FiguresController, ForecastController] })
import { StageMetricsController } from './stage-metrics.controller';
import { WinMetricsController } from './win-metrics.controller';

@Module({
  imports: [MetricsModule],
  controllers: [FunnelFiguresController, FiguresController, StageMetricsController, WinMetricsController],
})
export class FiguresApiModule {}
