import { hashOfMoveSql } from '@tandem/database';
import { rowCheck } from '../check';
import { logRows } from '../rows/log.rows';
import { opportunityRows } from '../rows/opportunity.rows';

/** Each row of a log carries the hash of itself and of every row before it, and the opportunity that of the last. */
export const chain = rowCheck(
  'I5',
  { of: logRows, holds: `m.hash = ${hashOfMoveSql('m', 'p.hash')}` },
  { of: opportunityRows, holds: 'o.log_hash = l.hash' },
);
