import { Module } from '@nestjs/common';
import { MetricsModule } from '@tandem/metrics';
import { FiguresController } from './figures.controller';
import { FunnelFiguresController } from './funnel-figures.controller';

@Module({ imports: [MetricsModule], controllers: [FunnelFiguresController, FiguresController] })
export class FiguresApiModule {}
