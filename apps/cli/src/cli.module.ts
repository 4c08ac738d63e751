import { Module, type DynamicModule } from '@nestjs/common';
import { ConfigModule, type Config } from '@tandem/config';
import { DatabaseModule } from '@tandem/database';
import { DemoModule } from '@tandem/demo';
import { ExchangeModule } from '@tandem/exchange';
import { OutboxModule } from '@tandem/outbox';
import { PeopleModule } from '@tandem/people';

/** The rooms of the product that commands work with. */
@Module({ imports: [DatabaseModule, OutboxModule, PeopleModule, ExchangeModule, DemoModule] })
export class CliModule {
  static with(config: Config): DynamicModule {
    return { module: CliModule, imports: [ConfigModule.with(config)] };
  }
}
