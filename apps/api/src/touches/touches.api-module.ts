import { Module } from '@nestjs/common';
import { CampaignsModule } from '@tandem/campaigns';
import { TouchesController } from './touches.controller';

@Module({ imports: [CampaignsModule], controllers: [TouchesController] })
export class TouchesApiModule {}
