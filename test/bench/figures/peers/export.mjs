// The records as text for the peers, written by the database server itself: numbers for ids, milliseconds for moments.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { numberSql } from '../numbers.mjs';

const outcome = (column) => `IF(${column} IS NULL, NULL, ${column} + 0 - 1)`;
const ms = (column) => `CAST(UNIX_TIMESTAMP(${column}) * 1000 AS UNSIGNED)`;
/** Stages, teams and sources have small numbers, in the last byte. */
const small = (column) => `ORD(RIGHT(${column}, 1))`;

/** By table: the columns a peer gets, each with its kind and how it is found here. */
export const tables = {
  moves: {
    from: 'opportunity_move',
    columns: [
      ['opp', 'number', numberSql('opportunity_id')],
      ['seq', 'small', 'seq'],
      ['stage', 'small', small('stage_to_id')],
      ['outcome_from', 'small?', outcome('outcome_from')],
      ['outcome_to', 'small', outcome('outcome_to')],
      ['amount_from', 'large?', 'amount_from_minor'],
      ['amount_to', 'large?', 'amount_to_minor'],
      ['close_date', 'date?', 'close_date_to'],
      ['team', 'small', small('team_to_id')],
      ['happened', 'large', ms('at')],
    ],
    order: 'opp, seq',
  },
  opps: {
    from: 'opportunity',
    columns: [
      ['opp', 'number', numberSql('id')],
      ['source', 'small', small('source_id')],
      ['team', 'small', small('team_id')],
      ['outcome', 'small', outcome('outcome')],
      ['close_date', 'date?', 'close_date'],
    ],
    order: 'opp',
  },
  bookings: {
    from: 'booking b LEFT JOIN opportunity_move m ON m.id = b.move_id LEFT JOIN booking w ON w.id = b.reverses_id LEFT JOIN opportunity_move v ON v.id = w.move_id',
    columns: [
      ['opp', 'number', numberSql('b.opportunity_id')],
      ['seq', 'small', 'm.seq'],
      ['ms', 'large', ms('m.at')],
      ['amount', 'large', 'b.reporting_amount_minor'],
      ['cost', 'large?', 'b.reporting_cost_minor'],
      ['date', 'date', 'b.booking_date'],
      ['team', 'small', small('b.team_id')],
      ['source', 'small', small('b.source_id')],
      ['account', 'number', numberSql('b.account_id')],
      ['reverses_seq', 'small?', 'v.seq'],
    ],
    order: 'opp, seq',
  },
  expenses: {
    from: 'expense_line',
    columns: [
      ['date', 'date', 'expense_date'],
      ['side', 'text', 'side'],
      ['amount', 'large', 'reporting_amount_minor'],
      ['team', 'small', small('team_id')],
    ],
    order: 'date',
  },
  quotas: {
    from: 'quota',
    columns: [
      ['period', 'text', 'period_key'],
      ['team', 'small?', small('team_id')],
      ['amount', 'large', 'amount_minor'],
    ],
    order: 'period',
  },
};

/** Writes every table beside the sockets, the only place the server may write to: files by table, and what removes them. */
export async function exportTables(query, folder) {
  const files = Object.fromEntries(Object.keys(tables).map((name) => [name, path.join(folder.run, `${name}.csv`)]));
  const remove = () => Object.values(files).forEach((file) => rmSync(file, { force: true }));
  remove();
  for (const [name, { from, columns }] of Object.entries(tables)) {
    const selected = columns.map(([, , sql]) => sql).join(', ');
    await query(`SELECT ${selected} FROM ${from} INTO OUTFILE '${files[name]}' FIELDS TERMINATED BY ','`);
  }
  return { files, remove };
}
