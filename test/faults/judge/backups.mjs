// A backup that was taken while clients moved: it must be one moment, and that moment lies between its beginning and its end.
import { judgeMoves } from './moves.mjs';

/**
 * `journal`, `log` and `rows` as for moves, the latter two of what was restored; `began` and `ended` as the journal tells time.
 * What was acknowledged before it began is in it, what was asked for after it ended is not, what was under way meanwhile may be.
 * Gives counts that must be 0, with examples, and `amid`: how much was acknowledged meanwhile.
 */
export function judgeBackup({ journal, log, rows, began, ended }) {
  const known = journal.filter((line) => (line.id ? line.sent <= ended : line.acked < began));
  const amid = journal.filter(({ id, status, acked }) => !id && status === 200 && acked >= began && acked <= ended);
  return { ...judgeMoves({ journal: known, log, rows }), amid: amid.length, ms: ended - began };
}
