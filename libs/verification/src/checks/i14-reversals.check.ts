import { rowCheck } from '../check';
import { bookingRows, shares } from '../rows/booking.rows';
import { follows, same } from '../sql-words';

const opposite = ['amount_minor', 'cost_minor', 'reporting_amount_minor', 'reporting_cost_minor'].map(
  (column) => `b.${column} <=> -r.${column}`,
);

/** A booking that takes another back is its mirror: same opportunity, kind, rate and shares, opposite amounts. */
export const reversals = rowCheck('I14-reversals', {
  of: bookingRows,
  holds: follows(
    'b.reverses_id IS NOT NULL',
    `r.reverses_id IS NULL AND ${same('b', 'r', ['opportunity_id', 'booking_type', 'currency', 'reporting_currency', 'rate', 'rate_date', 'credit_of_id', ...shares])}
     AND ${opposite.join(' AND ')}`,
  ),
});
