import { hasColumn, migration, tables } from './migration';

/**
 * A rebuild is worked at by several at once: each reads a part of the records that nobody else does. Of which rebuild a part is, is told by
 * an id, so that what was read for another one is never added.
 */
export const ledgerParts = [
  migration(1763900005300, 'add_rebuild_id_of_fact_ledger_', {
    up: 'ALTER TABLE fact_ledger ADD COLUMN rebuild_id BINARY(16) NOT NULL',
    down: 'ALTER TABLE fact_ledger DROP COLUMN rebuild_id',
    unless: hasColumn('fact_ledger', 'rebuild_id'),
  }),
  ...tables(1763900005301, {
    ledger_part: `
    rebuild_id BINARY(16) NOT NULL,
    kind ENUM('opportunity','customer') NOT NULL,
    after_id BINARY(16) NOT NULL,
    to_id BINARY(16) NOT NULL,
    PRIMARY KEY (rebuild_id, kind, after_id)`,
  }),
];
