export { OutboxModule } from './outbox.module';
export { Outbox, type Happening, type OutboxEvent } from './outbox.repository';
