import { digestOfBookingSql } from '@tandem/database';
import { rowCheck } from '../check';
import { bookingRows, shares } from '../rows/booking.rows';
import { sealedLineRows } from '../rows/seal.rows';
import { follows, same } from '../sql-words';

/** What a win booked itself, and not for another line that should never have been taken back. */
const isOfTheWin = `b.reverses_id IS NULL AND b.adjusts_date IS NULL AND b.booking_type <> 'credit'`;

/** What stays won is corrected for whom it was booked then, whoever has it by now: as the line this row takes back. */
const replacesAnother = `EXISTS (SELECT 1 FROM booking t JOIN booking x ON x.id = t.reverses_id WHERE t.move_id = b.move_id
  AND ${same('b', 'x', ['opportunity_id', 'owner_id', 'team_id', 'source_id', 'campaign_id'])})`;

const isOfItsMove = follows(
  'b.move_id IS NOT NULL',
  `b.recorded_at = m.recorded_at AND ${follows(
    isOfTheWin,
    `IF(m.outcome_from <=> 'won', ${replacesAnother}, ${same('b', 'm', [
      ['owner_id', 'owner_to_id'],
      ['team_id', 'team_to_id'],
    ])})`,
  )}`,
);

/** A line that stands again for another is its copy, on the day of the other; one that adjusts a win has its shares. */
const hasOriginal = `EXISTS (SELECT 1 FROM booking x WHERE x.opportunity_id = b.opportunity_id AND x.id <> b.id AND x.reverses_id IS NULL
  AND x.move_id IS NOT NULL AND ${same('b', 'x', [...shares, 'booking_type', 'currency'])}
  AND (b.move_id IS NULL OR (b.adjusts_date = COALESCE(x.adjusts_date, x.booking_date)
    AND ${same('b', 'x', ['amount_minor', 'cost_minor', 'reporting_currency', 'rate', 'rate_date'])})))`;
const followsFromAnother = follows(
  `b.adjusts_date IS NOT NULL AND b.reverses_id IS NULL AND b.booking_type <> 'credit'`,
  hasOriginal,
);

/** Lines from before audit lines carried digests are in none. */
const carriesDigests = `LOCATE('"booked":', a.after_state) > 0`;
const carriesItsOwn = `LOCATE(${digestOfBookingSql('b')}, a.after_state) > 0`;
const bookingTold = `UNHEX(REPLACE(JSON_VALUE(a.after_state, '$.bookingId'), '-', ''))`;

/** A row of the log and its audit line have one id. */
const isAsTheMoveTold = `NOT EXISTS (SELECT 1 FROM audit_line a WHERE a.id = b.move_id AND ${carriesDigests} AND NOT ${carriesItsOwn})`;
/** What no row of the log posted was posted by hand, or stands again after a withdrawal. */
const isAsSomebodyTold = `EXISTS (SELECT 1 FROM audit_line a WHERE a.object_kind = 'opportunity' AND a.object_id = b.opportunity_id
  AND ((a.action IN ('opportunity.credited', 'opportunity.adjusted') AND ${bookingTold} = b.id)
    OR (a.action = 'opportunity.withdrawn' AND b.adjusts_date IS NOT NULL))
  AND (NOT ${carriesDigests} OR ${carriesItsOwn}))`;

/**
 * A booking line says what it said when it was posted: it agrees with the row of the log that posted it and with the line it
 * follows from, and the audit line that tells of it carries its digest. Each credit and each adjustment that is told is here.
 */
export const lines = rowCheck(
  'I14-lines',
  {
    of: bookingRows,
    holds: `${isOfItsMove} AND ${followsFromAnother}
      AND CASE WHEN b.move_id IS NULL THEN ${isAsSomebodyTold} WHEN m.origin = 'native' THEN ${isAsTheMoveTold} ELSE TRUE END`,
  },
  {
    of: sealedLineRows,
    holds: follows(
      `a.action IN ('opportunity.credited', 'opportunity.adjusted')`,
      `EXISTS (SELECT 1 FROM booking b WHERE b.id = ${bookingTold} AND b.opportunity_id = a.object_id)`,
    ),
  },
);
