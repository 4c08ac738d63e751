import { largestAmount } from '@tandem/kernel';
import { rowCheck } from '../check';
import { bookingRows } from '../rows/booking.rows';
import { opportunityRows } from '../rows/opportunity.rows';
import { follows } from '../sql-words';

const within = (column: string, least: bigint): string =>
  `(${column} IS NULL OR ${column} BETWEEN ${least} AND ${largestAmount})`;

/** Refunds are below nothing, what a win books is not; an adjustment, which no row of the log posted, may be either. */
const isSigned = `CASE WHEN b.booking_type = 'credit' THEN b.amount_minor <= 0 WHEN b.move_id IS NULL THEN TRUE ELSE b.amount_minor >= 0 END`;

/** Amounts are within what a line may carry, none is negative that cannot be, and a booking is of an opportunity and in the currency of its move. */
export const money = rowCheck(
  'I19',
  { of: opportunityRows, holds: `${within('o.amount_minor', 0n)} AND ${within('o.cost_minor', 0n)}` },
  {
    of: bookingRows,
    holds: `${within('b.amount_minor', -largestAmount)} AND ${follows('b.reverses_id IS NULL', isSigned)}
      AND EXISTS (SELECT 1 FROM opportunity o WHERE o.id = b.opportunity_id)
      AND ${follows('b.move_id IS NOT NULL', 'm.opportunity_id = b.opportunity_id AND m.currency = b.currency')}`,
  },
);
