import { Module } from '@nestjs/common';
import { ExchangeModule } from '@tandem/exchange';
import { ExportsController } from './exports.controller';

@Module({ imports: [ExchangeModule], controllers: [ExportsController] })
export class ExportsApiModule {}
