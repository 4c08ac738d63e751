import { Global, Module } from '@nestjs/common';
import { AuditSeals } from './audit-seals.repository';
import { IdempotencyRepository } from './idempotency.repository';
import { Outbox } from './outbox.repository';

@Global()
@Module({ providers: [AuditSeals, IdempotencyRepository, Outbox], exports: [IdempotencyRepository, Outbox] })
export class OutboxModule {}
