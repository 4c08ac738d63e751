import { Global, Module } from '@nestjs/common';
import { Outbox } from './outbox.repository';

@Global()
@Module({ providers: [Outbox], exports: [Outbox] })
export class OutboxModule {}
