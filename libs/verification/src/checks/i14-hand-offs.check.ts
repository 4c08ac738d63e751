import { rowCheck } from '../check';
import { handOffRows } from '../rows/table.rows';
import { follows } from '../sql-words';

/** An offer that waits is marked as the only one, its opportunity is open, and nothing is answered before it was offered. */
export const handOffs = rowCheck('I14-hand-offs', {
  of: handOffRows,
  holds: [
    `h.open_mark <=> IF(h.state = 'offered', 1, NULL)`,
    follows(
      `h.state = 'offered'`,
      `EXISTS (SELECT 1 FROM opportunity o WHERE o.id = h.opportunity_id AND o.outcome = 'open')`,
    ),
    follows(`h.state <> 'offered'`, 'h.answered_at >= h.offered_at'),
    'h.version >= IF(h.open_mark IS NULL, 2, 1)',
  ].join(' AND '),
});
