import { rowCheck } from '../check';
import type { Known } from '../known';
import { logRows } from '../rows/log.rows';
import { sealedLineRows } from '../rows/seal.rows';
import { follows, instantSql, minutesBefore } from '../sql-words';

/** Handed-on events are forgotten after thirty days; a day less, because nobody forgets to the minute. */
const keptMinutes = 29 * 1_440;

const hasLine = `EXISTS (SELECT 1 FROM audit_line a WHERE a.id = m.id AND a.object_kind = 'opportunity' AND a.object_id = m.opportunity_id)`;
const versionTold = (alias: string) => `CAST(JSON_VALUE(${alias}.after_state, '$.version') AS UNSIGNED)`;

/** From before a row and its line had one id: a line that is no other row's, about the same version. */
const hasOldLine = `EXISTS (SELECT 1 FROM audit_line a WHERE a.object_kind = 'opportunity' AND a.object_id = m.opportunity_id
  AND ${versionTold('a')} = m.version AND NOT EXISTS (SELECT 1 FROM opportunity_move t WHERE t.id = a.id))`;

const hasEvent = ({ now }: Known) =>
  `(m.recorded_at < ${instantSql(minutesBefore(now, keptMinutes))} OR EXISTS (SELECT 1 FROM outbox_event e WHERE e.id = m.id))`;

const isOfDemo = ({ demoUntil }: Known) => (demoUntil ? `m.recorded_at <= ${instantSql(demoUntil)}` : 'FALSE');

const ofTheLog = ['opened', 'moved', 'won', 'lost', 'cancelled', 'reopened', 'redated', 'withdrawn']
  .map((deed) => `'opportunity.${deed}'`)
  .join(', ');

/**
 * What is done here is told: a row of the log, its audit line and its event are one happening under one id, and no audit
 * line tells of a row that is not there.
 */
export const told = rowCheck(
  'I6',
  {
    of: logRows,
    holds: (known) =>
      follows(`m.origin = 'native' AND NOT ${isOfDemo(known)}`, `(${hasLine} AND ${hasEvent(known)}) OR ${hasOldLine}`),
  },
  {
    of: sealedLineRows,
    holds: follows(
      `a.action IN (${ofTheLog})`,
      `EXISTS (SELECT 1 FROM opportunity_move m WHERE m.id = a.id AND m.opportunity_id = a.object_id)
       OR EXISTS (SELECT 1 FROM opportunity_move m WHERE m.opportunity_id = a.object_id AND m.version = ${versionTold('a')})`,
    ),
  },
);
