import { Module } from '@nestjs/common';
import { CampaignsReader } from './campaigns.reader';
import { CampaignsRepository } from './campaigns.repository';
import { CampaignsService } from './campaigns.service';

@Module({
  providers: [CampaignsReader, CampaignsRepository, CampaignsService],
  exports: [CampaignsReader, CampaignsService],
})
export class CampaignsModule {}
