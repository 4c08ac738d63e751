export { AuditReader, type LastChange } from './audit.reader';
export { hashOfSeal } from './audit-seals.repository';
export { ChangesReader, type ChangedRecord, type ChangesRead } from './changes.reader';
export { IdempotencyRepository, type Attempt } from './idempotency.repository';
export { AuditLine, AuditSeal, IdempotencyRow, OutboxRow } from './journal.entity';
export { OutboxModule } from './outbox.module';
export { Outbox, type Happening, type OutboxEvent } from './outbox.repository';
