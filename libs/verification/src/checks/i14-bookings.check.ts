import { rowCheck } from '../check';
import { logRows } from '../rows/log.rows';
import { opportunityRows } from '../rows/opportunity.rows';
import { follows } from '../sql-words';

const ofIt = 'FROM booking b WHERE b.opportunity_id = o.id AND b.reverses_id IS NULL';
const stands = 'NOT EXISTS (SELECT 1 FROM booking r WHERE r.reverses_id = b.id)';
/** What the log itself posted; credits and adjustments are posted by hand. */
const byTheLog = `b.move_id IS NOT NULL AND b.booking_type <> 'credit'`;
/** A line that stands again for another counts, as restated, where the other stood. */
const isOfTheWin = `b.amount_minor = o.amount_minor AND b.currency = o.currency
  AND (o.close_date IS NULL OR o.close_date IN (b.booking_date, b.adjusts_date))`;

/**
 * What is booked follows from the log: an opportunity that is won has one standing booking of its amount on its close date, any
 * other has nothing that stands; entering the won class posted one, leaving it took one back.
 */
export const bookings = rowCheck(
  'I14-bookings',
  {
    of: opportunityRows,
    holds: `(SELECT COUNT(*) ${ofIt} AND ${stands} AND (${byTheLog} OR o.outcome <> 'won')) = (o.outcome = 'won')
      AND ${follows(`o.outcome = 'won'`, `EXISTS (SELECT 1 ${ofIt} AND ${stands} AND ${byTheLog} AND ${isOfTheWin})`)}`,
  },
  {
    of: logRows,
    holds: `${follows(
      `m.outcome_to = 'won' AND NOT m.outcome_from <=> 'won'`,
      `EXISTS (SELECT 1 FROM booking b WHERE b.move_id = m.id AND b.reverses_id IS NULL AND b.booking_type <> 'credit'
         AND b.opportunity_id = m.opportunity_id AND b.amount_minor = m.amount_to_minor AND b.currency = m.currency
         AND (m.close_date_to IS NULL OR m.close_date_to IN (b.booking_date, b.adjusts_date)))`,
    )} AND ${follows(
      `m.outcome_from = 'won' AND m.outcome_to <> 'won'`,
      `EXISTS (SELECT 1 FROM booking b WHERE b.move_id = m.id AND b.reverses_id IS NOT NULL AND b.opportunity_id = m.opportunity_id)`,
    )}`,
  },
);
