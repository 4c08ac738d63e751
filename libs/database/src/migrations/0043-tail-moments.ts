import { hasColumn, migration } from './migration';

/** Since when a change waits to be folded, by the clock of the database, so that somebody can be told when nobody folds. */
export const tailMoments = ['fact_tail', 'customer_tail'].map((table, place) =>
  migration(1763900004900 + place, `add_moment_of_${table}_`, {
    up: `ALTER TABLE ${table} ADD COLUMN at DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3)`,
    down: `ALTER TABLE ${table} DROP COLUMN at`,
    unless: hasColumn(table, 'at'),
  }),
);
