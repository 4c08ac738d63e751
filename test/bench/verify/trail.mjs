// The audit trail of what was written here, its seals, and the events of the last month.
import { momentIdSql } from '../records/ids.mjs';

const told = (of, side) => `JSON_OBJECT('stageId', HEX(m.stage_${side}_id), 'outcome', m.outcome_${side}, 'amountMinor',
    CAST(m.amount_${side}_minor AS CHAR), 'currency', m.currency, 'closeDate', CAST(m.close_date_${side} AS CHAR), 'ownerId', HEX(m.owner_${side}_id),
    'teamId', HEX(m.team_${side}_id), 'probability', m.probability_${side}, 'name', o.name, 'accountId', HEX(o.account_id), 'productId',
    HEX(o.product_id), 'costMinor', NULL, 'sourceId', HEX(o.source_id), 'campaignId', NULL, 'nextStep', NULL, 'nextStepDate', NULL,
    'bookingType', o.booking_type, 'marketingOwnerId', NULL, 'marketingTeamId', NULL, 'lossReason', o.loss_reason,
    'version', ${of})`;

const lineColumns = 'id, at, actor_id, actor_name, via, action, object_kind, object_id, before_state, after_state';

/** A line a row of the log that was written here, with the digest of what the row booked. */
export const lineSql = (digestOfBookingSql) => `INSERT INTO audit_line (${lineColumns})
  SELECT m.id, m.recorded_at, m.actor_id, 'Person', 'web',
    CASE WHEN m.seq = 1 THEN 'opportunity.opened' WHEN m.outcome_to = 'won' THEN 'opportunity.won' WHEN m.outcome_to = 'lost' THEN 'opportunity.lost'
      ELSE 'opportunity.moved' END, 'opportunity', m.opportunity_id, IF(m.seq = 1, NULL, ${told('m.version - 1', 'from')}), 
    IF(b.id IS NULL, ${told('m.version', 'to')}, JSON_INSERT(${told('m.version', 'to')}, '$.booked', JSON_ARRAY(${digestOfBookingSql('b')})))
  FROM bench_plan g JOIN opportunity o ON o.id = g.id JOIN opportunity_move m ON m.opportunity_id = g.id LEFT JOIN booking b ON b.move_id = m.id
  WHERE g.is_native AND g.n BETWEEN ? AND ?`;

const editId = (moment, number) => momentIdSql(moment, '004', number);
const edit = (
  moment,
  number,
  version,
) => `SELECT ${editId(moment, number)}, ${moment}, m.actor_id, 'Person', 'web', 'opportunity.edited', 'opportunity',
    m.opportunity_id, ${told('m.version', 'to')}, ${told(version, 'to')}
  FROM bench_plan g JOIN opportunity o ON o.id = g.id JOIN opportunity_move m ON m.opportunity_id = g.id`;

/** Lines of edits that the log takes no notice of: between the second row and the third, and after the last. */
export const editSqls = [
  `INSERT INTO audit_line (${lineColumns}) ${edit('m.recorded_at + INTERVAL 1 HOUR', 'g.n * 16 + 14', '3')}
   WHERE g.is_native AND g.edited AND g.rows_of_log >= 3 AND m.seq = 2 AND g.n BETWEEN ? AND ?`,
  `INSERT INTO audit_line (${lineColumns}) ${edit('m.recorded_at + INTERVAL 1 HOUR', 'g.n * 16 + 15', 'm.version + 1')}
   WHERE g.is_native AND g.edited_last AND m.seq = g.rows_of_log AND g.n BETWEEN ? AND ?`,
];

/** Events of the last thirty days; older ones are forgotten. */
export const eventSql = (
  until,
) => `INSERT INTO outbox_event (id, topic, subject_id, payload, state, attempts, available_at, relayed_at)
  SELECT id, action, object_id, JSON_OBJECT('id', HEX(object_id)), 'relayed', 0, at, at + INTERVAL 3 SECOND FROM audit_line
  WHERE at >= '${until}' - INTERVAL 30 DAY`;

/** Seals every line, two hundred at a time, in the order of their ids, each chained to the one before. */
export async function sealAll(query, digestOfAuditLine) {
  await query('SET SESSION group_concat_max_len = 1048576');
  await query('SET @line = -1, @before = NULL');
  await query(`INSERT INTO audit_seal (seq, sealed_at, line_count, lines_sealed, prev_hash, hash)
    SELECT batch + 1, '2026-01-01', COUNT(*), GROUP_CONCAT(CONCAT(id, digest) ORDER BY id SEPARATOR ''), NULL, REPEAT('\\0', 32)
    FROM (SELECT (@line := @line + 1) DIV 200 AS batch, id, ${digestOfAuditLine('a')} AS digest FROM audit_line a ORDER BY id) numbered
    GROUP BY batch`);
  await query(`UPDATE audit_seal SET prev_hash = @before,
    hash = (@before := UNHEX(SHA2(CONCAT(COALESCE(@before, ''), lines_sealed), 256))) ORDER BY seq`);
}
