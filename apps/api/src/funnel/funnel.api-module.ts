import { Module } from '@nestjs/common';
import { FunnelModule } from '@tandem/funnel';
import { FunnelController } from './funnel.controller';

@Module({ imports: [FunnelModule], controllers: [FunnelController] })
export class FunnelApiModule {}
