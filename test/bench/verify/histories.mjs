// Histories written by the database itself: a plan of one row an opportunity, then the log level by level, because the
// hash of a row needs the row before it, then bookings and the opportunities as their logs leave them.
import { counts, series, stageNumber } from './company.mjs';
import { idSql, momentIdSql } from './ids.mjs';

export const longest = 8;
const years = 3;

const planTable = `CREATE TABLE bench_plan (
  n INT UNSIGNED NOT NULL PRIMARY KEY, id BINARY(16) NOT NULL, rows_of_log TINYINT UNSIGNED NOT NULL,
  ending ENUM('open','won','lost','again') NOT NULL, is_native BOOLEAN NOT NULL, dice INT UNSIGNED NOT NULL, born DATETIME(3) NOT NULL,
  team INT UNSIGNED NOT NULL, owner INT UNSIGNED NOT NULL, currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  amount BIGINT NOT NULL) ENGINE=InnoDB`;

const digits =
  '(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)';

/** The plan: two to eight rows of log each, five on average; one in five was written here, the others came from an import. */
export async function plan(query, { size, until }) {
  await query(planTable);
  await query(`INSERT INTO bench_plan
    SELECT n, ${momentIdSql('born', '001', 'n')}, 2 + dice MOD 7,
      CASE WHEN dice MOD 100 < 20 THEN 'open' WHEN dice MOD 100 < 70 THEN 'lost' WHEN dice MOD 7 >= 4 AND dice MOD 100 < 74 THEN 'again' ELSE 'won' END,
      dice MOD 5 = 0, dice, born, team, (team - 1) * ${counts.peopleOfTeam} + 1 + dice MOD ${counts.peopleOfTeam - 1},
      IF(dice MOD 11 = 0, 'USD', 'TWD'), 1000 * (1 + dice MOD 5000)
    FROM (SELECT n, CRC32(CONCAT('opportunity ', n)) AS dice, 1 + n MOD ${counts.teams} AS team,
        CAST('${until}' AS DATETIME(3)) - INTERVAL ${years * 365 * 86_400_000} * 1000 * (1 - n / ${size}) - 40 * 86400000000 MICROSECOND AS born
      FROM (SELECT 1 + a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d + 100000 * f.d + 1000000 * g.d AS n
        FROM ${digits} a, ${digits} b, ${digits} c, ${digits} d, ${digits} e, ${digits} f, ${digits} g) numbers
      WHERE n <= ${size}) drawn`);
}

const outcome = (
  s,
) => `CASE WHEN g.ending = 'won' AND g.rows_of_log = ${s} THEN 'won' WHEN g.ending = 'lost' AND g.rows_of_log = ${s} THEN 'lost'
  WHEN g.ending = 'again' AND (g.rows_of_log = ${s} OR g.rows_of_log = ${s} + 2) THEN 'won' ELSE 'open' END`;
const isWon = (s) => `(${outcome(s)}) = 'won'`;
const isLost = (s) => `(${outcome(s)}) = 'lost'`;
const isReopened = (s) => `(g.ending = 'again' AND g.rows_of_log = ${s} + 1)`;
const open = ['prospect', 'define_needs', 'propose', 'negotiate'].map(stageNumber);
const openAt = (s) => open[Math.min(open.length, s) - 1];
const stage = (s) =>
  `CASE WHEN ${isWon(s)} THEN ${stageNumber('implement')} WHEN ${isLost(s)} THEN ${openAt(Math.max(1, s - 1))} ELSE ${openAt(s)} END`;
const at = (s) => `CAST(g.born + INTERVAL ${s - 1} * 4 DAY + INTERVAL g.dice MOD 86400 SECOND AS DATETIME(3))`;
const amount = (s) => (s === 1 ? 'IF(g.dice MOD 3 = 0, NULL, g.amount)' : `g.amount + ${s} * (g.dice MOD 90)`);
const closeDate = (s) =>
  s === 1
    ? 'NULL'
    : `CASE WHEN ${isReopened(s)} THEN NULL WHEN ${isWon(s)} OR ${isLost(s)} THEN DATE(${at(s)}) ELSE DATE(g.born + INTERVAL ${90 + 5 * s} DAY) END`;
const owner = (s) => (s < 4 ? 'g.owner' : 'g.owner + 1');
const probability = (s) => (s % 3 === 0 ? `IF((${outcome(s)}) = 'open', 60, NULL)` : 'NULL');
/** One in ten was edited between its second and third row without the log taking notice, and one in ten after its last. */
export const version = (s) => (s >= 3 ? `${s} + (g.dice MOD 50 = 0)` : `${s}`);
const moveId = (s) => momentIdSql(at(s), '002', `g.n * 16 + ${s}`);
const stageId = (s) => idSql(series.stage, stage(s));
const ownerId = (s) => idSql(series.person, owner(s));
const teamId = idSql(series.team, 'g.team');

/** What the log follows, by column, as it stands after row `s`. */
const state = {
  stage: stageId,
  outcome,
  amount,
  close_date: closeDate,
  owner: ownerId,
  team: () => teamId,
  probability,
};
const named = {
  stage: ['stage_from_id', 'stage_to_id'],
  outcome: ['outcome_from', 'outcome_to'],
  amount: ['amount_from_minor', 'amount_to_minor'],
  close_date: ['close_date_from', 'close_date_to'],
  owner: ['owner_from_id', 'owner_to_id'],
  team: ['team_from_id', 'team_to_id'],
  probability: ['probability_from', 'probability_to'],
};

/** One level of the log for a span of opportunities. */
export function levelSql(s, hashOfMoveSql) {
  const columns = {
    id: moveId(s),
    opportunity_id: 'g.id',
    seq: `${s}`,
    version: version(s),
    ...Object.fromEntries(
      Object.entries(named).flatMap(([name, [from, to]]) => [
        [from, s === 1 ? 'NULL' : state[name](s - 1)],
        [to, state[name](s)],
      ]),
    ),
    currency: 'g.currency',
    reason_key: `IF(${isLost(s)}, 'price', NULL)`,
    note: `IF(g.dice MOD 4 = 0, CONCAT('客戶要求延後 ', g.n), NULL)`,
    at: at(s),
    recorded_at: `IF(g.is_native, ${at(s)}, CAST('2023-06-01 02:00:00.000' AS DATETIME(3)))`,
    actor_id: `IF(g.is_native, ${ownerId(s)}, NULL)`,
    origin: `IF(g.is_native, 'native', 'import_event')`,
    at_precision: `IF(g.is_native, 'second', 'day')`,
    correction: 'NULL',
    corrects_seq: 'NULL',
  };
  const list = Object.entries(columns);
  return `INSERT INTO opportunity_move (${Object.keys(columns).join(', ')}, hash)
    SELECT ${Object.keys(columns)
      .map((name) => `r.${name}`)
      .join(', ')}, ${hashOfMoveSql('r', 'r.hash_before')}
    FROM (SELECT ${list.map(([name, value]) => `${value} AS ${name}`).join(',\n      ')}, p.hash AS hash_before
      FROM bench_plan g LEFT JOIN opportunity_move p ON p.opportunity_id = g.id AND p.seq = ${s - 1}
      WHERE g.n BETWEEN ? AND ? AND g.rows_of_log >= ${s}) r`;
}

/** The opportunities of a span, as the last rows of their logs leave them. */
export const opportunitySql = `INSERT INTO opportunity (id, name, account_id, product_id, stage_id, stage_class, outcome, amount_minor, cost_minor,
    currency, close_date, probability, booking_type, owner_id, team_id, source_id, loss_reason, created_at, stage_entered_at, last_seq,
    log_hash, version)
  SELECT g.id, CONCAT('Opportunity ', g.n), ${idSql(series.account, `1 + g.dice MOD ${counts.accounts}`)},
    ${idSql(series.product, `1 + g.dice MOD ${counts.products}`)}, l.stage_to_id, IF(l.outcome_to = 'won', 'won', 'open'), l.outcome_to,
    l.amount_to_minor, NULL, l.currency, l.close_date_to, l.probability_to, 'new_business', l.owner_to_id, l.team_to_id,
    ${idSql(series.source, `1 + g.dice MOD ${counts.sources}`)}, l.reason_key, f.at,
    (SELECT e.at FROM opportunity_move e WHERE e.opportunity_id = g.id AND (e.seq = 1 OR e.stage_from_id <> e.stage_to_id) ORDER BY e.seq DESC LIMIT 1),
    l.seq, l.hash, l.version + (g.is_native AND g.dice MOD 60 = 0)
  FROM bench_plan g JOIN opportunity_move l ON l.opportunity_id = g.id AND l.seq = g.rows_of_log
    JOIN opportunity_move f ON f.opportunity_id = g.id AND f.seq = 1
  WHERE g.n BETWEEN ? AND ?`;

const bookingId = momentIdSql('m.at', '003', 'g.n * 16 + m.seq');
const bookingBefore = momentIdSql('p.at', '003', 'g.n * 16 + p.seq');
const reported = `IF(g.currency = 'TWD', m.amount_to_minor, m.amount_to_minor * 31.5 / 100)`;
const halfEven = (exact) =>
  `IF(ABS(${exact} - TRUNCATE(${exact}, 0)) = 0.5, 2 * ROUND((${exact}) / 2), ROUND(${exact}))`;
const bookingColumns = `id, opportunity_id, move_id, account_id, product_id, booking_type, amount_minor, currency, reporting_amount_minor,
    reporting_currency, rate, rate_date, booking_date, recorded_at, owner_id, team_id, source_id`;

/** What entering the won class booked. */
export const bookingSql = `INSERT INTO booking (${bookingColumns})
  SELECT ${bookingId}, o.id, m.id, o.account_id, o.product_id, 'new_business', m.amount_to_minor, m.currency, ${halfEven(reported)}, 'TWD',
    IF(g.currency = 'TWD', 1, 31.5), IF(g.currency = 'TWD', m.close_date_to, '2020-01-01'), m.close_date_to, m.recorded_at, m.owner_to_id,
    m.team_to_id, o.source_id
  FROM bench_plan g JOIN opportunity o ON o.id = g.id
    JOIN opportunity_move m ON m.opportunity_id = g.id AND m.outcome_to = 'won' AND NOT m.outcome_from <=> 'won'
  WHERE g.n BETWEEN ? AND ?`;

/** What a reopening took back. */
export const reversalSql = `INSERT INTO booking (${bookingColumns}, reverses_id)
  SELECT ${bookingId}, b.opportunity_id, m.id, b.account_id, b.product_id, b.booking_type, -b.amount_minor, b.currency, -b.reporting_amount_minor,
    b.reporting_currency, b.rate, b.rate_date, DATE(m.at), m.recorded_at, b.owner_id, b.team_id, b.source_id, b.id
  FROM bench_plan g JOIN opportunity_move m ON m.opportunity_id = g.id AND m.outcome_from = 'won' AND m.outcome_to = 'open'
    JOIN opportunity_move p ON p.opportunity_id = g.id AND p.seq = m.seq - 1 JOIN booking b ON b.id = ${bookingBefore}
  WHERE g.n BETWEEN ? AND ?`;
