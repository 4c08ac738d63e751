import { hasColumn, migration } from './migration';

/** What the rep calls an open opportunity in the forecast; null follows its probability. */
export const forecastCategory = [
  migration(1763900003800, 'add_forecast_category_', {
    up: `ALTER TABLE opportunity ADD COLUMN forecast_category ENUM('commit','best_case','pipeline','omitted') NULL`,
    down: 'ALTER TABLE opportunity DROP COLUMN forecast_category',
    unless: hasColumn('opportunity', 'forecast_category'),
  }),
];
