import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { FiscalCalendar } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';
import type { Organisation } from './organisation.entity';
import { calendarChanged } from './organisation.errors';
import { OrganisationReader } from './organisation.reader';

/** How the organisation divides its years. Records keep their days; only the names of spans of days change. */
@Injectable()
export class FiscalCalendarService {
  constructor(
    private readonly database: Database,
    private readonly organisation: OrganisationReader,
    private readonly outbox: Outbox,
  ) {}

  /** Changes the calendar of the organisation the caller has seen; says what it is then. */
  async set(wished: FiscalCalendar, version: number): Promise<Organisation> {
    return this.database.write(async () => {
      const before = await this.organisation.get();
      const { fiscalYearStart, fiscalCalendar, fiscalYearRule, weekStart } = wished;
      const changed = await this.database.run(
        `UPDATE organisation SET fiscal_year_start = ?, fiscal_calendar = ?, fiscal_year_rule = ?, week_start = ?, version = version + 1
         WHERE id = 1 AND version = ?`,
        [fiscalYearStart, fiscalCalendar, fiscalYearRule, weekStart, version],
      );
      if (changed === 0) throw calendarChanged(calendarOf(await this.organisation.get()));
      await this.outbox.record({
        topic: 'organisation.calendar_set',
        subjectKind: 'organisation',
        subjectId: null,
        before: calendarOf(before),
        after: calendarOf(wished),
      });
      return this.organisation.get();
    });
  }
}

const calendarOf = ({
  fiscalYearStart,
  fiscalCalendar,
  fiscalYearRule,
  weekStart,
}: FiscalCalendar): FiscalCalendar => ({
  fiscalYearStart,
  fiscalCalendar,
  fiscalYearRule,
  weekStart,
});
