import { type DynamicModule, Module } from '@nestjs/common';
import { ConfigModule, type Config } from '@tandem/config';
import { DatabaseModule } from '@tandem/database';
import { DemoModule } from '@tandem/demo';
import { ExchangeModule } from '@tandem/exchange';
import { kindsOfWork, schedule, WorkModule, type ScheduleLine } from '@tandem/jobs';
import type { Clock } from '@tandem/kernel';
import { MailModule } from '@tandem/mail';
import { MeetingsModule } from '@tandem/meetings';
import { MetricsModule } from '@tandem/metrics';
import { OpportunitiesModule } from '@tandem/opportunities';
import { OutboxModule } from '@tandem/outbox';
import { PeopleModule } from '@tandem/people';
import { VerificationModule } from '@tandem/verification';
import { WebhooksModule } from '@tandem/webhooks';
import { LoadDemoJob } from './demo/load-demo.job';
import { SnapshotForecastsJob } from './forecasts/snapshot-forecasts.job';
import { ExpireHandOffsJob } from './hand-offs/expire-hand-offs.job';
import { TakeImportsJob } from './imports/take-imports.job';
import { LetterRound } from './mail/letter-round';
import { SendDeliveryJob } from './mail/send-delivery.job';
import { SweepDeliveriesJob } from './mail/sweep-deliveries.job';
import { TakeOverLettersJob } from './mail/take-over-letters.job';
import { WakePlannerJob } from './meetings/wake-planner.job';
import { BeatHeartJob } from './upkeep/beat-heart.job';
import { FoldFiguresJob } from './upkeep/fold-figures.job';
import { PruneJob } from './upkeep/prune.job';
import { RelayOutboxJob } from './upkeep/relay-outbox.job';
import { VerifyJob } from './upkeep/verify.job';
import { SendWebhooksJob } from './webhooks/send-webhooks.job';

/** One class a job; what each is woken by stands in the schedule. */
const handlers = [
  WakePlannerJob,
  RelayOutboxJob,
  SendDeliveryJob,
  TakeOverLettersJob,
  SweepDeliveriesJob,
  SendWebhooksJob,
  ExpireHandOffsJob,
  TakeImportsJob,
  LoadDemoJob,
  SnapshotForecastsJob,
  BeatHeartJob,
  VerifyJob,
  FoldFiguresJob,
  PruneJob,
];

/** The worker: everything that happens without anybody asking. */
@Module({})
export class WorkerModule {
  /** `lines` is the schedule of the product, except where a test is in a hurry. */
  static with(config: Config, clock?: Clock, lines: readonly ScheduleLine[] = schedule(config)): DynamicModule {
    const rooms = [
      MeetingsModule,
      MetricsModule,
      MailModule,
      MetricsModule,
      OpportunitiesModule,
      ExchangeModule,
      DemoModule,
      PeopleModule,
      VerificationModule,
      WebhooksModule,
    ];
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.with(config, clock),
        DatabaseModule,
        OutboxModule,
        WorkModule.with({ imports: rooms, providers: [LetterRound], jobs: kindsOfWork, handlers, schedule: lines }),
      ],
    };
  }
}
