import { Module } from '@nestjs/common';
import { ExchangeModule } from '@tandem/exchange';
import { FunnelModule } from '@tandem/funnel';
import { HistoryLoader } from '@tandem/opportunities';
import { PeopleModule } from '@tandem/people';
import { CastRepository } from './cast.repository';
import { DemoStage } from './demo-stage.service';
import { DemoTheatre } from './demo-theatre.service';
import { DemoWriter } from './demo-writer.service';
import { DemoService } from './demo.service';
import { FeedbackRepository } from './feedback.repository';
import { GoalsRepository } from './goals.repository';
import { MarketRepository } from './market.repository';
import { PastMeetingsService } from './past-meetings.service';
import { StoryService } from './story.service';
import { TouchesRepository } from './touches.repository';
import { TableWriter } from './table-writer.repository';

@Module({
  imports: [ExchangeModule, FunnelModule, PeopleModule],
  providers: [
    CastRepository,
    DemoService,
    DemoStage,
    DemoTheatre,
    DemoWriter,
    FeedbackRepository,
    GoalsRepository,
    HistoryLoader,
    MarketRepository,
    PastMeetingsService,
    StoryService,
    TableWriter,
    TouchesRepository,
  ],
  exports: [DemoService],
})
export class DemoModule {}
