import { Module } from '@nestjs/common';
import { CampaignsModule } from '@tandem/campaigns';
import { OpportunitiesModule } from '@tandem/opportunities';
import { ReferencesController } from './references.controller';

@Module({ imports: [OpportunitiesModule, CampaignsModule], controllers: [ReferencesController] })
export class ReferencesApiModule {}
