// (d) How the pipeline of the start of a week became that of its end, opportunity by opportunity, in the order they are compared.
import { momentOf } from '../calendar.mjs';

const buckets = ['start', 'new', 'reopened', 'increased', 'decreased', 'lost', 'won', 'end'];
const moment = (day) => `${momentOf(day).replace(' ', 'T')}Z`;

/**
 * Before: outcome `o1` and worth `a1` (no outcome: it was not there); after: `o2`, `a2`; `p` whether it was open in between. Open is 0,
 * won 1, lost 2. Nothing is narrowed, so nothing is pulled in, pushed out or given to somebody else.
 */
const cameBack = 'o1 > 0 AND (o2 = 0 OR p = 1)';
const left = (outcome) => `CASE WHEN (o1 = 0 OR o1 IS NULL OR p = 1) AND o2 = ${outcome} THEN -a2 ELSE 0 END`;
const sums = {
  start: 'CASE WHEN o1 = 0 THEN a1 ELSE 0 END',
  new: 'CASE WHEN o1 IS NULL THEN a2 ELSE 0 END',
  reopened: `CASE WHEN ${cameBack} THEN a2 ELSE 0 END`,
  increased: 'CASE WHEN o1 = 0 AND a2 > a1 THEN a2 - a1 ELSE 0 END',
  decreased: 'CASE WHEN o1 = 0 AND a2 < a1 THEN a2 - a1 ELSE 0 END',
  lost: left(2),
  won: left(1),
  end: 'CASE WHEN o2 = 0 THEN a2 ELSE 0 END',
};
const summed = buckets.map((bucket) => `sum(${sums[bucket]}) AS ${bucket === 'end' ? 'ending' : bucket}`).join(', ');

export const waterfall = {
  read: ({ lines }) => buckets.map((wanted) => Number(lines.find(({ bucket }) => bucket === wanted).value.amountMinor)),

  given: ({ week }) => ({ from: Date.parse(moment(week.from)), until: Date.parse(moment(week.until)) }),

  /** The last rows before both ends, of everybody: what did not move stands in start and end alike. */
  inSql: ({ from, until }, { last }) => `
    WITH states AS (SELECT opp, ${last('outcome_to', `happened < ${from}`)} AS o1, ${last('coalesce(amount_to, 0)', `happened < ${from}`)} AS a1,
      ${last('outcome_to', `happened < ${until}`)} AS o2, ${last('coalesce(amount_to, 0)', `happened < ${until}`)} AS a2,
      max(CASE WHEN happened >= ${from} AND outcome_to = 0 THEN 1 ELSE 0 END) AS p
      FROM moves WHERE happened < ${until} GROUP BY opp)
    SELECT ${summed} FROM states`,

  /** MariaDB: the same by the primary key; of those whose last row is older than the week it is both ends. */
  inMariadb: ({ from, until }) => `
    SELECT ${summed} FROM (
      SELECT e.opportunity_id, IF(b.seq IS NULL, NULL, b.outcome_to + 0 - 1) AS o1, COALESCE(b.amount_to_minor, 0) AS a1,
        e.outcome_to + 0 - 1 AS o2, COALESCE(e.amount_to_minor, 0) AS a2, ends.p
      FROM (SELECT opportunity_id, MAX(seq) AS last, MAX(IF(at < FROM_UNIXTIME(${from / 1000}), seq, NULL)) AS earlier,
              MAX(at >= FROM_UNIXTIME(${from / 1000}) AND outcome_to = 'open') AS p
            FROM opportunity_move WHERE at < FROM_UNIXTIME(${until / 1000}) GROUP BY opportunity_id) ends
      STRAIGHT_JOIN opportunity_move e ON e.opportunity_id = ends.opportunity_id AND e.seq = ends.last
      LEFT JOIN opportunity_move b ON b.opportunity_id = ends.opportunity_id AND b.seq = ends.earlier) states`,

  readRow([row]) {
    const values = buckets.map((bucket) => Number(row[bucket === 'end' ? 'ending' : bucket]));
    const told = values.slice(0, -1).reduce((total, value) => total + value, 0);
    if (told !== values.at(-1)) throw new Error(`The waterfall does not balance: ${told} is not ${values.at(-1)}`);
    return values;
  },
};
