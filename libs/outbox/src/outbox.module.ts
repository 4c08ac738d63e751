import { Global, Module } from '@nestjs/common';
import { AuditReader } from './audit.reader';
import { AuditSeals } from './audit-seals.repository';
import { ChangesReader } from './changes.reader';
import { IdempotencyRepository } from './idempotency.repository';
import { Outbox } from './outbox.repository';

@Global()
@Module({
  providers: [AuditReader, AuditSeals, ChangesReader, IdempotencyRepository, Outbox],
  exports: [AuditReader, ChangesReader, IdempotencyRepository, Outbox],
})
export class OutboxModule {}
