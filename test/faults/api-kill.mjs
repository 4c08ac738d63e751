// 64 clients move 200 opportunities for 30 seconds while the API is killed without warning three times.
// Afterwards the clients' own journal is compared with the log: every acknowledged move is there exactly once,
// and no version is skipped. Options by environment: SECONDS, CLIENTS, OPPORTUNITIES, KILLS, SEED.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import mysql from 'mysql2/promise';
import { startThrowawayPair } from '../../tools/services/throwaway-pair.mjs';
import { openJournal } from './harness/journal.mjs';
import { keepMoving } from './harness/mover.mjs';
import { apiProcess, freePort, tandem } from './harness/product.mjs';
import { randomFrom } from './harness/random.mjs';

const seconds = Number(process.env.SECONDS ?? 30);
const clients = Number(process.env.CLIENTS ?? 64);
const count = Number(process.env.OPPORTUNITIES ?? 200);
const kills = Number(process.env.KILLS ?? 3);
const seed = Number(process.env.SEED ?? 1);

const folder = mkdtempSync(path.join(os.tmpdir(), 'tandem-faults-'));
const pair = await startThrowawayPair();
const environment = {
  ...process.env,
  NODE_ENV: 'production',
  DATABASE_URL: pair.databaseUrl,
  REDIS_URL: pair.redisUrl,
};
const api = apiProcess(environment, await freePort());
try {
  await tandem(environment, 'migrate');
  await tandem(environment, 'seed', 'demo');
  await api.start();
  const { cookie, stages, fleet } = await prepare();
  console.log(`seed ${seed}: ${clients} clients, ${count} opportunities, ${seconds} s, ${kills} kills`);
  const journalFile = path.join(folder, 'journal.jsonl');
  const journal = openJournal(journalFile);
  const until = Date.now() + seconds * 1000;
  const latencies = [];
  const working = Array.from({ length: clients }, (_, number) =>
    keepMoving({
      url: api.url,
      cookie,
      fleet,
      stages,
      random: randomFrom(seed * 1000 + number),
      journal,
      until,
      latencies,
    }),
  );
  const downtimes = await killNowAndThen(until);
  await Promise.all(working);
  journal.close();
  process.exitCode = await judge(readFileSync(journalFile, 'utf8'), fleet, latencies, downtimes);
} finally {
  await api.kill().catch(() => undefined);
  await pair.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function killNowAndThen(until) {
  const downtimes = [];
  const rest = (until - Date.now()) / (kills + 1);
  for (let kill = 0; kill < kills; kill++) {
    await pause(rest);
    const began = performance.now();
    await api.kill();
    await api.start();
    downtimes.push(performance.now() - began);
  }
  return downtimes;
}

/** Signs in as the demo manager and opens the opportunities that are to be moved. */
async function prepare() {
  const { signIns } = JSON.parse(await tandem(environment, 'sign-ins', '--json'));
  const manager = signIns.find(({ role }) => role === 'manager');
  const session = await fetch(`${api.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: manager.email, password: manager.password }),
  });
  const cookie = session.headers.getSetCookie()[0].split(';')[0];
  const funnel = await (await fetch(`${api.url}/api/v1/funnel`, { headers: { cookie } })).json();
  const stages = funnel.stages
    .filter((stage) => stage.ownerSide === 'sales' && stage.class === 'open')
    .map(({ id }) => id);
  const fleet = [];
  for (let number = 0; number < count; number++) {
    const answer = await fetch(`${api.url}/api/v1/opportunities`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({
        name: `Fault ${number}`,
        stageId: stages[0],
        amount: { amountMinor: '1000', currency: 'TWD' },
      }),
    });
    const body = await answer.json();
    if (answer.status !== 201) throw new Error(`could not open an opportunity: ${JSON.stringify(body)}`);
    fleet.push({ id: body.id, version: body.version, stageId: body.stageId });
  }
  return { cookie, stages, fleet };
}

/** Compares the journal with the log and says what it found; 0 when nothing was lost, doubled or skipped. */
async function judge(text, fleet, latencies, downtimes) {
  const acknowledged = text
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const address = new URL(pair.databaseUrl);
  const database = await mysql.createConnection({
    socketPath: address.searchParams.get('socketPath'),
    user: 'root',
    database: address.pathname.slice(1),
  });
  const ids = fleet.map(({ id }) => Buffer.from(id.replaceAll('-', ''), 'hex'));
  const [moves] = await database.query(
    'SELECT LOWER(HEX(opportunity_id)) AS id, version, seq, LOWER(HEX(stage_to_id)) AS stage FROM opportunity_move WHERE opportunity_id IN (?)',
    [ids],
  );
  const [rows] = await database.query(
    'SELECT LOWER(HEX(id)) AS id, version, last_seq AS lastSeq FROM opportunity WHERE id IN (?)',
    [ids],
  );
  await database.end();
  const logged = new Map(moves.map((move) => [`${move.id}/${move.version}`, move]));
  const promised = new Map();
  let doubled = 0;
  let lost = 0;
  for (const { id, version, toStageId } of acknowledged) {
    const at = `${id.replaceAll('-', '')}/${version}`;
    if (promised.has(at)) doubled++;
    promised.set(at, true);
    if (logged.get(at)?.stage !== toStageId.replaceAll('-', '')) lost++;
  }
  const unclaimed = moves.filter((move) => move.seq > 1 && !promised.has(`${move.id}/${move.version}`)).length;
  const skipped = rows.filter(({ id, version, lastSeq }) => {
    const own = moves
      .filter((move) => move.id === id)
      .map((move) => move.version)
      .sort((a, b) => a - b);
    return own.length !== version || lastSeq !== version || own.some((value, index) => value !== index + 1);
  }).length;
  latencies.sort((a, b) => a - b);
  const repeated = acknowledged.filter(({ attempt }) => attempt > 1).length;
  const verdict = {
    seed,
    acknowledged: acknowledged.length,
    repeated,
    lost,
    doubled,
    unclaimed,
    skipped,
    p50: at(0.5),
    p99: at(0.99),
    downtimes: downtimes.map(Math.round),
  };
  console.log(JSON.stringify(verdict));
  return acknowledged.length > 0 && lost + doubled + unclaimed + skipped === 0 ? 0 : 1;

  function at(share) {
    return Math.round(latencies[Math.floor(latencies.length * share)] ?? 0);
  }
}
