import { rowCheck } from '../check';
import { opportunityRows } from '../rows/opportunity.rows';

/** When a row was true, as is known by now: what gave it another date last, else what it says itself. */
const atOf = (row: string): string => `COALESCE((SELECT c.at FROM opportunity_move c WHERE c.corrects_seq = ${row}.seq
  AND c.opportunity_id = ${row}.opportunity_id AND c.correction = 'redate' ORDER BY c.seq DESC LIMIT 1), ${row}.at)`;

/** The last row that brought it into a stage and was neither taken back nor is a correction itself. */
const entry = `(SELECT ${atOf('n')} FROM opportunity_move n WHERE n.opportunity_id = o.id AND n.correction IS NULL
  AND (n.seq = 1 OR n.stage_from_id <> n.stage_to_id)
  AND NOT EXISTS (SELECT 1 FROM opportunity_move w WHERE w.corrects_seq = n.seq AND w.opportunity_id = n.opportunity_id AND w.correction = 'withdraw')
  ORDER BY n.seq DESC LIMIT 1)`;

/** Mostly that is the last row of all, which nothing can have corrected. */
const enteredAt = `IF(l.correction IS NULL AND l.stage_from_id <> l.stage_to_id, l.at, ${entry})`;
const beganAt = `(SELECT ${atOf('f')} FROM opportunity_move f WHERE f.opportunity_id = o.id AND f.seq = 1)`;

/** Row and record of a beginning are stamped one after the other. */
const isAbout = (column: string, moment: string): string =>
  `ABS(TIMESTAMPDIFF(MICROSECOND, ${column}, ${moment})) <= 5000000`;

/** An opportunity began with its log, and is in its stage since the row that brought it there, corrections read in. */
export const entered = rowCheck('I14-entered', {
  of: opportunityRows,
  holds: `${isAbout('o.stage_entered_at', enteredAt)} AND ${isAbout('o.created_at', beganAt)}`,
});
