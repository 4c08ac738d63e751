import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  fiscalCalendar,
  fiscalCalendarChange,
  type FiscalCalendarChange,
  type FiscalCalendarWire,
} from '@tandem/contracts';
import { FiscalCalendarService, OrganisationReader } from '@tandem/people';
import { Answers } from '../access/answers';
import { IfMatch } from '../access/if-match';
import { Policy } from '../access/policy';
import { presentFiscalCalendar } from './fiscal-calendar.presenter';

/** How the organisation divides its years. */
@ApiTags('organisation')
@Controller('organisation/fiscal-calendar')
export class FiscalCalendarController {
  constructor(
    private readonly organisation: OrganisationReader,
    private readonly changes: FiscalCalendarService,
  ) {}

  @Get()
  @Policy('signed_in')
  @Answers(fiscalCalendar)
  async read(): Promise<FiscalCalendarWire> {
    return presentFiscalCalendar(await this.organisation.get(), await this.organisation.today());
  }

  /** Records keep their days: only what a quarter or a year is changes, and sums are made anew. */
  @Put()
  @Policy('administer')
  @Answers(fiscalCalendar, { changes: true, versioned: true })
  async set(
    @Body({ schema: fiscalCalendarChange }) wished: FiscalCalendarChange,
    @IfMatch() version: number,
  ): Promise<FiscalCalendarWire> {
    return presentFiscalCalendar(await this.changes.set(wished, version), await this.organisation.today());
  }
}
