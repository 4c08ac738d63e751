import { Module } from '@nestjs/common';
import { MetricsModule } from '@tandem/metrics';
import { OpportunitiesModule } from '@tandem/opportunities';
import { MyDayController } from './my-day.controller';
import { MyDayPage } from './my-day-page';

@Module({ imports: [MetricsModule, OpportunitiesModule], controllers: [MyDayController], providers: [MyDayPage] })
export class MyDayApiModule {}
