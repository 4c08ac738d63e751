// The people, the funnel and the lists that opportunities refer to.
import { idOf } from './ids.mjs';
import { stages } from './stages.mjs';

const teams = 20;
const peopleOfTeam = 25;
const products = 40;
const sources = 12;
const segments = ['Enterprise', 'Mid-market', 'Small business', 'Public sector'];
const atOnce = 20_000;

/** Which of each there are; the histories draw from these numbers. */
export const counts = { teams, peopleOfTeam, products, sources, segments: segments.length };

/** Numbers of the ids by what they name, so that SQL can write them down without looking them up. */
export const series = {
  team: 1,
  person: 2,
  account: 3,
  product: 4,
  source: 5,
  stage: 6,
  contract: 7,
  campaign: 8,
  quota: 9,
  expense: 10,
  handOff: 11,
  meeting: 12,
};

export async function foundCompany(query, { accounts, campaigns }) {
  await query(
    `INSERT INTO organisation (id, name, reporting_currency, zone, fiscal_year_start, week_start, holds, version)
     VALUES (1, 'Bench', 'TWD', 'Asia/Taipei', 1, 1, 'real', 1)`,
  );
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
      stages.map(([key, step, side, type, probability, mandatory], place) => {
        const id = idOf(series.stage, place + 1);
        return [id, key, place + 1, step, key, side, type, mandatory, probability];
      }),
    ],
  );
  await query(
    `INSERT INTO hand_off_contract (id, revision, valid_from, response_minutes, expiry_days, rejection_reasons, new_customer_variant,
       win_back_months) VALUES (?, 1, '2000-01-01', 240, 14, '[]', 'first_order', 12)`,
    [idOf(series.contract, 1)],
  );
  for (let from = 1; from <= accounts; from += atOnce) {
    const some = numbers(Math.min(atOnce, accounts - from + 1), from);
    await query('INSERT INTO account (id, name, segment, created_at, version) VALUES ?', [
      some.map((n) => [idOf(series.account, n), `Account ${n}`, segments[n % segments.length], long, 1]),
    ]);
  }
  await query('INSERT INTO product (id, name, currency, future) VALUES ?', [
    numbers(products).map((n) => [idOf(series.product, n), `Product ${n}`, 'TWD', false]),
  ]);
  await query('INSERT INTO source (id, source_key, name) VALUES ?', [
    numbers(sources).map((n) => [idOf(series.source, n), `source_${n}`, `Source ${n}`]),
  ]);
  if (campaigns > 0)
    await query('INSERT INTO campaign (id, source_id, name, starts_on) VALUES ?', [
      numbers(campaigns).map((n) => [
        idOf(series.campaign, n),
        idOf(series.source, sourceOfCampaign(n)),
        `Campaign ${n}`,
        '2023-01-01',
      ]),
    ]);
  await query(
    `INSERT INTO exchange_rate (from_currency, to_currency, rate_date, rate) VALUES ('USD', 'TWD', '2020-01-01', 31.5)`,
  );
}

/** A campaign belongs to one source: the same in SQL as `1 + (n - 1) MOD sources`. */
const sourceOfCampaign = (n) => 1 + ((n - 1) % sources);

const numbers = (many, from = 1) => Array.from({ length: many }, (_, place) => from + place);
const long = '2023-01-01 00:00:00.000';
