// (d) How the pipeline of the start of a week became that of its end, opportunity by opportunity, in the order they are compared.
import { series } from '../../records/company.mjs';
import { idOf } from '../../records/ids.mjs';
import { stages } from '../../records/stages.mjs';
import { momentOf } from '../calendar.mjs';

const buckets = ['start', 'new', 'reopened', 'increased', 'decreased', 'lost', 'won', 'end'];
const everyStage = stages.map((_, place) => `x'${idOf(series.stage, place + 1).toString('hex')}'`).join(', ');
const moment = (day) => `${momentOf(day).replace(' ', 'T')}Z`;

/**
 * Before: outcome `o1` and worth `a1` (no outcome: it was not there); after: `o2`, `a2`; `p` whether it was open in between. Open is 0,
 * won 1, lost 2. Nothing is narrowed, so nothing is pulled in, pushed out or given to somebody else.
 */
const cameBack = 'o1 > 0 AND (o2 = 0 OR p = 1)';
const left = (outcome) => `CASE WHEN (o1 = 0 OR o1 IS NULL OR p = 1) AND o2 = ${outcome} THEN -a2 ELSE 0 END`;
const sums = {
  new: 'CASE WHEN o1 IS NULL THEN a2 ELSE 0 END',
  reopened: `CASE WHEN ${cameBack} THEN a2 ELSE 0 END`,
  increased: 'CASE WHEN o1 = 0 AND a2 > a1 THEN a2 - a1 ELSE 0 END',
  decreased: 'CASE WHEN o1 = 0 AND a2 < a1 THEN a2 - a1 ELSE 0 END',
  lost: left(2),
  won: left(1),
};
const lines = Object.entries(sums)
  .map(([bucket, sql]) => `coalesce(sum(${sql}), 0) AS ${bucket}`)
  .join(', ');

export const waterfall = {
  read: ({ lines }) => buckets.map((wanted) => Number(lines.find(({ bucket }) => bucket === wanted).value.amountMinor)),

  given: ({ week }) => ({ from: Date.parse(moment(week.from)), until: Date.parse(moment(week.until)) }),

  /** Both ends are what all changes before them add up to; the lines between them ask about those alone that moved in the week. */
  inSql: ({ from, until }, { last }) => `
    WITH moved AS (SELECT DISTINCT opp FROM moves WHERE happened >= ${from} AND happened < ${until}),
    states AS (SELECT opp, ${last('outcome_to', `happened < ${from}`)} AS o1, ${last('coalesce(amount_to, 0)', `happened < ${from}`)} AS a1,
      ${last('outcome_to', `happened < ${until}`)} AS o2, ${last('coalesce(amount_to, 0)', `happened < ${until}`)} AS a2,
      max(CASE WHEN happened >= ${from} AND outcome_to = 0 THEN 1 ELSE 0 END) AS p
      FROM moves WHERE happened < ${until} AND opp IN (SELECT opp FROM moved) GROUP BY opp),
    changes AS (SELECT happened, CASE WHEN outcome_to = 0 THEN coalesce(amount_to, 0) ELSE 0 END
        - CASE WHEN outcome_from = 0 THEN coalesce(amount_from, 0) ELSE 0 END AS delta FROM moves WHERE happened < ${until}),
    ends AS (SELECT sum(CASE WHEN happened < ${from} THEN delta ELSE 0 END) AS beginning, sum(delta) AS ending FROM changes),
    between_them AS (SELECT ${lines} FROM states)
    SELECT * FROM ends CROSS JOIN between_them`,

  /** MariaDB: who moved by the index of entries, their logs by the primary key. */
  inMariadb: ({ from, until }) => `
    SELECT * FROM (
      SELECT SUM(IF(at < FROM_UNIXTIME(${from / 1000}), delta, 0)) AS beginning, SUM(delta) AS ending FROM (
        SELECT at, IF(outcome_to = 'open', COALESCE(amount_to_minor, 0), 0) - IF(outcome_from = 'open', COALESCE(amount_from_minor, 0), 0) AS delta
        FROM opportunity_move WHERE at < FROM_UNIXTIME(${until / 1000})) changes) ends
    CROSS JOIN (SELECT ${lines} FROM (
      SELECT IF(b.seq IS NULL, NULL, b.outcome_to + 0 - 1) AS o1, COALESCE(b.amount_to_minor, 0) AS a1,
        e.outcome_to + 0 - 1 AS o2, COALESCE(e.amount_to_minor, 0) AS a2, reach.p
      FROM (SELECT m.opportunity_id, MAX(m.seq) AS last, MAX(IF(m.at < FROM_UNIXTIME(${from / 1000}), m.seq, NULL)) AS earlier,
              MAX(m.at >= FROM_UNIXTIME(${from / 1000}) AND m.outcome_to = 'open') AS p
            FROM (SELECT DISTINCT x.opportunity_id FROM opportunity_move x FORCE INDEX (opportunity_move_entry)
                  WHERE x.stage_to_id IN (${everyStage}) AND x.at >= FROM_UNIXTIME(${from / 1000}) AND x.at < FROM_UNIXTIME(${until / 1000})) moved
            STRAIGHT_JOIN opportunity_move m ON m.opportunity_id = moved.opportunity_id AND m.at < FROM_UNIXTIME(${until / 1000})
            GROUP BY m.opportunity_id) reach
      STRAIGHT_JOIN opportunity_move e ON e.opportunity_id = reach.opportunity_id AND e.seq = reach.last
      LEFT JOIN opportunity_move b ON b.opportunity_id = reach.opportunity_id AND b.seq = reach.earlier) states) between_them`,

  readRow([row]) {
    const values = buckets.map((bucket) => Number(row[{ start: 'beginning', end: 'ending' }[bucket] ?? bucket]));
    const told = values.slice(0, -1).reduce((total, value) => total + value, 0);
    if (told !== values.at(-1)) throw new Error(`The waterfall does not balance: ${told} is not ${values.at(-1)}`);
    return values;
  },
};
