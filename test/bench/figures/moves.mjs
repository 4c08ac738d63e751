// Moves through HTTP with every guarantee, beside the five statements of a move written by hand to the same server.
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { idOf } from '../records/ids.mjs';
import { series } from '../records/company.mjs';
import { stageNumber } from '../records/stages.mjs';
import { openByHand, prepareHands, takeBackMoves } from './moves-by-hand.mjs';
import { uuidOf } from './numbers.mjs';
import { summarise, timesAsLong } from './statistics.mjs';

const crowds = [1, 8, 32, 64];
const fleetOfClient = 8;
const warmMs = 1_000;
const between = ['prospect', 'define_needs', 'propose', 'negotiate'].map((key) => idOf(series.stage, stageNumber(key)));

/** By number of clients: moves a second and their times, by HTTP and by hand, each on opportunities of their own, turn by turn. */
export async function measureMoves({ connect, ask, seconds, say }) {
  const owner = await connect();
  // Acknowledged is on the disk, as where people work.
  await owner.query('SET GLOBAL innodb_flush_log_at_trx_commit = 1');
  const fleet = await findFleet(owner, 2 * crowds.at(-1) * fleetOfClient);
  const half = Math.floor(fleet.length / 2);
  await prepareHands(owner, fleet.slice(half));
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
  await owner.end();
  await takeBackMoves(connect);
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
