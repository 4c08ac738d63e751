import { Module } from '@nestjs/common';
import { CampaignsModule } from '@tandem/campaigns';
import { OpportunitiesModule } from '@tandem/opportunities';
import { CallsController } from './calls.controller';
import { TouchesController } from './touches.controller';

@Module({ imports: [CampaignsModule, OpportunitiesModule], controllers: [CallsController, TouchesController] })
export class TouchesApiModule {}
