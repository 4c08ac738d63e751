// Moves through HTTP with every guarantee, beside the five statements of a move written by hand to the same server.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { idOf } from '../records/ids.mjs';
import { series } from '../records/company.mjs';
import { stageNumber } from '../records/stages.mjs';
import { uuidOf } from './numbers.mjs';
import { summarise, timesAsLong } from './statistics.mjs';

const crowds = [1, 8, 32, 64];
const fleetOfClient = 8;
const warmMs = 1_000;
const between = ['prospect', 'define_needs', 'propose', 'negotiate'].map((key) => idOf(series.stage, stageNumber(key)));

const factTable = `CREATE TABLE IF NOT EXISTS bench_fact (id BINARY(16) NOT NULL PRIMARY KEY, opportunity_id BINARY(16) NOT NULL,
  stage_id BINARY(16) NOT NULL, team_id BINARY(16) NOT NULL, amount_minor BIGINT NULL, at DATETIME(3) NOT NULL) ENGINE=InnoDB`;

/** By number of clients: moves a second and their times, by HTTP and by hand, each on opportunities of their own, turn by turn. */
export async function measureMoves({ connect, ask, seconds, say }) {
  const owner = await connect();
  // Acknowledged is on the disk, as where people work.
  await owner.query('SET GLOBAL innodb_flush_log_at_trx_commit = 1');
  await owner.query(factTable);
  const fleet = await findFleet(owner, 2 * crowds.at(-1) * fleetOfClient);
  const half = fleet.length / 2;
  const ways = [
    { name: 'http', fleet: fleet.slice(0, half), open: async () => ({ move: byHttp(ask), close: () => undefined }) },
    { name: 'byHand', fleet: fleet.slice(half), open: () => openByHand(connect) },
  ];
  const measured = [];
  for (const clients of crowds) {
    say(`Moving with ${clients} clients …`);
    const row = { clients };
    for (const way of ways) row[way.name] = await crowd(way, clients, seconds * 1_000);
    measured.push({ ...row, share: timesAsLong(row.http.perSecond, row.byHand.perSecond) });
  }
  await owner.query('DROP TABLE bench_fact');
  await owner.end();
  return measured;
}

async function findFleet(owner, many) {
  const [rows] = await owner.query(
    `SELECT id, version, stage_id AS stage, last_seq AS seq, log_hash AS hash, owner_id AS owner, team_id AS team, amount_minor AS amount
     FROM opportunity WHERE outcome = 'open' AND stage_id IN (?) LIMIT ?`,
    [between.slice(0, 3), many],
  );
  if (rows.length < 2 * crowds.at(-1))
    throw new Error('There are too few open opportunities to move: take a larger size.');
  return rows.map((row) => ({ ...row, uuid: uuidOf(row.id) }));
}

/** Each client has its own connection and its own opportunities, and moves one after the other. */
async function crowd({ fleet, open }, clients, lastsMs) {
  const times = [];
  let failed = 0;
  const own = Math.floor(fleet.length / clients);
  const began = performance.now();
  const [from, until] = [began + warmMs, began + warmMs + lastsMs];
  const work = async (_, client) => {
    const mine = fleet.slice(client * own, (client + 1) * own);
    const { move, close } = await open();
    for (let turn = 0; performance.now() < until; turn++) {
      const opportunity = mine[turn % mine.length];
      const to = between.find((stage, place) => place === (turn + client) % 3 && !stage.equals(opportunity.stage));
      if (!to) continue;
      const since = performance.now();
      const isMoved = await move(opportunity, to);
      const now = performance.now();
      if (!isMoved) failed++;
      else if (since >= from && now <= until) times.push(now - since);
    }
    await close();
  };
  await Promise.all(Array.from({ length: clients }, work));
  return { perSecond: times.length / (lastsMs / 1_000), failed, ...summarise(times) };
}

const byHttp = (ask) => async (opportunity, to) => {
  const { status, body } = await ask('POST', `/opportunities/${opportunity.uuid}/moves`, {
    headers: { 'idempotency-key': randomUUID(), 'if-match': `"v${opportunity.version}"` },
    body: { toStageId: uuidOf(to) },
  });
  if (status !== 200) return false;
  Object.assign(opportunity, { version: body.version, stage: to });
  return true;
};

/** Lock and read, check the version, change, write the row of the log and the fact: what no product can do without. */
async function openByHand(connect) {
  const connection = await connect();
  await connection.query("SET time_zone = '+00:00'");
  const run = async (sql, values) => (await connection.execute(sql, values))[0];
  const move = async (opportunity, to) => {
    const at = new Date().toISOString().slice(0, 23).replace('T', ' ');
    const id = newId();
    await connection.query('BEGIN');
    const [row] = await run(
      'SELECT version, stage_id AS stage, last_seq AS seq, log_hash AS hash FROM opportunity WHERE id = ? FOR UPDATE',
      [opportunity.id],
    );
    if (row.version !== opportunity.version) {
      await connection.query('ROLLBACK');
      return false;
    }
    const [version, seq] = [row.version + 1, row.seq + 1];
    const hash = createHash('sha256').update(row.hash).update(id).update(to).digest();
    await run(
      'UPDATE opportunity SET stage_id = ?, stage_entered_at = ?, last_seq = ?, log_hash = ?, version = ? WHERE id = ?',
      [to, at, seq, hash, version, opportunity.id],
    );
    await run(insertMove, [
      id,
      opportunity.id,
      seq,
      version,
      row.stage,
      to,
      opportunity.amount,
      opportunity.amount,
      opportunity.owner,
      opportunity.owner,
      opportunity.team,
      opportunity.team,
      at,
      at,
      opportunity.owner,
      hash,
    ]);
    await run(
      'INSERT INTO bench_fact (id, opportunity_id, stage_id, team_id, amount_minor, at) VALUES (?, ?, ?, ?, ?, ?)',
      [id, opportunity.id, to, opportunity.team, opportunity.amount, at],
    );
    await connection.query('COMMIT');
    Object.assign(opportunity, { version, stage: to });
    return true;
  };
  return { move, close: () => connection.end() };
}

const insertMove = `INSERT INTO opportunity_move (id, opportunity_id, seq, version, stage_from_id, stage_to_id, outcome_from, outcome_to, amount_from_minor,
    amount_to_minor, currency, owner_from_id, owner_to_id, team_from_id, team_to_id, at, recorded_at, actor_id, origin, at_precision, hash)
  VALUES (?, ?, ?, ?, ?, ?, 'open', 'open', ?, ?, 'TWD', ?, ?, ?, ?, ?, ?, ?, 'native', 'second', ?)`;

/** Sixteen bytes that begin with the moment, as those of the product do. */
function newId() {
  const id = randomBytes(16);
  id.writeUIntBE(Date.now(), 0, 6);
  return id;
}
