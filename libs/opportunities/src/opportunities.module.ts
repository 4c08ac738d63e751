import { Module } from '@nestjs/common';
import { FunnelModule } from '@tandem/funnel';
import { PeopleModule } from '@tandem/people';
import { AccountsSearchReader } from './accounts-search.reader';
import { AccountsRepository } from './accounts.repository';
import { AccountsService } from './accounts.service';
import { BoardReader } from './board.reader';
import { BookingsPoster } from './bookings-poster';
import { BookingsRepository } from './bookings.repository';
import { ContactsSearchReader } from './contacts-search.reader';
import { CorrectionsService } from './corrections.service';
import { CreditsService } from './credits.service';
import { CurrencyRestatementsRepository } from './currency-restatements.repository';
import { CurrencyRestatementsService } from './currency-restatements.service';
import { ExchangeRatesReader } from './exchange-rates.reader';
import { ExchangeRatesService } from './exchange-rates.service';
import { FasterChangeReader } from './faster-change.reader';
import { HandOffDeskReader } from './hand-off-desk.reader';
import { HandOffLog } from './hand-off-log';
import { HandOffsReader } from './hand-offs.reader';
import { HandOffsRepository } from './hand-offs.repository';
import { HandOffsService } from './hand-offs.service';
import { HistoryUndo } from './history-undo.service';
import { HistoryReader } from './history.reader';
import { Moments } from './moments';
import { MyWorkReader } from './my-work.reader';
import { OpportunitiesRepository } from './opportunities.repository';
import { OpportunitiesService } from './opportunities.service';
import { OpportunityLog } from './opportunity-log';
import { OpportunityWork } from './opportunity-work';
import { PipelineReader } from './pipeline.reader';
import { ProductsService } from './products.service';
import { RecentAnswersReader } from './recent-answers.reader';
import { ReferencesFinder } from './references-finder';
import { ReferencesReader } from './references.reader';
import { RestatementsRepository } from './restatements.repository';
import { WaitingHandOffsReader } from './waiting-hand-offs.reader';
import { SearchReader } from './search.reader';
import { SavedViewsReader } from './views/saved-views.reader';
import { SavedViewsRepository } from './views/saved-views.repository';
import { SavedViewsService } from './views/saved-views.service';
import { SentBackReader } from './sent-back.reader';

const services = [
  OpportunitiesService,
  HandOffsService,
  HistoryUndo,
  CorrectionsService,
  CreditsService,
  AccountsService,
  ProductsService,
  ExchangeRatesService,
  CurrencyRestatementsService,
  SavedViewsService,
];
const readers = [
  ContactsSearchReader,
  PipelineReader,
  BoardReader,
  HistoryReader,
  HandOffsReader,
  HandOffDeskReader,
  ReferencesReader,
  ExchangeRatesReader,
  MyWorkReader,
  WaitingHandOffsReader,
  SearchReader,
  SavedViewsReader,
];
const within = [
  OpportunitiesRepository,
  OpportunityWork,
  OpportunityLog,
  FasterChangeReader,
  Moments,
  ReferencesFinder,
  HandOffsRepository,
  HandOffLog,
  BookingsRepository,
  BookingsPoster,
  RecentAnswersReader,
  SentBackReader,
  RestatementsRepository,
  CurrencyRestatementsRepository,
  AccountsRepository,
  AccountsSearchReader,
  SavedViewsRepository,
];

@Module({
  imports: [PeopleModule, FunnelModule],
  providers: [...services, ...readers, ...within],
  exports: [...services, ...readers],
})
export class OpportunitiesModule {}
