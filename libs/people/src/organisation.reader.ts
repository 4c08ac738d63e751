import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import { Clock, localDate, refused, type PlainDate } from '@tandem/kernel';
import type { Organisation } from './organisation.entity';

/** The settings every figure and every date hangs on. */
@Injectable()
export class OrganisationReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async find(): Promise<Organisation | null> {
    return this.database.once('organisation', () => this.read());
  }

  private async read(): Promise<Organisation | null> {
    const [row] = await this.database.query<Organisation>(
      `SELECT id, name, reporting_currency AS reportingCurrency, zone, fiscal_year_start AS fiscalYearStart,
              fiscal_calendar AS fiscalCalendar, fiscal_year_rule AS fiscalYearRule, week_start AS weekStart, holds, calendar_id AS calendarId, version FROM organisation WHERE id = 1`,
    );
    return row ?? null;
  }

  async get(): Promise<Organisation> {
    const found = await this.find();
    if (!found)
      throw refused(
        'organisation.not_set_up',
        'This installation has no organisation yet. Load the demo company or import your own records first.',
      );
    return found;
  }

  /** Today's date in the reporting zone. */
  async today(): Promise<PlainDate> {
    return localDate(this.clock.now(), (await this.get()).zone);
  }
}
