import { Module } from '@nestjs/common';
import { OpportunitiesModule } from '@tandem/opportunities';
import { ExchangeRatesController } from './exchange-rates.controller';

@Module({ imports: [OpportunitiesModule], controllers: [ExchangeRatesController] })
export class ExchangeRatesApiModule {}
