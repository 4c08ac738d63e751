import { rowCheck } from '../check';
import { bookingRows, shares } from '../rows/booking.rows';
import { follows, same } from '../sql-words';

const creditsOf = (booking: string) =>
  `COALESCE((SELECT SUM(k.amount_minor) FROM booking k WHERE k.credit_of_id = ${booking}), 0)`;

/** A refund names a booking of the same opportunity, has its shares and its frozen rate, and all refunds of one never exceed it. */
export const credits = rowCheck('I14-credits', {
  of: bookingRows,
  holds: `${follows(
    `b.booking_type = 'credit' AND b.reverses_id IS NULL`,
    `r.booking_type <> 'credit' AND r.reverses_id IS NULL
     AND ${same('b', 'r', ['opportunity_id', 'currency', 'reporting_currency', 'rate', 'rate_date', ...shares])}`,
  )} AND ${follows(
    `b.booking_type <> 'credit' AND b.reverses_id IS NULL`,
    `${creditsOf('b.id')} BETWEEN -GREATEST(b.amount_minor, 0) AND 0`,
  )}`,
});
