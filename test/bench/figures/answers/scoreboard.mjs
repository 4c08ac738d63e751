// (b) Quota attainment, new customers, closings, gross profit per customer and the sales-expense ratio, as the parts they are made of.
import { counts } from '../../records/company.mjs';
import { numberOf, numberSql } from '../numbers.mjs';

const wanted = [
  ['quota_attainment', 'bookings'],
  ['quota_attainment', 'quota'],
  ['new_customers', 'first_order'],
  ['closings', 'closings'],
  ['gross_profit_per_customer', 'net_revenue'],
  ['gross_profit_per_customer', 'direct_cost'],
  ['gross_profit_per_customer', 'customers'],
  ['sales_expense_ratio', 'sales_expense'],
];
const names = ['bookings', 'quota', 'customers_new', 'closings', 'costed', 'direct_cost', 'customers', 'expense'];

export const scoreboard = {
  /** By team, in the order of their numbers. */
  read: ({ slices }) =>
    inOrder(
      slices.map(({ slice, figures }) => [
        numberOf(slice.id),
        wanted.map(([key, part]) =>
          valueOf(
            figures.find((figure) => figure.key === key),
            part,
          ),
        ),
      ]),
    ),

  given: ({ quarter }) => quarter,

  /** A line counts unless another takes it back; a customer is new by the first one that stands. */
  inSql: ({ key, from, until }) => `
    WITH standing AS (SELECT b.* FROM bookings b LEFT JOIN bookings r ON r.opp = b.opp AND r.reverses_seq = b.seq
      WHERE b.reverses_seq IS NULL AND r.opp IS NULL),
    firsts AS (SELECT team, date, row_number() OVER (PARTITION BY account ORDER BY date, ms, opp) AS place FROM standing),
    lines AS (SELECT team, sum(amount) AS bookings, sum(CASE WHEN cost IS NOT NULL THEN amount ELSE 0 END) AS costed,
        sum(CASE WHEN cost IS NOT NULL THEN cost ELSE 0 END) AS direct_cost, count(DISTINCT CASE WHEN cost IS NOT NULL THEN account END) AS customers
      FROM standing WHERE date >= DATE '${from}' AND date < DATE '${until}' GROUP BY team),
    fresh AS (SELECT team, count(*) AS customers_new FROM firsts WHERE place = 1 AND date >= DATE '${from}' AND date < DATE '${until}' GROUP BY team),
    closed AS (SELECT team, count(*) AS closings FROM opps WHERE outcome = 1 AND close_date >= DATE '${from}' AND close_date < DATE '${until}' GROUP BY team),
    spent AS (SELECT team, sum(amount) AS expense FROM expenses WHERE side = 'sales' AND date >= DATE '${from}' AND date < DATE '${until}' GROUP BY team),
    asked AS (SELECT team, sum(amount) AS quota FROM quotas WHERE period = '${key}' AND team IS NOT NULL GROUP BY team)
    SELECT asked.team AS team, ${names.join(', ')} FROM asked LEFT JOIN lines ON lines.team = asked.team LEFT JOIN fresh ON fresh.team = asked.team
      LEFT JOIN closed ON closed.team = asked.team LEFT JOIN spent ON spent.team = asked.team`,

  /** MariaDB: the lines of the quarter by their day; whether somebody bought before by the lines of that account. */
  inMariadb: ({ key, from, until }) => `
    SELECT ${numberSql('asked.team_id')} AS team, ${names.join(', ')} FROM
      (SELECT team_id, SUM(amount_minor) AS quota FROM quota WHERE period_key = '${key}' AND team_id IS NOT NULL GROUP BY team_id) asked
    LEFT JOIN (SELECT b.team_id, SUM(b.reporting_amount_minor) AS bookings, SUM(IF(b.reporting_cost_minor IS NULL, 0, b.reporting_amount_minor)) AS costed,
        SUM(b.reporting_cost_minor) AS direct_cost, COUNT(DISTINCT IF(b.reporting_cost_minor IS NULL, NULL, b.account_id)) AS customers,
        SUM(NOT EXISTS (SELECT 1 FROM booking e LEFT JOIN booking q ON q.reverses_id = e.id WHERE e.account_id = b.account_id
          AND e.reverses_id IS NULL AND q.id IS NULL AND (e.booking_date < b.booking_date OR (e.booking_date = b.booking_date AND e.id < b.id)))) AS customers_new
      FROM booking b LEFT JOIN booking r ON r.reverses_id = b.id
      WHERE b.booking_date >= '${from}' AND b.booking_date < '${until}' AND b.reverses_id IS NULL AND r.id IS NULL GROUP BY b.team_id) booked USING (team_id)
    LEFT JOIN (SELECT team_id, COUNT(*) AS closings FROM opportunity WHERE outcome = 'won' AND close_date >= '${from}' AND close_date < '${until}'
      GROUP BY team_id) closed USING (team_id)
    LEFT JOIN (SELECT team_id, SUM(reporting_amount_minor) AS expense FROM expense_line WHERE side = 'sales' AND expense_date >= '${from}'
      AND expense_date < '${until}' GROUP BY team_id) spent USING (team_id)`,

  readRow: (rows) => inOrder(rows.map((row) => [Number(row.team), names.map((name) => Number(row[name] ?? 0))])),
};

const inOrder = (teams) =>
  teams
    .filter(([team]) => team <= counts.teams)
    .toSorted(([one], [other]) => one - other)
    .map(([, values]) => values);

function valueOf(figure, part) {
  const value = figure?.parts.find(({ key }) => key === part)?.value ?? null;
  if (value === null) return 0;
  return value.unit === 'money' ? Number(value.money.amountMinor) : value.count;
}
