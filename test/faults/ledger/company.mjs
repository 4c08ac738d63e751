// Who writes, and what they write on: opportunities of their own, opened over the API.
import { randomUUID } from 'node:crypto';
import { signInAs } from '../load/sign-in.mjs';

const atOnce = 16;
const dayMs = 86_400_000;

/** What clients may point at; the people and sources are those of the demo. */
export async function openDesk(house, client) {
  const [door] = house.doors;
  const { cookie } = await signInAs(house, client, 'revenue_officer');
  const { body } = await client.ask('GET', `${door}/api/v1/funnel`, { headers: { cookie } });
  const sales = body.stages.filter(({ ownerSide }) => ownerSide === 'sales');
  const ids = async (sql) => (await house.ask(sql)).map(({ id }) => uuidOf(id));
  return {
    cookie,
    stages: sales.filter((stage) => stage.class === 'open').map(({ id }) => id),
    wonStage: sales.find((stage) => stage.class === 'won').id,
    sources: await ids('SELECT id FROM source ORDER BY id LIMIT 4'),
    owners: await ids(`SELECT id FROM person WHERE role = 'rep' AND side = 'sales' AND active ORDER BY id LIMIT 6`),
    accounts: await ids('SELECT id FROM account WHERE merged_into_id IS NULL ORDER BY id LIMIT 12'),
  };
}

/** Opens so many opportunities: `[{ id, version, stageId, outcome, rows }]`. */
export async function openFleet(house, client, desk, count) {
  const [door] = house.doors;
  const fleet = [];
  const openSome = async () => {
    for (let number = fleet.push(null); number <= count; number = fleet.push(null)) {
      const answer = await client.ask('POST', `${door}/api/v1/opportunities`, {
        headers: { cookie: desk.cookie, 'idempotency-key': randomUUID() },
        body: {
          name: `Ledger ${number}`,
          stageId: desk.stages[number % desk.stages.length],
          accountId: desk.accounts[number % desk.accounts.length],
          sourceId: desk.sources[number % desk.sources.length],
          ownerId: desk.owners[number % desk.owners.length],
          amount: { amountMinor: String(1_000 * number), currency: 'TWD' },
        },
      });
      if (answer.status !== 201)
        throw new Error(`no opportunity could be opened: ${JSON.stringify(answer.body ?? answer)}`);
      const { id, version, stageId, outcome } = answer.body;
      fleet[number - 1] = { id, version, stageId, outcome, rows: 1, at: Date.now() };
      if (number % 2 === 0) await dateBack(fleet[number - 1]);
    }
  };
  /** Every second one began weeks ago, so that there is a past to date things in. */
  const dateBack = async (opportunity) => {
    const at = Date.now() - (20 + (opportunity.rows % 9)) * dayMs;
    const answer = await client.ask('POST', `${door}/api/v1/opportunities/${opportunity.id}/corrections`, {
      headers: { cookie: desk.cookie, 'idempotency-key': randomUUID(), 'if-match': `"v${opportunity.version}"` },
      body: { kind: 'redate', correctsSeq: 1, at: new Date(at).toISOString(), note: 'it began earlier' },
    });
    if (answer.status >= 300)
      throw new Error(`no opportunity could be dated back: ${JSON.stringify(answer.body ?? answer)}`);
    Object.assign(opportunity, { version: opportunity.version + 1, rows: 2, at });
  };
  await Promise.all(Array.from({ length: atOnce }, openSome));
  return fleet.filter(Boolean).slice(0, count);
}

const work = [
  'booking_restatement',
  'booking',
  'hand_off',
  'opportunity_move',
  'opportunity',
  'outbox_event',
  'audit_line',
  'audit_seal',
  'idempotency_key',
];
/** Everything sums are kept in; there is more of it with time. */
const sums = `SELECT table_name AS name FROM information_schema.tables
  WHERE table_schema = DATABASE() AND (table_name = 'fact_ledger' OR table_name REGEXP '^(rollup|folded)_|_tail$')`;

/** Takes every opportunity away, with all that was made of it. Nobody may be writing. */
export async function emptyTables(house) {
  const owner = await house.connectAsOwner();
  try {
    await owner.query('SET FOREIGN_KEY_CHECKS = 0');
    await owner.query('START TRANSACTION');
    await owner.query('SELECT id FROM fact_ledger FOR UPDATE');
    const [kept] = await owner.query(sums);
    for (const table of [...work, ...kept.map(({ name }) => name)]) await owner.query(`DELETE FROM ${table}`);
    await owner.query('COMMIT');
  } finally {
    owner.destroy();
  }
}

function uuidOf(bytes) {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
