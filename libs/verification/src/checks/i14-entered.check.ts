import { rowCheck } from '../check';
import { opportunityRows } from '../rows/opportunity.rows';

/** When it came into its stage: mostly with the last row, else with an earlier one. */
const entry = `IF(l.seq = 1 OR l.stage_from_id <> l.stage_to_id, l.at, (SELECT n.at FROM opportunity_move n
  WHERE n.opportunity_id = o.id AND (n.seq = 1 OR n.stage_from_id <> n.stage_to_id) ORDER BY n.seq DESC LIMIT 1))`;

/** An opportunity is in its stage since the row of its log that brought it there. */
export const entered = rowCheck('I14-entered', {
  of: opportunityRows,
  // Row and record are stamped one after the other.
  holds: `ABS(TIMESTAMPDIFF(MICROSECOND, o.stage_entered_at, ${entry})) <= 5000000`,
});
