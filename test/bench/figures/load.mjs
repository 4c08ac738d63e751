// What `figures` asks about: everything recorded when it was true, in one currency, with campaigns, costs, quotas, expenses and a few hand-offs.
import { counts, series } from '../records/company.mjs';
import { idOf, idSql } from '../records/ids.mjs';
import { load } from '../records/load.mjs';
import { momentAt } from '../records/plan.mjs';
import { stageNumber } from '../records/stages.mjs';
import { lastDayOf, quartersBefore } from './calendar.mjs';

const campaigns = 200;
/** Of so many opportunities that went over from marketing, one did by a hand-off that is kept. */
const handOffOf = 100;
const atOnce = 2_000;

export const loadFigures = (connect, { size, days, say }) =>
  load(connect, {
    size,
    say,
    recording: {
      accounts: Math.max(1_000, Math.round(size / 4)),
      campaigns,
      isNative: 'TRUE',
      isEdited: 'FALSE',
      isEditedLast: 'FALSE',
      isForeign: 'FALSE',
      hasCost: true,
      days,
    },
    bare: ['opportunity_move', 'opportunity', 'booking'],
    async finish({ queries: [query], until }) {
      await query(handOffSql);
      await insert(query, 'quota', quotas(until.slice(0, 10), size));
      await insert(query, 'expense_line', expenses(until.slice(0, 10), size));
      await query('ANALYZE TABLE opportunity_move, opportunity, booking, quota, expense_line, account');
    },
  });

const handOffSql = `INSERT INTO hand_off (id, opportunity_id, contract_id, state, from_team_id, to_team_id, to_person_id, offered_by_id,
    offered_at, due_at, answered_by_id, answered_at, version)
  SELECT ${idSql(series.handOff, 'g.n')}, g.id, ${idSql(series.contract, '1')}, 'accepted', ${idSql(series.team, '1 + g.dice MOD 20')}, g.team_id,
    g.owner_id, g.owner_id, ${momentAt('s.parts')} - INTERVAL 2 HOUR, ${momentAt('s.parts')} + INTERVAL 2 HOUR, g.owner_id,
    ${momentAt('s.parts')}, 2
  FROM bench_plan g STRAIGHT_JOIN bench_step s ON s.path = g.path AND s.seq <= g.rows_of_log
    AND s.stage_from < ${idSql(series.stage, String(stageNumber('prospect')))} AND s.stage_to >= ${idSql(series.stage, String(stageNumber('prospect')))}
  WHERE g.dice MOD ${handOffOf} = 0
  GROUP BY g.id`;

/** Of every team and of every person, a quarter; together they ask for a little more than is won. */
function quotas(today, size) {
  const ofTeam = Math.round(size / 12 / counts.teams) * 600_000;
  const ofPerson = Math.round((ofTeam * 1.1) / counts.peopleOfTeam);
  const holders = [
    ...numbers(counts.teams).map((n) => [idOf(series.team, n), null, ofTeam]),
    ...numbers(counts.teams * counts.peopleOfTeam).map((n) => [null, idOf(series.person, n), ofPerson]),
  ];
  return quartersBefore(today, 13).flatMap(({ key, from, until }, quarter) =>
    holders.map(([team, person, amount], place) => ({
      id: idOf(series.quota, quarter * holders.length + place + 1),
      period_key: key,
      starts_on: from,
      ends_before: until,
      team_id: team,
      person_id: person,
      amount_minor: amount,
      currency: 'TWD',
      revision: 1,
      recorded_at: `${from} 00:00:00.000`,
    })),
  );
}

/** Of every team, a month: what the people cost, a commission, and what marketing spends on a source. */
function expenses(today, size) {
  const unit = Math.round(size / 36 / counts.teams) * 20_000;
  const kinds = [
    ['sales', 'people', 4],
    ['sales', 'commission', 1],
    ['marketing', 'programmes', 2],
    ['marketing', 'tools', 1],
  ];
  const months = quartersBefore(today, 13)
    .flatMap(({ months: each }) => each)
    .filter((month) => lastDayOf(month) < today);
  const lines = months.flatMap((month) =>
    numbers(counts.teams).flatMap((team) =>
      kinds.map(([side, category, times]) => ({ month, team, side, category, times })),
    ),
  );
  return lines.map(({ month, team, side, category, times }, place) => ({
    id: idOf(series.expense, place + 1),
    expense_date: lastDayOf(month),
    side,
    category,
    amount_minor: times * unit,
    currency: 'TWD',
    reporting_amount_minor: times * unit,
    reporting_currency: 'TWD',
    rate: 1,
    rate_date: lastDayOf(month),
    team_id: idOf(series.team, team),
    source_id: side === 'marketing' ? idOf(series.source, 1 + (team % counts.sources)) : null,
    recorded_at: `${lastDayOf(month)} 12:00:00.000`,
  }));
}

async function insert(query, table, rows) {
  const names = Object.keys(rows[0]);
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce).map((row) => names.map((name) => row[name]));
    await query(`INSERT INTO ${table} (${names.join(', ')}) VALUES ?`, [some]);
  }
}

const numbers = (many) => Array.from({ length: many }, (_, place) => place + 1);
