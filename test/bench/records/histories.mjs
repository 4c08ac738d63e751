// Histories written by the database itself, in the order in which they lie on its disk: the plan of an opportunity beside the
// steps of its way make the rows of its log, each with the hash of the row before it.
import { counts, series } from './company.mjs';
import { idSql } from './ids.mjs';
import { momentAt, msAt } from './plan.mjs';

/** Local days of the organisation, whose zone knows no summer time. */
const localDay = (moment) => `DATE(${moment} + INTERVAL 8 HOUR)`;

const idAt = (parts, kind, number) =>
  `UNHEX(CONCAT(LPAD(HEX(${msAt(parts)}), 12, '0'), '7${kind}a', LPAD(HEX(${number}), 15, '0')))`;
const amount = (percent) => `g.amount * ${percent} DIV 100`;
const owner = (shift) => `IF(${shift} = 0, g.owner_id, g.next_owner_id)`;
const closeDate = (expected, closed) =>
  `IF(${closed} IS NULL, ${localDay('g.born')} + INTERVAL ${expected} DAY, ${localDay(momentAt(closed))})`;
const lateSql = "CAST('2023-06-01 02:00:00.000' AS DATETIME(3))";

/** `recordedLate`: what came by an import was learned on one day; else everything is recorded when it was true. */
const at = momentAt('s.parts');
const columns = {
  id: idAt('s.parts', '002', 'g.n * 16 + s.seq'),
  opportunity_id: 'g.id',
  seq: 's.seq',
  version: 's.seq + (s.seq >= 3 AND g.edited)',
  stage_from_id: 's.stage_from',
  stage_to_id: 's.stage_to',
  outcome_from: 's.outcome_from',
  outcome_to: 's.outcome_to',
  amount_from_minor: amount('s.percent_from'),
  amount_to_minor: amount('s.percent_to'),
  currency: 'g.currency',
  close_date_from: closeDate('s.expected_from', 's.closed_from'),
  close_date_to: closeDate('s.expected_to', 's.closed_to'),
  owner_from_id: `IF(s.shift_from IS NULL, NULL, ${owner('s.shift_from')})`,
  owner_to_id: owner('s.shift_to'),
  team_from_id: 'IF(s.seq = 1, NULL, g.team_id)',
  team_to_id: 'g.team_id',
  probability_from: 's.probability_from',
  probability_to: 's.probability_to',
  reason_key: 's.reason',
  note: `IF(g.dice MOD 4 = 0 AND s.seq = 2, CONCAT('客戶要求延後 ', g.n), NULL)`,
  at,
  recorded_at: `IF(g.is_native, ${at}, ${lateSql})`,
  actor_id: `IF(g.is_native, ${owner('s.shift_to')}, NULL)`,
  origin: `IF(g.is_native, 'native', 'import_event')`,
  at_precision: `IF(g.is_native, 'second', 'day')`,
  correction: 'NULL',
  corrects_seq: 'NULL',
};

/** The logs of a span. The rows come in the order of plan and steps, so one variable carries the hash from row to row. */
export const moveSql = (hashOfMoveSql) => `INSERT INTO opportunity_move (${Object.keys(columns).join(', ')}, hash)
  SELECT ${Object.keys(columns)
    .map((name) => `r.${name}`)
    .join(', ')}, @hash := ${hashOfMoveSql('r', 'IF(r.seq = 1, NULL, @hash)')}
  FROM (SELECT ${Object.entries(columns)
    .map(([name, value]) => `${value} AS ${name}`)
    .join(',\n    ')}
    FROM bench_plan g STRAIGHT_JOIN bench_step s ON s.path = g.path AND s.seq <= g.rows_of_log
    WHERE g.n BETWEEN ? AND ?) r`;

/** The opportunities of a span, as the last rows of their logs leave them. */
export const opportunitySql = `INSERT INTO opportunity (id, name, account_id, product_id, stage_id, stage_class, outcome, amount_minor, cost_minor,
    currency, close_date, probability, booking_type, owner_id, team_id, source_id, campaign_id, loss_reason, created_at, stage_entered_at,
    last_seq, log_hash, version)
  SELECT g.id, CONCAT('Opportunity ', g.n), g.account_id, ${idSql(series.product, `1 + g.dice MOD ${counts.products}`)}, l.stage_to_id,
    IF(l.outcome_to = 'won', 'won', 'open'), l.outcome_to, l.amount_to_minor, g.cost, l.currency, l.close_date_to, l.probability_to,
    'new_business', l.owner_to_id, l.team_to_id, g.source_id, g.campaign_id, l.reason_key, g.born, ${momentAt('s.entered')}, l.seq, l.hash,
    l.version + g.edited_last
  FROM bench_plan g STRAIGHT_JOIN bench_step s ON s.path = g.path AND s.seq = g.rows_of_log
    STRAIGHT_JOIN opportunity_move l ON l.opportunity_id = g.id AND l.seq = g.rows_of_log
  WHERE g.n BETWEEN ? AND ?`;

const bookingId = (parts, seq) => idAt(parts, '003', `g.n * 16 + ${seq}`);
const halfEven = (exact) =>
  `IF(ABS(${exact} - TRUNCATE(${exact}, 0)) = 0.5, 2 * ROUND((${exact}) / 2), ROUND(${exact}))`;
const reported = `IF(g.currency = 'TWD', m.amount_to_minor, ${halfEven('m.amount_to_minor * 31.5 / 100')})`;
const reportedCost = `IF(g.currency = 'TWD', g.cost, ${halfEven('g.cost * 31.5 / 100')})`;
const bookingColumns = `id, opportunity_id, move_id, account_id, product_id, booking_type, amount_minor, cost_minor, currency,
    reporting_amount_minor, reporting_cost_minor, reporting_currency, rate, rate_date, booking_date, recorded_at, owner_id, team_id,
    source_id, campaign_id`;

/** What entering the won class booked. */
export const bookingSql = `INSERT INTO booking (${bookingColumns})
  SELECT ${bookingId('s.parts', 's.seq')}, g.id, m.id, g.account_id, ${idSql(series.product, `1 + g.dice MOD ${counts.products}`)},
    'new_business', m.amount_to_minor, g.cost, m.currency, ${reported}, ${reportedCost}, 'TWD', IF(g.currency = 'TWD', 1, 31.5),
    IF(g.currency = 'TWD', m.close_date_to, '2020-01-01'), m.close_date_to, m.recorded_at, m.owner_to_id, m.team_to_id, g.source_id,
    g.campaign_id
  FROM bench_plan g STRAIGHT_JOIN bench_step s ON s.path = g.path AND s.seq <= g.rows_of_log AND s.books = 1
    STRAIGHT_JOIN opportunity_move m ON m.opportunity_id = g.id AND m.seq = s.seq
  WHERE g.n BETWEEN ? AND ?`;

/** What a reopening took back. */
export const reversalSql = `INSERT INTO booking (${bookingColumns}, reverses_id)
  SELECT ${bookingId('s.parts', 's.seq')}, b.opportunity_id, m.id, b.account_id, b.product_id, b.booking_type, -b.amount_minor, -b.cost_minor,
    b.currency, -b.reporting_amount_minor, -b.reporting_cost_minor, b.reporting_currency, b.rate, b.rate_date, ${localDay('m.at')},
    m.recorded_at, b.owner_id, b.team_id, b.source_id, b.campaign_id, b.id
  FROM bench_plan g STRAIGHT_JOIN bench_step s ON s.path = g.path AND s.seq <= g.rows_of_log AND s.books = -1
    STRAIGHT_JOIN bench_step w ON w.path = g.path AND w.seq = s.booked_seq
    STRAIGHT_JOIN opportunity_move m ON m.opportunity_id = g.id AND m.seq = s.seq
    STRAIGHT_JOIN booking b ON b.id = ${bookingId('w.parts', 'w.seq')}
  WHERE g.n BETWEEN ? AND ?`;
