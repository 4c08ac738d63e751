import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { FiscalCalendar } from '@tandem/kernel';
import { Outbox } from '@tandem/outbox';

export interface OrganisationSettings extends FiscalCalendar {
  readonly name: string;
  readonly reportingCurrency: string;
  readonly zone: string;
  readonly holds: 'nothing' | 'demo' | 'real';
}

/** The first words about the organisation. */
@Injectable()
export class SetupService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** Makes the organisation when there is none yet; an existing one keeps its settings. True when it was made. */
  async ensureOrganisation(settings: OrganisationSettings): Promise<boolean> {
    return this.database.write(async () => {
      const made = await this.database.run(
        `INSERT IGNORE INTO organisation (id, name, reporting_currency, zone, fiscal_year_start, fiscal_calendar, fiscal_year_rule, week_start,
           holds, version)
         VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
        [
          settings.name,
          settings.reportingCurrency,
          settings.zone,
          settings.fiscalYearStart,
          settings.fiscalCalendar,
          settings.fiscalYearRule,
          settings.weekStart,
          settings.holds,
        ],
      );
      if (made === 1) {
        await this.outbox.record({
          topic: 'organisation.created',
          subjectKind: 'organisation',
          subjectId: null,
          after: settings,
        });
      }
      return made === 1;
    });
  }

  /** Says what kind of records the organisation holds now. */
  async holds(what: OrganisationSettings['holds']): Promise<void> {
    await this.database.write(async () => {
      await this.database.run('UPDATE organisation SET holds = ?, version = version + 1 WHERE id = 1', [what]);
      await this.outbox.record({
        topic: 'organisation.holds_changed',
        subjectKind: 'organisation',
        subjectId: null,
        after: { holds: what },
      });
    });
  }
}
