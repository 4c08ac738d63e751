import { rowCheck } from '../check';
import { accountRows } from '../rows/table.rows';
import { follows } from '../sql-words';

/** What went over to the account that remains; bookings stay where they were booked. */
const moved = [
  ['opportunity', 'account_id'],
  ['contact', 'account_id'],
  ['account', 'parent_id'],
] as const;
const isEmpty = moved
  .map(([table, column]) => `NOT EXISTS (SELECT 1 FROM ${table} t WHERE t.${column} = c.id)`)
  .join(' AND ');

/** A merged account leads straight to one that is not merged itself, nothing is left with it, and the merge is written down. */
export const accounts = rowCheck('I17', {
  of: accountRows,
  holds: `${follows(
    'c.merged_into_id IS NOT NULL',
    `EXISTS (SELECT 1 FROM account t WHERE t.id = c.merged_into_id AND t.merged_into_id IS NULL) AND ${isEmpty}`,
  )} AND (c.merged_into_id IS NOT NULL) = EXISTS (SELECT 1 FROM account_merge g WHERE g.account_id = c.id)`,
});
