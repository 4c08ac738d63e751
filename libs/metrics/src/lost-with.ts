/**
 * Joins as `a`, to the rows `m` of the log that open what was lost, the audit line that tells which source it was lost with: the
 * first one that says what the opportunity was from then on. Usually it is the row's own. What an import opened has none; then
 * whoever changed it first afterwards left one, and where nobody did, nothing has changed. Lines of merges tell no source.
 */
export const joinLostWith = `LEFT JOIN audit_line a ON a.id = IF(m.outcome_from = 'lost' AND m.outcome_to <> 'lost',
  (SELECT t.id FROM audit_line t
   WHERE t.object_kind = 'opportunity' AND t.object_id = m.opportunity_id AND JSON_CONTAINS_PATH(t.before_state, 'one', '$.sourceId')
     AND JSON_VALUE(t.before_state, '$.version') >= m.version - 1
   ORDER BY CAST(JSON_VALUE(t.before_state, '$.version') AS UNSIGNED) LIMIT 1), NULL)`;
