import { rowCheck } from '../check';
import { logRows } from '../rows/log.rows';
import { opportunityRows } from '../rows/opportunity.rows';

/** A log is numbered 1, 2, 3 … without a hole, up to the number its opportunity names. */
export const numbering = rowCheck(
  'I3',
  { of: logRows, holds: 'm.seq = 1 OR p.seq IS NOT NULL' },
  {
    of: opportunityRows,
    // A row further on would have none before it, which the rule above finds.
    holds: `l.seq IS NOT NULL AND NOT EXISTS (SELECT 1 FROM opportunity_move n WHERE n.opportunity_id = o.id AND n.seq = o.last_seq + 1)`,
  },
);
