import { rowCheck } from '../check';
import { logRows } from '../rows/log.rows';
import { opportunityRows } from '../rows/opportunity.rows';

/** A log belongs to an opportunity, and is numbered 1, 2, 3 … without a hole up to the number the opportunity names. */
export const numbering = rowCheck(
  'I3',
  {
    of: logRows,
    // Where there is no hole there is a first row, so that one lookup a log is enough.
    holds: 'IF(m.seq = 1, EXISTS (SELECT 1 FROM opportunity o WHERE o.id = m.opportunity_id), p.seq IS NOT NULL)',
  },
  {
    of: opportunityRows,
    // A row further on would have none before it, which the rule above finds.
    holds: `l.seq IS NOT NULL AND NOT EXISTS (SELECT 1 FROM opportunity_move n WHERE n.opportunity_id = o.id AND n.seq = o.last_seq + 1)`,
  },
);
