import { rowCheck } from '../check';
import { answerRows } from '../rows/table.rows';
import { follows, instantSql } from '../sql-words';

const body = `CONVERT(k.body USING utf8mb4)`;
const idTold = `UNHEX(REPLACE(JSON_VALUE(${body}, '$.body.id'), '-', ''))`;
const versionTold = `CAST(JSON_VALUE(${body}, '$.body.version') AS UNSIGNED)`;

/** Which requests are answered with which record. */
const answeredWith = {
  opportunity:
    '^(POST /api/v1/opportunities|PATCH /api/v1/opportunities/[^/]+|POST /api/v1/opportunities/[^/]+/(moves|loss|cancellation|reopening|corrections|credits|adjustments))$',
  hand_off: '^POST /api/v1/(opportunities/[^/]+/hand-offs|hand-offs/[^/]+/(acceptance|rejection|return))$',
};

const isHere = ([table, operations]: [string, string]): string =>
  follows(
    `k.operation REGEXP '${operations}'`,
    `EXISTS (SELECT 1 FROM ${table} t WHERE t.id = ${idTold} AND t.version >= ${versionTold})`,
  );

/**
 * A request that is remembered has its answer, and the record it was answered with is here, at that version or a later one.
 * Removing the demo forgets its records, but not the keys of whoever asked for it: these are older than the audit trail.
 */
export const answers = rowCheck('I11', {
  of: answerRows,
  holds: ({ toldSince }) =>
    `k.body IS NOT NULL AND JSON_VALID(${body}) AND ${follows(
      toldSince ? `k.created_at >= ${instantSql(toldSince)}` : 'FALSE',
      Object.entries(answeredWith).map(isHere).join(' AND '),
    )}`,
});
