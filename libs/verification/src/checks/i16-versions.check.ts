import { rowCheck } from '../check';
import { logRows } from '../rows/log.rows';
import { isImported, opportunityRows } from '../rows/opportunity.rows';

const toldVersion = `CAST(JSON_VALUE(a.after_state, '$.version') AS UNSIGNED)`;

/** How many edits that the log takes no notice of are told of between two versions. */
const editsTold = (opportunity: string, after: string, before: string): string =>
  `(SELECT COUNT(*) FROM audit_line a WHERE a.object_kind = 'opportunity' AND a.object_id = ${opportunity}
     AND ${toldVersion} > ${after} AND ${toldVersion} < ${before}
     AND NOT EXISTS (SELECT 1 FROM opportunity_move t WHERE t.id = a.id))`;

/** One step a version: between two rows of a log, and after the last, each further version is an edit somebody is told to have made. */
export const versions = rowCheck(
  'I16',
  {
    of: logRows,
    holds: `m.version = COALESCE(p.version, 0) + 1 OR (m.version > p.version
      AND (${isImported('m.opportunity_id')} OR ${editsTold('m.opportunity_id', 'p.version', 'm.version')} = m.version - p.version - 1))`,
  },
  {
    of: opportunityRows,
    holds: `o.version = l.version OR (o.version > l.version
      AND (${isImported('o.id')} OR ${editsTold('o.id', 'l.version', 'o.version + 1')} = o.version - l.version))`,
  },
);
