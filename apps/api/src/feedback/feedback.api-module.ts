import { Module } from '@nestjs/common';
import { CampaignsModule } from '@tandem/campaigns';
import { FeedbackController } from './feedback.controller';

@Module({ imports: [CampaignsModule], controllers: [FeedbackController] })
export class FeedbackApiModule {}
