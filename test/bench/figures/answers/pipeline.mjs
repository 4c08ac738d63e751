// (c) What was open at the end of each week: every change of a value or an outcome adds to all weeks after it.
import { momentOf } from '../calendar.mjs';

const weekMs = 7 * 86_400_000;

export const pipeline = {
  /** At the end of each week; the point before them is the eve of the first. */
  read: ({ points }) => points.slice(1).map(({ value }) => Number(value.amountMinor)),

  given: ({ weeks }) => ({ first: msOf(weeks[0].until), many: weeks.length }),

  inSql: ({ first, many }) => `
    SELECT greatest(0, CAST(floor((happened - ${first}) / ${weekMs}.0) AS INTEGER) + 1) AS week,
      sum(CASE WHEN outcome_to = 0 THEN coalesce(amount_to, 0) ELSE 0 END - CASE WHEN outcome_from = 0 THEN coalesce(amount_from, 0) ELSE 0 END) AS delta
    FROM moves WHERE happened < ${first + (many - 1) * weekMs} GROUP BY 1`,

  inMariadb: ({ first, many }) => `
    SELECT GREATEST(0, FLOOR((UNIX_TIMESTAMP(at) * 1000 - ${first}) / ${weekMs}) + 1) AS week,
      SUM(IF(outcome_to = 'open', COALESCE(amount_to_minor, 0), 0) - IF(outcome_from = 'open', COALESCE(amount_from_minor, 0), 0)) AS delta
    FROM opportunity_move WHERE at < FROM_UNIXTIME(${(first + (many - 1) * weekMs) / 1000}) GROUP BY week`,

  readRow(rows, { many }) {
    const deltas = Array.from({ length: many }, () => 0);
    for (const { week, delta } of rows) deltas[Number(week)] = Number(delta);
    let total = 0;
    return deltas.map((delta) => (total += delta));
  },
};

const msOf = (day) => Date.parse(`${momentOf(day).replace(' ', 'T')}Z`);
