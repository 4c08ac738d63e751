import { Module } from '@nestjs/common';
import { CampaignsModule } from '@tandem/campaigns';
import { MailModule } from '@tandem/mail';
import { MetricsModule } from '@tandem/metrics';
import { OpportunitiesModule } from '@tandem/opportunities';
import { PeopleModule } from '@tandem/people';
import { ActionsReader } from './actions.reader';
import { ActionsRepository } from './actions.repository';
import { ActionsService } from './actions.service';
import { AgendaComposer } from './agenda-composer';
import { AgendaFactsReader } from './agenda-facts.reader';
import { AgendaKeeper } from './agenda-keeper';
import { AgendaLetters } from './agenda-letters.service';
import { AgendaPlanner } from './agenda-planner';
import { AgendasReader } from './agendas.reader';
import { AgendasRepository } from './agendas.repository';
import { FactsGatherer } from './facts-gatherer';
import { MeetingFigures } from './meeting-figures';
import { MeetingsService } from './meetings.service';
import { MemberLetters } from './member-letters';
import { MetricsFigures } from './metrics-figures';
import { MinutesLetters } from './minutes-letters.service';
import { MinutesService } from './minutes.service';
import { MoneyFactsReader } from './money-facts.reader';
import { OpenWorkReader } from './open-work.reader';
import { SeriesReader } from './series.reader';
import { SeriesService } from './series.service';
import { WorkGatherer } from './work-gatherer';

const offered = [
  ActionsReader,
  ActionsService,
  AgendaPlanner,
  AgendasReader,
  MeetingsService,
  MinutesService,
  SeriesReader,
  SeriesService,
];

@Module({
  imports: [PeopleModule, OpportunitiesModule, CampaignsModule, MetricsModule, MailModule],
  providers: [
    ...offered,
    ActionsRepository,
    AgendaComposer,
    AgendaFactsReader,
    AgendaKeeper,
    AgendaLetters,
    AgendasRepository,
    FactsGatherer,
    { provide: MeetingFigures, useClass: MetricsFigures },
    MemberLetters,
    MinutesLetters,
    MoneyFactsReader,
    OpenWorkReader,
    WorkGatherer,
  ],
  exports: [...offered, MailModule],
})
export class MeetingsModule {}
