import { Module } from '@nestjs/common';
import { OpportunitiesModule } from '@tandem/opportunities';
import { PeopleModule } from '@tandem/people';
import { CallsService } from './calls.service';
import { CampaignsReader } from './campaigns.reader';
import { CampaignsRepository } from './campaigns.repository';
import { CampaignsService } from './campaigns.service';
import { FeedbackReader } from './feedback/feedback.reader';
import { FeedbackRepository } from './feedback/feedback.repository';
import { FeedbackService } from './feedback/feedback.service';
import { FeedbackWordsReader } from './feedback/feedback-words.reader';
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
    FeedbackReader,
    FeedbackRepository,
    FeedbackService,
    FeedbackWordsReader,
    TouchesReader,
    TouchesRepository,
    TouchesService,
  ],
  exports: [
    CallsService,
    CampaignsReader,
    CampaignsService,
    FeedbackReader,
    FeedbackService,
    FeedbackWordsReader,
    TouchesReader,
    TouchesService,
  ],
})
export class CampaignsModule {}
