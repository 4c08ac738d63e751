import { type DynamicModule, Module, StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { ConfigModule, type Config } from '@tandem/config';
import { DatabaseModule } from '@tandem/database';
import { FunnelModule } from '@tandem/funnel';
import type { Clock } from '@tandem/kernel';
import { OutboxModule } from '@tandem/outbox';
import { PeopleModule } from '@tandem/people';
import { SpendModule } from '@tandem/spend';
import { ActorInterceptor } from './access/actor.interceptor';
import { RoutePolicies } from './access/route-policies';
import { SessionGuard } from './access/session.guard';
import { AccountsApiModule } from './accounts/accounts.api-module';
import { ChangeFeed } from './changes/change-feed';
import { ChangeStreams } from './changes/change-streams';
import { ChangesController } from './changes/changes.controller';
import { DeliveriesApiModule } from './deliveries/deliveries.api-module';
import { DirectoryApiModule } from './directory/directory.api-module';
import { ExchangeRatesApiModule } from './exchange-rates/exchange-rates.api-module';
import { ExportsApiModule } from './exports/exports.api-module';
import { FeedbackApiModule } from './feedback/feedback.api-module';
import { FiguresApiModule } from './figures/figures.api-module';
import { FunnelApiModule } from './funnel/funnel.api-module';
import { HandOffsApiModule } from './hand-offs/hand-offs.api-module';
import { HealthController } from './health/health.controller';
import { ImportsApiModule } from './imports/imports.api-module';
import { Departure } from './load/departure';
import { LoadGauge } from './load/load-gauge';
import { ReaderInterceptor } from './load/reader.interceptor';
import { ShedReadsGuard } from './load/shed-reads.guard';
import { MeetingsApiModule } from './meetings/meetings.api-module';
import { MyDayApiModule } from './my-day/my-day.api-module';
import { OpportunitiesApiModule } from './opportunities/opportunities.api-module';
import { OrganisationApiModule } from './organisation/organisation.api-module';
import { PeopleApiModule } from './people/people.api-module';
import { PeriodLocksApiModule } from './period-locks/period-locks.api-module';
import { ProblemFilter } from './problems/problem.filter';
import { validation } from './problems/validation';
import { ProductsApiModule } from './products/products.api-module';
import { ReferencesApiModule } from './references/references.api-module';
import { SavedViewsApiModule } from './saved-views/saved-views.api-module';
import { SearchApiModule } from './search/search.api-module';
import { SetupApiModule } from './setup/setup.api-module';
import { TargetsApiModule } from './targets/targets.api-module';
import { TouchesApiModule } from './touches/touches.api-module';
import { UpkeepApiModule } from './upkeep/upkeep.api-module';
import { VerificationsApiModule } from './verifications/verifications.api-module';
import { WebhooksApiModule } from './webhooks/webhooks.api-module';
import { WriteInterceptor } from './writes/write.interceptor';

/** The whole API: what every request passes on its way in, and the rooms behind it. */
@Module({
  imports: [
    DiscoveryModule,
    DatabaseModule,
    OutboxModule,
    PeopleModule,
    FunnelModule,
    SpendModule,
    OrganisationApiModule,
    PeopleApiModule,
    FunnelApiModule,
    OpportunitiesApiModule,
    MyDayApiModule,
    HandOffsApiModule,
    ProductsApiModule,
    ReferencesApiModule,
    SavedViewsApiModule,
    SearchApiModule,
    AccountsApiModule,
    PeriodLocksApiModule,
    ExchangeRatesApiModule,
    FiguresApiModule,
    TargetsApiModule,
    TouchesApiModule,
    MeetingsApiModule,
    DeliveriesApiModule,
    DirectoryApiModule,
    FeedbackApiModule,
    ImportsApiModule,
    ExportsApiModule,
    SetupApiModule,
    UpkeepApiModule,
    VerificationsApiModule,
    WebhooksApiModule,
  ],
  controllers: [ChangesController, HealthController],
  providers: [
    RoutePolicies,
    LoadGauge,
    Departure,
    ChangeFeed,
    ChangeStreams,
    { provide: APP_GUARD, useClass: ShedReadsGuard },
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_PIPE, useFactory: validation },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: ReaderInterceptor },
    { provide: APP_INTERCEPTOR, useClass: ActorInterceptor },
    { provide: APP_INTERCEPTOR, useClass: WriteInterceptor },
    { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
  ],
})
export class ApiModule {
  static with(config: Config, clock?: Clock): DynamicModule {
    return { module: ApiModule, imports: [ConfigModule.with(config, clock)] };
  }
}
