import { Module } from '@nestjs/common';
import { MailModule } from '@tandem/mail';
import { DeliveriesController } from './deliveries.controller';

@Module({ imports: [MailModule], controllers: [DeliveriesController] })
export class DeliveriesApiModule {}
