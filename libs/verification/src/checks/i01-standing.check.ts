import { rowCheck } from '../check';
import { opportunityRows } from '../rows/opportunity.rows';
import { same } from '../sql-words';

/** An opportunity stands where the last row of its log left it. */
export const standing = rowCheck('I1', {
  of: opportunityRows,
  holds: same('o', 'l', [
    ['stage_id', 'stage_to_id'],
    ['outcome', 'outcome_to'],
    ['close_date', 'close_date_to'],
    ['owner_id', 'owner_to_id'],
    ['team_id', 'team_to_id'],
    ['probability', 'probability_to'],
  ]),
});
