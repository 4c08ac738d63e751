import { hasColumn, migration } from './migration';

/** How the fiscal year is divided: until now calendar months only. */
export const fiscalCalendar = [
  migration(1763900003900, 'add_fiscal_calendar_', {
    up: `ALTER TABLE organisation
      ADD COLUMN fiscal_calendar ENUM('months','weeks_445','weeks_454','weeks_544') NOT NULL DEFAULT 'months' AFTER fiscal_year_start,
      ADD COLUMN fiscal_year_rule ENUM('containing','nearest') NOT NULL DEFAULT 'containing' AFTER fiscal_calendar`,
    down: 'ALTER TABLE organisation DROP COLUMN fiscal_calendar, DROP COLUMN fiscal_year_rule',
    unless: hasColumn('organisation', 'fiscal_year_rule'),
  }),
];
