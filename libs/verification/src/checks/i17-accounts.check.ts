import { rowCheck } from '../check';
import { accountRows } from '../rows/table.rows';
import { follows } from '../sql-words';

/** A merged account leads straight to one that is not merged itself, and the merge is written down as it is. */
export const accounts = rowCheck('I17', {
  of: accountRows,
  holds: `${follows(
    'c.merged_into_id IS NOT NULL',
    `EXISTS (SELECT 1 FROM account t WHERE t.id = c.merged_into_id AND t.merged_into_id IS NULL)`,
  )} AND (c.merged_into_id IS NOT NULL) = EXISTS (SELECT 1 FROM account_merge g WHERE g.account_id = c.id)`,
});
