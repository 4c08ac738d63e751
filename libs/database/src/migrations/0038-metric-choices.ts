import { drop, everHeldReal, exists, procedure } from './0025-forget-ledger';
import { appendOnlyFigures } from './0032-forget-figures';
import { key, migration, tables } from './migration';

const before = [...appendOnlyFigures, 'touch', 'forecast_snapshot'];

/** Which of several rival definitions of a figure the organisation goes by, from which day on; append-only, so that a past day keeps its own. */
export const metricChoices = [
  ...tables(1763900003900, {
    metric_choice: `
      id BINARY(16) NOT NULL PRIMARY KEY,
      purpose ${key(32)} NOT NULL,
      definition ${key(32)} NOT NULL,
      valid_from DATE NOT NULL,
      reason VARCHAR(500) NOT NULL,
      chosen_by_id BINARY(16) NULL,
      recorded_at DATETIME(3) NOT NULL,
      KEY metric_choice_purpose (purpose, valid_from, recorded_at),
      CONSTRAINT metric_choice_chosen_by_fk FOREIGN KEY (chosen_by_id) REFERENCES person (id)`,
  }),
  migration(1763900003901, 'drop_forget_ledger_of_forecasts_', { up: drop, down: procedure(everHeldReal, before) }),
  migration(1763900003902, 'create_forget_ledger_of_choices_', {
    up: procedure(everHeldReal, [...before, 'metric_choice']),
    down: drop,
    unless: exists,
  }),
];
