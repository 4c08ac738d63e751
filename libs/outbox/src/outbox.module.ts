import { Global, Module } from '@nestjs/common';
import { IdempotencyRepository } from './idempotency.repository';
import { Outbox } from './outbox.repository';

@Global()
@Module({ providers: [IdempotencyRepository, Outbox], exports: [IdempotencyRepository, Outbox] })
export class OutboxModule {}
