import { Module } from '@nestjs/common';
import { ExchangeModule } from '@tandem/exchange';
import { FunnelModule } from '@tandem/funnel';
import { MeetingsModule } from '@tandem/meetings';
import { HistoryLoader } from '@tandem/opportunities';
import { PeopleModule } from '@tandem/people';
import { CastRepository } from './cast.repository';
import { DemoProgressReader } from './demo-progress.reader';
import { DemoRunner } from './demo-runner';
import { DemoStage } from './demo-stage.service';
import { DemoTheatre } from './demo-theatre.service';
import { DemoWriter } from './demo-writer.service';
import { DemoService } from './demo.service';
import { FeedbackRepository } from './feedback.repository';
import { FirstGround } from './first-ground.repository';
import { FirstRunRepository } from './first-run.repository';
import { FirstRunService } from './first-run.service';
import { GoalsRepository } from './goals.repository';
import { MarketRepository } from './market.repository';
import { PastMeetingsService } from './past-meetings.service';
import { StoryService } from './story.service';
import { TouchesRepository } from './touches.repository';
import { TableWriter } from './table-writer.repository';

@Module({
  imports: [ExchangeModule, FunnelModule, MeetingsModule, PeopleModule],
  providers: [
    CastRepository,
    DemoProgressReader,
    DemoRunner,
    DemoService,
    DemoStage,
    DemoTheatre,
    DemoWriter,
    FeedbackRepository,
    FirstGround,
    FirstRunRepository,
    FirstRunService,
    GoalsRepository,
    HistoryLoader,
    MarketRepository,
    PastMeetingsService,
    StoryService,
    TableWriter,
    TouchesRepository,
  ],
  exports: [DemoProgressReader, DemoRunner, DemoService, FirstRunService],
})
export class DemoModule {}
