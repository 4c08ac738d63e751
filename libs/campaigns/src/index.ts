export { Campaign } from './campaign.entity';
export { CampaignsModule } from './campaigns.module';
export { CampaignsReader } from './campaigns.reader';
export { CampaignsService, type NewCampaign, type NewSource } from './campaigns.service';
export { Source } from './source.entity';
