import { hasColumn, migration, tables } from './migration';

/** What is learned later never overwrites what was known: corrections, locks, merges and restatements are rows of their own. */
export const twoClocks = [
  migration(1763900002200, 'adjusting_booking_', {
    up: 'ALTER TABLE booking ADD COLUMN adjusts_date DATE NULL, ADD KEY booking_adjusts (adjusts_date)',
    down: 'ALTER TABLE booking DROP KEY booking_adjusts, DROP COLUMN adjusts_date',
    unless: hasColumn('booking', 'adjusts_date'),
  }),
  migration(1763900002201, 'merged_account_', {
    up: `ALTER TABLE account ADD COLUMN merged_into_id BINARY(16) NULL,
      ADD CONSTRAINT account_merged_into_fk FOREIGN KEY (merged_into_id) REFERENCES account (id)`,
    down: 'ALTER TABLE account DROP FOREIGN KEY account_merged_into_fk, DROP COLUMN merged_into_id',
    unless: hasColumn('account', 'merged_into_id'),
  }),
  ...tables(1763900002202, {
    account_merge: `
      id BINARY(16) NOT NULL PRIMARY KEY,
      account_id BINARY(16) NOT NULL,
      into_account_id BINARY(16) NOT NULL,
      merged_at DATETIME(3) NOT NULL,
      merged_by_id BINARY(16) NULL,
      note VARCHAR(500) NULL,
      UNIQUE KEY account_merge_once (account_id),
      CONSTRAINT account_merge_two CHECK (account_id <> into_account_id),
      CONSTRAINT account_merge_account_fk FOREIGN KEY (account_id) REFERENCES account (id),
      CONSTRAINT account_merge_into_fk FOREIGN KEY (into_account_id) REFERENCES account (id)`,

    period_lock: `
      id BINARY(16) NOT NULL PRIMARY KEY,
      locked_before DATE NOT NULL,
      locked_at DATETIME(3) NOT NULL,
      locked_by_id BINARY(16) NULL,
      note VARCHAR(500) NULL,
      KEY period_lock_newest (locked_at, id)`,

    booking_restatement: `
      booking_id BINARY(16) NOT NULL,
      revision INT UNSIGNED NOT NULL,
      rate DECIMAL(20,10) NOT NULL,
      rate_date DATE NOT NULL,
      reporting_amount_minor BIGINT NOT NULL,
      reporting_cost_minor BIGINT NULL,
      reason VARCHAR(500) NOT NULL,
      recorded_at DATETIME(3) NOT NULL,
      recorded_by_id BINARY(16) NULL,
      PRIMARY KEY (booking_id, revision),
      CONSTRAINT booking_restatement_booking_fk FOREIGN KEY (booking_id) REFERENCES booking (id)`,
  }),
];
