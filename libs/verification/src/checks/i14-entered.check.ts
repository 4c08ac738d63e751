import { rowCheck } from '../check';
import { logRows } from '../rows/log.rows';
import { opportunityRows } from '../rows/opportunity.rows';
import { follows } from '../sql-words';

/** Row and record of a beginning are stamped one after the other. */
const isAbout = (column: string, moment: string): string =>
  `ABS(TIMESTAMPDIFF(MICROSECOND, ${column}, ${moment})) <= 5000000`;

const bringsIntoStage = (row: string): string => `(${row}.seq = 1 OR ${row}.stage_from_id <> ${row}.stage_to_id)`;

/** As the rows of a log say themselves. */
const asWritten = `${isAbout('o.created_at', 'f.at')}
  AND ${isAbout(
    'o.stage_entered_at',
    `IF(${bringsIntoStage('l')}, l.at, (SELECT n.at FROM opportunity_move n
       WHERE n.opportunity_id = o.id AND ${bringsIntoStage('n')} ORDER BY n.seq DESC LIMIT 1))`,
  )}`;

/** This index names the few rows that correct others, where the whole log would be read instead. */
const corrections = 'opportunity_move c FORCE INDEX (opportunity_move_corrects)';
const correctionOf = (row: string, kind: string): string =>
  `FROM ${corrections} WHERE c.corrects_seq = ${row}.seq AND c.opportunity_id = ${row}.opportunity_id AND c.correction = '${kind}'`;

/** When a row was true as is known by now: what gave it another date last, else what it says itself. */
const knownAt = (row: string): string =>
  `COALESCE((SELECT c.at ${correctionOf(row, 'redate')} ORDER BY c.seq DESC LIMIT 1), ${row}.at)`;

/** The same with corrections read in. */
const asKnown = `${isAbout('o.created_at', `(SELECT ${knownAt('f')} FROM opportunity_move f WHERE f.opportunity_id = o.id AND f.seq = 1)`)}
  AND ${isAbout(
    'o.stage_entered_at',
    `(SELECT ${knownAt('n')} FROM opportunity_move n WHERE n.opportunity_id = o.id AND n.correction IS NULL AND ${bringsIntoStage('n')}
       AND NOT EXISTS (SELECT 1 ${correctionOf('n', 'withdraw')}) ORDER BY n.seq DESC LIMIT 1)`,
  )}`;

/** An opportunity began with its log, and is in its stage since the row that brought it there, corrections read in. */
export const entered = rowCheck(
  'I14-entered',
  {
    of: opportunityRows,
    holds: `(${asWritten}) OR EXISTS (SELECT 1 FROM opportunity_move c WHERE c.opportunity_id = o.id AND c.correction IS NOT NULL)`,
  },
  {
    of: logRows,
    holds: follows(
      'm.correction IS NOT NULL',
      `EXISTS (SELECT 1 FROM opportunity o WHERE o.id = m.opportunity_id AND (o.undone_at IS NOT NULL OR (${asKnown})))`,
    ),
  },
);
