import { Module } from '@nestjs/common';
import { ExchangeModule } from '@tandem/exchange';
import { ImportsController } from './imports.controller';

@Module({ imports: [ExchangeModule], controllers: [ImportsController] })
export class ImportsApiModule {}
