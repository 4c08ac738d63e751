import { rowCheck } from '../check';
import { opportunityRows } from '../rows/opportunity.rows';
import { same } from '../sql-words';

/** An opportunity is worth what the last row of its log says, in its currency. */
export const amount = rowCheck('I2', {
  of: opportunityRows,
  holds: same('o', 'l', [['amount_minor', 'amount_to_minor'], 'currency']),
});
