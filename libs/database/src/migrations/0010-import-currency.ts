import { currency, hasColumn, migration } from './migration';

/** The currency of an export's amounts, which its files do not say. */
export const importCurrency = [
  migration(1763900001000, 'import_run_currency_', {
    up: `ALTER TABLE import_run ADD COLUMN currency ${currency} NOT NULL DEFAULT 'USD' AFTER replace_demo`,
    down: 'ALTER TABLE import_run DROP COLUMN currency',
    unless: hasColumn('import_run', 'currency'),
  }),
];
