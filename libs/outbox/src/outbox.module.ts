import { Global, Module } from '@nestjs/common';
import { AuditSeals } from './audit-seals.repository';
import { ChangesReader } from './changes.reader';
import { IdempotencyRepository } from './idempotency.repository';
import { Outbox } from './outbox.repository';

@Global()
@Module({
  providers: [AuditSeals, ChangesReader, IdempotencyRepository, Outbox],
  exports: [ChangesReader, IdempotencyRepository, Outbox],
})
export class OutboxModule {}
