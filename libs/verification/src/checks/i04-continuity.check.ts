import { rowCheck } from '../check';
import { logRows } from '../rows/log.rows';
import { same } from '../sql-words';

/**
 * Each row of a log begins where the row before ended; the first begins nowhere. One row holds two amounts in one currency,
 * so the currency may only change while there is no amount.
 */
export const continuity = rowCheck('I4', {
  of: logRows,
  holds: `${same('m', 'p', [
    ['stage_from_id', 'stage_to_id'],
    ['outcome_from', 'outcome_to'],
    ['amount_from_minor', 'amount_to_minor'],
    ['close_date_from', 'close_date_to'],
    ['owner_from_id', 'owner_to_id'],
    ['team_from_id', 'team_to_id'],
    ['probability_from', 'probability_to'],
  ])} AND (p.seq IS NULL OR p.amount_to_minor IS NULL OR m.currency = p.currency)`,
});
