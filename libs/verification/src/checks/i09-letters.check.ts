import { rowCheck } from '../check';
import { agendaRows, deliveryRows } from '../rows/table.rows';
import { follows } from '../sql-words';

const lettersOf = (kind: string): string =>
  `(SELECT COUNT(*) FROM delivery d WHERE d.kind = '${kind}' AND d.subject_id = g.id)`;
/** How many there were to be, as was written down in the same moment; agendas of the demo's past were never mailed. */
const toldBy = (action: string): string =>
  `COALESCE((SELECT MAX(CAST(JSON_VALUE(a.after_state, '$.mails') AS UNSIGNED)) FROM audit_line a
  WHERE a.object_kind = 'agenda' AND a.object_id = g.id AND a.action = '${action}'), 0)`;
const isAsTold = `${lettersOf('agenda')} = ${toldBy('agenda.composed')} AND ${lettersOf('minutes')} = ${toldBy('agenda.minutes_sent')}`;
const isToMember = `EXISTS (SELECT 1 FROM agenda g JOIN meeting_member m ON m.series_id = g.series_id
  WHERE g.id = d.subject_id AND m.person_id = d.person_id)`;

/** An agenda has one letter for everybody who was to get it when it was written, its minutes too, and for nobody else. */
export const letters = rowCheck(
  'I9',
  { of: agendaRows, holds: isAsTold },
  { of: deliveryRows, holds: follows(`d.kind IN ('agenda', 'minutes')`, isToMember) },
);
