// (a) Of those that entered a stage in a quarter, how many there were, how many are ripe, and how many entered the next one in time.
import { series } from '../../records/company.mjs';
import { idOf } from '../../records/ids.mjs';
import { stages } from '../../records/stages.mjs';
import { dayOf, momentOf } from '../calendar.mjs';

const dayMs = 86_400_000;
const msOf = (moment) => Date.parse(`${moment.replace(' ', 'T')}Z`);

export const conversion = {
  /** By stage of the seller: entered, and towards the next stage ripe and converted. */
  read: ({ rows }) =>
    rows.map(({ entered }, place) => {
      const next = rows[place + 1]?.conversion;
      return [entered, next?.mature ?? 0, next?.converted ?? 0];
    }),

  /**
   * Windows are learned from past winners, and the present is that of our answer: both are given to whoever answers the same. Where
   * we had no answer, everybody answers with windows of ninety days.
   */
  given: ({ quarter, source }, body) => ({
    from: msOf(momentOf(quarter.from)),
    until: msOf(momentOf(quarter.until)),
    source: source.number,
    now: body ? Date.parse(body.asOf) : Date.now(),
    windows: stages.map((_, place) =>
      place === stages.length - 1 ? null : (body?.rows[place + 1].conversion.windowDays ?? 90),
    ),
  }),

  inSql: ({ from, until, source, now, windows }) => `
    WITH moved AS (SELECT DISTINCT opp FROM moves WHERE happened >= ${from} AND happened < ${until}),
    entries AS (SELECT m.opp, ${stages.map((_, place) => `min(CASE WHEN ${isThere(place)} THEN m.happened END) AS e${place}`).join(', ')}
      FROM moves m JOIN opps o ON o.opp = m.opp WHERE o.source = ${source} AND m.opp IN (SELECT opp FROM moved) GROUP BY m.opp)
    SELECT ${counted({ from, until, now, windows }).join(', ')} FROM entries`,

  /** MariaDB: who moved by the index of entries, their logs by the primary key. */
  inMariadb: ({ from, until, source, now, windows }) => `
    SELECT ${counted({ from, until, now, windows }).join(', ')} FROM (
      SELECT m.opportunity_id, ${stages.map((_, place) => `MIN(IF(${isThereById(place)}, UNIX_TIMESTAMP(m.at) * 1000, NULL)) AS e${place}`).join(', ')}
      FROM (SELECT DISTINCT x.opportunity_id FROM opportunity_move x FORCE INDEX (opportunity_move_entry) JOIN opportunity o ON o.id = x.opportunity_id
            WHERE x.stage_to_id IN (${stages.map((_, place) => stageId(place)).join(', ')}) AND x.at >= FROM_UNIXTIME(${from / 1000})
              AND x.at < FROM_UNIXTIME(${until / 1000}) AND o.source_id = ${sourceId(source)}) moved
      STRAIGHT_JOIN opportunity_move m ON m.opportunity_id = moved.opportunity_id GROUP BY m.opportunity_id) entries`,

  /** One row of thirty-three numbers. */
  readRow: ([row]) => stages.map((_, place) => ['n', 'r', 'c'].map((what) => Number(row[`${what}${place}`] ?? 0))),
};

/** The first time: of a mandatory stage also by being beyond it. */
const isThere = (place) => `m.stage ${stages[place][5] ? '>=' : '='} ${place + 1}`;
const isThereById = (place) => `m.stage_to_id ${stages[place][5] ? '>=' : '='} ${stageId(place)}`;
const stageId = (place) => idLiteral(series.stage, place + 1);
const sourceId = (number) => idLiteral(series.source, number);
const idLiteral = (kind, number) => `x'${idOf(kind, number).toString('hex')}'`;

function counted({ from, until, now, windows }) {
  const sum = (condition, name) => `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS ${name}`;
  return stages.flatMap((_, place) => {
    const entered = `e${place} >= ${from} AND e${place} < ${until}`;
    if (windows[place] === null) return [sum(entered, `n${place}`)];
    const window = windows[place] * dayMs;
    // The entries of one day are ripe together, once the window of the last of them is over.
    const ripe = `${entered} AND e${place} < ${msOf(momentOf(dayOf(now - window)))}`;
    const inTime = `e${place + 1} >= e${place} AND e${place + 1} <= e${place} + ${window}`;
    return [sum(entered, `n${place}`), sum(ripe, `r${place}`), sum(`${ripe} AND ${inTime}`, `c${place}`)];
  });
}
