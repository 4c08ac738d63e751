import { rowCheck } from '../check';
import { logRows } from '../rows/log.rows';
import { opportunityRows } from '../rows/opportunity.rows';
import { follows, idsSql } from '../sql-words';

/** Won means a stage of the won class, at every step; a reason stands only beside a loss. */
export const outcomes = rowCheck(
  'I20',
  { of: logRows, holds: ({ wonStages }) => `(m.outcome_to = 'won') = (m.stage_to_id IN ${idsSql(wonStages)})` },
  {
    of: opportunityRows,
    holds: ({ wonStages }) =>
      `(o.outcome = 'won') = (o.stage_id IN ${idsSql(wonStages)}) AND (o.outcome = 'won') = (o.stage_class = 'won')
       AND ${follows('o.loss_reason IS NOT NULL', `o.outcome = 'lost'`)}`,
  },
);
