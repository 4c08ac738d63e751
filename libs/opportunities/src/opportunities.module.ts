import { Module } from '@nestjs/common';
import { FunnelModule } from '@tandem/funnel';
import { PeopleModule } from '@tandem/people';
import { BoardReader } from './board.reader';
import { BookingsPoster } from './bookings-poster';
import { BookingsRepository } from './bookings.repository';
import { ExchangeRatesReader } from './exchange-rates.reader';
import { HandOffLog } from './hand-off-log';
import { HandOffsReader } from './hand-offs.reader';
import { HandOffsRepository } from './hand-offs.repository';
import { HandOffsService } from './hand-offs.service';
import { HistoryReader } from './history.reader';
import { OpportunitiesRepository } from './opportunities.repository';
import { OpportunitiesService } from './opportunities.service';
import { OpportunityLog } from './opportunity-log';
import { PipelineReader } from './pipeline.reader';
import { ReferencesReader } from './references.reader';

const services = [OpportunitiesService, HandOffsService];
const readers = [PipelineReader, BoardReader, HistoryReader, HandOffsReader, ReferencesReader, ExchangeRatesReader];
const within = [
  OpportunitiesRepository,
  BookingsRepository,
  HandOffsRepository,
  OpportunityLog,
  HandOffLog,
  BookingsPoster,
];

@Module({
  imports: [PeopleModule, FunnelModule],
  providers: [...services, ...readers, ...within],
  exports: [...services, ...readers],
})
export class OpportunitiesModule {}
