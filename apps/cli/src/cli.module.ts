import { Module, type DynamicModule } from '@nestjs/common';
import { ConfigModule, type Config } from '@tandem/config';
import { DatabaseModule } from '@tandem/database';
import { DemoModule } from '@tandem/demo';
import { ExchangeModule } from '@tandem/exchange';
import { JobsModule } from '@tandem/jobs';
import { MeetingsModule } from '@tandem/meetings';
import { MetricsModule } from '@tandem/metrics';
import { OutboxModule } from '@tandem/outbox';
import { PeopleModule } from '@tandem/people';
import { UpkeepModule } from '@tandem/upkeep';
import { VerificationModule } from '@tandem/verification';
import { SchemaReader } from './doctor/database/schema.reader';
import { ServerReader } from './doctor/database/server.reader';
import { UserReader } from './doctor/database/user.reader';

/** The rooms of the product that commands work with. */
@Module({
  imports: [
    DatabaseModule,
    OutboxModule,
    JobsModule,
    PeopleModule,
    MetricsModule,
    MeetingsModule,
    ExchangeModule,
    DemoModule,
    VerificationModule,
    UpkeepModule,
  ],
  providers: [ServerReader, SchemaReader, UserReader],
})
export class CliModule {
  static with(config: Config): DynamicModule {
    return { module: CliModule, imports: [ConfigModule.with(config)] };
  }
}
