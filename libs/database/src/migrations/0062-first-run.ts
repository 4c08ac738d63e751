import { hasColumn, key, migration, tables } from './migration';

/**
 * How an installation begins: the one row that says somebody has set it up and how far the demo company has come, invitations
 * that wait for a password, the hours the organisation works where a team has none of its own, and when somebody was shown around.
 */
export const firstRun = [
  ...tables(1763900006200, {
    first_run: `
      id TINYINT UNSIGNED NOT NULL PRIMARY KEY,
      wish ENUM('demo','import','empty') NOT NULL,
      state ENUM('waiting','running','done','failed') NOT NULL,
      steps_done TINYINT UNSIGNED NOT NULL,
      problem ${key(64)} NULL,
      asked_at DATETIME(3) NOT NULL,
      lease_until DATETIME(3) NULL,
      fence INT UNSIGNED NOT NULL,
      CONSTRAINT first_run_is_one CHECK (id = 1)`,

    invitation: `
      token_hash BINARY(32) NOT NULL PRIMARY KEY,
      person_id BINARY(16) NOT NULL,
      created_at DATETIME(3) NOT NULL,
      expires_at DATETIME(3) NOT NULL,
      KEY invitation_person (person_id),
      KEY invitation_expiry (expires_at),
      CONSTRAINT invitation_person_fk FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE`,
  }),
  migration(1763900006202, 'add_organisation_calendar_', {
    up: `ALTER TABLE organisation ADD COLUMN calendar_id BINARY(16) NULL,
      ADD CONSTRAINT organisation_calendar_fk FOREIGN KEY (calendar_id) REFERENCES working_calendar (id)`,
    down: 'ALTER TABLE organisation DROP FOREIGN KEY organisation_calendar_fk, DROP COLUMN calendar_id',
    unless: hasColumn('organisation', 'calendar_id'),
  }),
  migration(1763900006203, 'add_person_toured_at_', {
    up: 'ALTER TABLE person ADD COLUMN toured_at DATETIME(3) NULL',
    down: 'ALTER TABLE person DROP COLUMN toured_at',
    unless: hasColumn('person', 'toured_at'),
  }),
];
