// The people, the funnel and the lists that a million opportunities refer to.
import { idOf } from './ids.mjs';

const teams = 20;
const peopleOfTeam = 10;
const accounts = 20_000;
const products = 40;
const sources = 12;

const stages = [
  ['reach', 'customer_awareness', 'marketing', 'open', 1],
  ['engage', 'brand_awareness', 'marketing', 'open', 2],
  ['nurture', 'consideration', 'marketing', 'open', 5],
  ['qualify', 'preference', 'marketing', 'open', 10],
  ['prospect', 'purchase_intention', 'sales', 'open', 15],
  ['define_needs', 'purchase_intention', 'sales', 'open', 30],
  ['propose', 'purchase_intention', 'sales', 'open', 50],
  ['negotiate', 'purchase_intention', 'sales', 'open', 75],
  ['implement', 'purchase', 'sales', 'won', 100],
];

/** Which of each there are; the histories draw from these numbers. */
export const counts = { teams, peopleOfTeam, accounts, products, sources };

/** Numbers of the ids by what they name, so that SQL can write them down without looking them up. */
export const series = { team: 1, person: 2, account: 3, product: 4, source: 5, stage: 6, contract: 7 };

export const stageNumber = (key) => stages.findIndex(([name]) => name === key) + 1;

export async function foundCompany(query) {
  await query(
    `INSERT INTO organisation (id, name, reporting_currency, zone, fiscal_year_start, week_start, holds, version)
     VALUES (1, 'Bench', 'TWD', 'Asia/Taipei', 1, 1, 'real', 1)`,
  );
  const numbers = (many) => Array.from({ length: many }, (_, place) => place + 1);
  await query('INSERT INTO team (id, name, side) VALUES ?', [
    numbers(teams).map((n) => [idOf(series.team, n), `Team ${n}`, 'sales']),
  ]);
  await query('INSERT INTO person (id, name, side, role, team_id, locale, active, created_at, version) VALUES ?', [
    numbers(teams * peopleOfTeam).map((n) => {
      const team = Math.ceil(n / peopleOfTeam);
      return [idOf(series.person, n), `Person ${n}`, 'sales', 'rep', idOf(series.team, team), 'en', true, long, 1];
    }),
  ]);
  await query(
    'INSERT INTO funnel_stage (id, stage_key, position, buyer_step, name, owner_side, class, mandatory, probability) VALUES ?',
    [
      stages.map(([key, step, side, type, probability], place) => {
        const id = idOf(series.stage, place + 1);
        return [id, key, place + 1, step, key, side, type, side === 'sales', probability];
      }),
    ],
  );
  await query(
    `INSERT INTO hand_off_contract (id, revision, valid_from, response_minutes, expiry_days, rejection_reasons, new_customer_variant,
       win_back_months) VALUES (?, 1, '2000-01-01', 240, 14, '[]', 'first_order', 12)`,
    [idOf(series.contract, 1)],
  );
  await query('INSERT INTO account (id, name, created_at, version) VALUES ?', [
    numbers(accounts).map((n) => [idOf(series.account, n), `Account ${n}`, long, 1]),
  ]);
  await query('INSERT INTO product (id, name, currency, future) VALUES ?', [
    numbers(products).map((n) => [idOf(series.product, n), `Product ${n}`, 'TWD', false]),
  ]);
  await query('INSERT INTO source (id, source_key, name) VALUES ?', [
    numbers(sources).map((n) => [idOf(series.source, n), `source_${n}`, `Source ${n}`]),
  ]);
  await query(
    `INSERT INTO exchange_rate (from_currency, to_currency, rate_date, rate) VALUES ('USD', 'TWD', '2020-01-01', 31.5)`,
  );
}

const long = '2023-01-01 00:00:00.000';
