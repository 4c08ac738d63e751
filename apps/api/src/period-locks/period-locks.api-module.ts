import { Module } from '@nestjs/common';
import { PeopleModule } from '@tandem/people';
import { PeriodLocksController } from './period-locks.controller';

@Module({ imports: [PeopleModule], controllers: [PeriodLocksController] })
export class PeriodLocksApiModule {}
