import { Module } from '@nestjs/common';
import { MetricsModule } from '@tandem/metrics';
import { FiguresController } from './figures.controller';
import { FunnelFiguresController } from './funnel-figures.controller';
import { PipelineController } from './pipeline.controller';

@Module({ imports: [MetricsModule], controllers: [FunnelFiguresController, FiguresController, PipelineController] })
export class FiguresApiModule {}
