import { rowCheck } from '../check';
import { bookingRows } from '../rows/booking.rows';
import { follows } from '../sql-words';

const creditsOf = (booking: string) =>
  `COALESCE((SELECT SUM(k.amount_minor) FROM booking k WHERE k.credit_of_id = ${booking}), 0)`;

/** A refund names a booking of the same opportunity in the same currency, and all refunds of one never exceed it. */
export const credits = rowCheck('I14-credits', {
  of: bookingRows,
  holds: `${follows(
    `b.booking_type = 'credit'`,
    `EXISTS (SELECT 1 FROM booking s WHERE s.id = b.credit_of_id AND s.booking_type <> 'credit' AND s.reverses_id IS NULL
       AND s.opportunity_id = b.opportunity_id AND s.currency = b.currency)`,
  )} AND ${follows(
    `b.booking_type <> 'credit' AND b.reverses_id IS NULL`,
    `${creditsOf('b.id')} BETWEEN -GREATEST(b.amount_minor, 0) AND 0`,
  )}`,
});
