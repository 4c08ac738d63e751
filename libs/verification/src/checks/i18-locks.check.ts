import { rowCheck } from '../check';
import type { Known, KnownLock } from '../known';
import { bookingRows } from '../rows/booking.rows';
import { logRows } from '../rows/log.rows';
import { expenseRows, lockRows } from '../rows/table.rows';
import { follows, instantSql, minutesBefore } from '../sql-words';

/** Two computers' clocks differ: what was locked within so many minutes of a record may have come before or after it. */
const nearMinutes = 1;
const near = `INTERVAL ${nearMinutes} MINUTE`;

/** Whether a day was open when what is dated on it was recorded. */
function wasOpen(day: string, recordedAt: string): string {
  const inForce = `(SELECT k.locked_before FROM period_lock k WHERE k.locked_at < ${recordedAt} - ${near} ORDER BY k.locked_at DESC, k.id DESC LIMIT 1)`;
  const permitted = `EXISTS (SELECT 1 FROM period_lock k WHERE k.locked_at BETWEEN ${recordedAt} - ${near} AND ${recordedAt} + ${near}
    AND k.locked_before <= ${day})`;
  return `(COALESCE(${day} >= ${inForce}, TRUE) OR ${permitted})`;
}

/** The day a row of the log closes its opportunity on; what a withdrawal makes true again was dated before. */
const closes = `m.outcome_to <> 'open' AND NOT m.outcome_from <=> m.outcome_to AND m.correction IS NULL AND m.close_date_to IS NOT NULL`;

/**
 * The same of an instant of the log, and of the day it closes on. The server may not know the zone of the organisation, so the
 * locks are written down with the instants their days begin at. Most rows were true when they were recorded, and today is never
 * locked. A lock may have been moved back since these were read: what was recorded after that is looked at next time.
 */
function wasOpenInTheLog({ locks, now }: Known): string {
  if (locks.length === 0) return 'TRUE';
  const isOpen = (lock: KnownLock): string =>
    `(m.at >= ${instantSql(lock.firstOpen)} AND ${follows(closes, `m.close_date_to >= '${lock.lockedBefore}'`)})`;
  const inForce = locks.map(
    (lock) => `WHEN m.recorded_at > ${instantSql(minutesBefore(lock.lockedAt, -nearMinutes))} THEN ${isOpen(lock)}`,
  );
  const permitted = locks.map(
    (lock) =>
      `(m.recorded_at BETWEEN ${instantSql(minutesBefore(lock.lockedAt, nearMinutes))} AND ${instantSql(minutesBefore(lock.lockedAt, -nearMinutes))} AND ${isOpen(lock)})`,
  );
  return follows(
    `(m.at < m.recorded_at OR (${closes})) AND m.recorded_at < ${instantSql(minutesBefore(now, nearMinutes))}`,
    `CASE ${inForce.join(' ')} ELSE TRUE END OR ${permitted.join(' OR ')}`,
  );
}

const lockBefore = `(SELECT k.locked_before FROM period_lock k WHERE k.locked_at < t.locked_at OR (k.locked_at = t.locked_at AND k.id < t.id)
  ORDER BY k.locked_at DESC, k.id DESC LIMIT 1)`;

/** Nothing is dated on a day that was locked by then, and a lock is only moved back with a reason. */
export const locks = rowCheck(
  'I18',
  { of: lockRows, holds: follows(`t.locked_before < ${lockBefore}`, `t.note IS NOT NULL AND t.note <> ''`) },
  { of: bookingRows, holds: wasOpen('b.booking_date', 'b.recorded_at') },
  { of: expenseRows, holds: wasOpen('e.expense_date', 'e.recorded_at') },
  { of: logRows, holds: wasOpenInTheLog },
);
