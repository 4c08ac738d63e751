import { hasColumn, migration } from './migration';

/** Who sets a rate that is there says which one they saw: it is frozen into what people are paid by. */
export const exchangeRateVersion = [
  migration(1763900003400, 'add_exchange_rate_version_', {
    up: 'ALTER TABLE exchange_rate ADD COLUMN version INT UNSIGNED NOT NULL DEFAULT 1',
    down: 'ALTER TABLE exchange_rate DROP COLUMN version',
    unless: hasColumn('exchange_rate', 'version'),
  }),
];
