import { rowCheck } from '../check';
import { bookingRows } from '../rows/booking.rows';
import { lockRows } from '../rows/table.rows';
import { follows } from '../sql-words';

/** Two computers' clocks differ: what was locked within a minute of a booking may have come before or after it. */
const near = 'INTERVAL 1 MINUTE';
const inForce = `(SELECT k.locked_before FROM period_lock k WHERE k.locked_at < b.recorded_at - ${near} ORDER BY k.locked_at DESC, k.id DESC LIMIT 1)`;
const permitted = `EXISTS (SELECT 1 FROM period_lock k WHERE k.locked_at BETWEEN b.recorded_at - ${near} AND b.recorded_at + ${near}
  AND k.locked_before <= b.booking_date)`;
const lockBefore = `(SELECT k.locked_before FROM period_lock k WHERE k.locked_at < t.locked_at OR (k.locked_at = t.locked_at AND k.id < t.id)
  ORDER BY k.locked_at DESC, k.id DESC LIMIT 1)`;

/** Nothing is booked on a day that was locked by then, and a lock is only moved back with a reason. */
export const locks = rowCheck(
  'I18',
  { of: lockRows, holds: follows(`t.locked_before < ${lockBefore}`, `t.note IS NOT NULL AND t.note <> ''`) },
  { of: bookingRows, holds: `COALESCE(b.booking_date >= ${inForce}, TRUE) OR ${permitted}` },
);
