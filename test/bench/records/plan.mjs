// What the histories are written from: the ways through the funnel, a row a step, and a plan of one row an opportunity.
import { counts, series } from './company.mjs';
import { idOf, idSql } from './ids.mjs';
import { drawPaths, partsOfDay } from './paths.mjs';

const ways = 4_096;
const seed = 20;
export const threeYears = 3 * 365;
const dayMs = 86_400_000;
/** Milliseconds of one part of a day at a pace of one per cent. */
const partMs = dayMs / partsOfDay / 100;

const id = 'BINARY(16)';
const outcome = "ENUM('open','won','lost')";

const tables = [
  `CREATE TABLE bench_step (path SMALLINT UNSIGNED NOT NULL, seq TINYINT UNSIGNED NOT NULL, parts INT UNSIGNED NOT NULL,
    stage_from ${id} NULL, stage_to ${id} NOT NULL, outcome_from ${outcome} NULL, outcome_to ${outcome} NOT NULL,
    percent_from SMALLINT NULL, percent_to SMALLINT NULL, expected_from SMALLINT NULL, expected_to SMALLINT NULL,
    closed_from INT UNSIGNED NULL, closed_to INT UNSIGNED NULL, shift_from TINYINT NULL, shift_to TINYINT NOT NULL,
    probability_from TINYINT UNSIGNED NULL, probability_to TINYINT UNSIGNED NULL, reason VARCHAR(40) CHARACTER SET ascii NULL,
    entered INT UNSIGNED NOT NULL, books TINYINT NOT NULL, booked_seq TINYINT UNSIGNED NULL, PRIMARY KEY (path, seq)) ENGINE=InnoDB`,
  `CREATE TABLE bench_plan (n INT UNSIGNED NOT NULL PRIMARY KEY, id ${id} NOT NULL, path SMALLINT UNSIGNED NOT NULL,
    rows_of_log TINYINT UNSIGNED NOT NULL, pace SMALLINT UNSIGNED NOT NULL, born_ms BIGINT NOT NULL, born DATETIME(3) NOT NULL,
    is_native BOOLEAN NOT NULL, edited BOOLEAN NOT NULL, edited_last BOOLEAN NOT NULL, dice INT UNSIGNED NOT NULL,
    owner_id ${id} NOT NULL, next_owner_id ${id} NOT NULL, team_id ${id} NOT NULL, account_id ${id} NOT NULL, source_id ${id} NOT NULL,
    campaign_id ${id} NULL, currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, amount BIGINT NOT NULL, cost BIGINT NULL) ENGINE=InnoDB`,
];

export async function drawPlan(query) {
  for (const table of tables) await query(table);
  const rows = drawPaths(ways, seed).flatMap((path, place) => path.map((_, step) => stepRow(path, place, step)));
  await query('INSERT INTO bench_step VALUES ?', [rows]);
}

export async function forgetPlan(query) {
  await query('DROP TABLE bench_plan, bench_step');
}

function stepRow(path, place, step) {
  const [before, after] = [path[step - 1] ?? null, path[step]];
  const both = (of) => [before ? of(before) : null, of(after)];
  const isWon = (state) => state?.outcome === 'won';
  const books = Number(isWon(after)) - Number(isWon(before));
  const winBefore = path.slice(0, step).findLastIndex((state, at) => isWon(state) && !isWon(path[at - 1]));
  return [
    place,
    step + 1,
    after.offset,
    ...both(({ stage }) => idOf(series.stage, stage)),
    ...both((state) => state.outcome),
    ...both(({ percent }) => percent),
    ...both(({ expectedDays, closedAt }) => (closedAt === null ? expectedDays : null)),
    ...both(({ closedAt }) => closedAt),
    ...both(({ shift }) => shift),
    ...both(({ probability }) => probability),
    after.reason,
    after.enteredAt,
    books,
    books < 0 ? winBefore + 1 : null,
  ];
}

/** So many opportunities are planned and written at a time. */
export const span = 20_000;

const below = (many) => `(${Array.from({ length: many }, (_, n) => `SELECT ${n} AS d`).join(' UNION ALL ')})`;
const [tens, tensOfThousands] = [below(10), below(span / 10_000)];
const belowSpan = `SELECT a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d AS k
        FROM ${tens} a, ${tens} b, ${tens} c, ${tens} d, ${tensOfThousands} e`;

/**
 * The plan of a span of opportunities, `[from, until]` being its two values. The later one begins the shorter is its way by now.
 * They begin within three years, or within fewer `days` three years ago. `recording` says what of it was written here and what came by an import, and what else is kept.
 */
export function planSql(size, untilMs, { days = threeYears, ...recording }) {
  const { accounts, campaigns, isNative, isEdited, isEditedLast, isForeign, hasCost } = recording;
  const draw = (what) => `CRC32(CONCAT('${what} ', n))`;
  const person = `(team - 1) * ${counts.peopleOfTeam} + 1 + who`;
  const source = campaigns > 0 ? `1 + (campaign - 1) MOD ${counts.sources}` : `1 + dice MOD ${counts.sources}`;
  return `INSERT INTO bench_plan
    SELECT n, UNHEX(CONCAT(LPAD(HEX(born_ms), 12, '0'), '7001a', LPAD(HEX(n), 15, '0'))), path,
      (SELECT COUNT(*) FROM bench_step s WHERE s.path = drawn.path AND s.parts * pace * ${partMs} <= ${untilMs} - born_ms),
      pace, born_ms, FROM_UNIXTIME(born_ms / 1000), ${isNative}, ${isEdited}, ${isEditedLast}, dice, ${idSql(series.person, person)},
      ${idSql(series.person, `${person} + 1`)}, ${idSql(series.team, 'team')}, ${idSql(series.account, `1 + buyer MOD ${accounts}`)},
      ${idSql(series.source, source)}, ${campaigns > 0 ? `IF(dice MOD 3 = 0, NULL, ${idSql(series.campaign, 'campaign')})` : 'NULL'},
      IF(${isForeign}, 'USD', 'TWD'), amount, ${hasCost ? 'IF(dice MOD 5 = 0, NULL, amount * (40 + dice MOD 30) DIV 100)' : 'NULL'}
    FROM (SELECT n, ${draw('opportunity')} AS dice, ${draw('buyer')} AS buyer, 1 + ${draw('team')} MOD ${counts.teams} AS team,
        ${draw('person')} MOD ${counts.peopleOfTeam - 1} AS who, 1 + ${draw('campaign')} MOD ${Math.max(1, campaigns)} AS campaign,
        ${draw('path')} MOD ${ways} AS path, 60 + ${draw('pace')} MOD 100 AS pace, 1000 * (1 + ${draw('amount')} MOD 5000) AS amount,
        ${untilMs - (threeYears - days) * dayMs} - CAST(${days * dayMs} * (1 - (n - 0.5) / ${size}) AS UNSIGNED) AS born_ms
      FROM (SELECT ? + k AS n FROM (${belowSpan}) counted) numbers
      WHERE n <= ?) drawn`;
}

/** Milliseconds after 1970 of a number of parts on the way of an opportunity. */
export const msAt = (parts) => `(g.born_ms + ${parts} * g.pace * ${partMs})`;
/** The same as a moment; the way has whole milliseconds. */
export const momentAt = (parts) =>
  `CAST(g.born + INTERVAL (${parts} * g.pace * ${partMs * 1000}) MICROSECOND AS DATETIME(3))`;
