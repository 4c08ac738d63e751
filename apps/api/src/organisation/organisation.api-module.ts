import { Module } from '@nestjs/common';
import { PeopleModule } from '@tandem/people';
import { FiscalCalendarController } from './fiscal-calendar.controller';

@Module({ imports: [PeopleModule], controllers: [FiscalCalendarController] })
export class OrganisationApiModule {}
