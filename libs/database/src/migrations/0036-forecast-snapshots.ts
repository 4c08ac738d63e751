import { drop, everHeldReal, exists, procedure } from './0025-forget-ledger';
import { appendOnlyFigures } from './0032-forget-figures';
import { currency, key, migration, tables } from './migration';

const total = 'DECIMAL(30,0) NOT NULL';

/** What was forecast at the end of each week is append-only, so that nobody was ever right afterwards. */
export const forecastSnapshots = [
  ...tables(1763900003700, {
    forecast_snapshot: `
      id BINARY(16) NOT NULL PRIMARY KEY,
      week_from DATE NOT NULL,
      period_key ${key(10)} NOT NULL,
      period_from DATE NOT NULL,
      period_until DATE NOT NULL,
      scope_id BINARY(16) NOT NULL,
      currency ${currency} NOT NULL,
      won_minor ${total},
      commit_minor ${total},
      best_case_minor ${total},
      pipeline_minor ${total},
      weighted_minor ${total},
      p10_minor ${total},
      p50_minor ${total},
      p90_minor ${total},
      open_count INT UNSIGNED NOT NULL,
      unvalued_count INT UNSIGNED NOT NULL,
      overdue_count INT UNSIGNED NOT NULL,
      recorded_at DATETIME(3) NOT NULL,
      UNIQUE KEY forecast_snapshot_once (scope_id, period_from, week_from),
      KEY forecast_snapshot_week (week_from),
      CONSTRAINT forecast_snapshot_period CHECK (period_from < period_until),
      CONSTRAINT forecast_snapshot_range CHECK (p10_minor <= p50_minor AND p50_minor <= p90_minor)`,
  }),
  migration(1763900003701, 'drop_forget_ledger_of_touches_', {
    up: drop,
    down: procedure(everHeldReal, [...appendOnlyFigures, 'touch']),
  }),
  migration(1763900003702, 'create_forget_ledger_of_forecasts_', {
    up: procedure(everHeldReal, [...appendOnlyFigures, 'touch', 'forecast_snapshot']),
    down: drop,
    unless: exists,
  }),
];
