import { Module } from '@nestjs/common';
import { MailModule } from '@tandem/mail';
import { BouncesController } from './bounces.controller';
import { DeliveriesController } from './deliveries.controller';

@Module({ imports: [MailModule], controllers: [DeliveriesController, BouncesController] })
export class DeliveriesApiModule {}
