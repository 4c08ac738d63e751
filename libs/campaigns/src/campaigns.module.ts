import { Module } from '@nestjs/common';
import { OpportunitiesModule } from '@tandem/opportunities';
import { PeopleModule } from '@tandem/people';
import { CallsService } from './calls.service';
import { CampaignsReader } from './campaigns.reader';
import { CampaignsRepository } from './campaigns.repository';
import { CampaignsService } from './campaigns.service';
import { TouchesReader } from './touches.reader';
import { TouchesRepository } from './touches.repository';
import { TouchesService } from './touches.service';

@Module({
  imports: [PeopleModule, OpportunitiesModule],
  providers: [
    CallsService,
    CampaignsReader,
    CampaignsRepository,
    CampaignsService,
    TouchesReader,
    TouchesRepository,
    TouchesService,
  ],
  exports: [CallsService, CampaignsReader, CampaignsService, TouchesReader, TouchesService],
})
export class CampaignsModule {}
