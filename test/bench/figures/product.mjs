// The product beside the database: Redis, API and worker, somebody signed in, and what they take.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../../tools/launcher/settings.mjs';
import { commandLine } from '../../../tools/product/apps.mjs';
import { buildWhatIsStale, web } from '../../../tools/product/build.mjs';
import { obtainServers } from '../../../tools/services/install-servers.mjs';
import { hasEnded, lastLines, startDetached, stopProcess } from '../../../tools/services/processes.mjs';
import { redisUrl, startRedis } from '../../../tools/services/redis.mjs';
import { freePort } from '../../faults/harness/ports.mjs';
import { openClient } from '../../faults/load/http-client.mjs';
import { newId } from './moves-by-hand.mjs';
import { memoryOf, processorSecondsOf } from './process-use.mjs';

const someone = { email: 'bench@example.com', password: 'a bench is for sitting' };
const patienceMs = 120_000;

/** A Redis of its own: `environment` with its address. */
export async function openRedis(folder, { environment, say, undo }) {
  const { redis: server } = await obtainServers({ needDatabase: false, say });
  const { stop } = await startRedis(server, folder, { isThrowaway: true });
  undo.push(stop);
  return { ...environment, REDIS_URL: redisUrl(folder) };
}

/**
 * `connect` opens a connection of the owner, `undo` takes what ends each part, `workerFlags` are for the Node of the worker, with `hasPages` the
 * pages are served as well; the answer says how to ask, how long it took to be ready, and what the processes hold.
 */
export async function startProduct(folder, { environment, connect, workerFlags = [], hasPages = false, undo }) {
  if (hasPages) await buildWhatIsStale([web], () => undefined);
  const port = await freePort();
  const env = {
    ...environment,
    DATABASE_OWNER_URL: '',
    HOST: '127.0.0.1',
    PORT: String(port),
    WEB_DIR: hasPages ? path.join(root, 'dist', 'web') : '',
    LOG_LEVEL: 'warn',
  };
  // Whoever opened the same database before is somebody already.
  if (!(await isKnown(connect))) await addSomeone({ ...env, DATABASE_OWNER_URL: environment.DATABASE_OWNER_URL });
  await putOffVerification(connect);
  await putOffForecasts(connect);
  const began = performance.now();
  const api = start('api', { folder, env, undo });
  const worker = start('worker', { folder, env, flags: workerFlags, undo });
  const address = `http://127.0.0.1:${port}`;
  await untilReady(address, [api, worker]);
  const readyMs = performance.now() - began;
  const client = openClient();
  undo.push(client.close);
  const cookie = await signIn(client, address);
  const ask = (method, place, { headers, body } = {}) =>
    client.ask(method, `${address}/api/v1${place}`, { headers: { cookie, ...headers }, body });
  const upload = (place, { headers, form }) =>
    fetch(`${address}/api/v1${place}`, { method: 'POST', headers: { cookie, ...headers }, body: form });
  const processor = () => ({ api: processorSecondsOf(api.pid), worker: processorSecondsOf(worker.pid) });
  return {
    address,
    cookie,
    ask,
    upload,
    readyMs,
    processor,
    memory: () => ({ api: memoryOf(api.pid), worker: memoryOf(worker.pid) }),
  };
}

function start(app, { folder, env, flags = [], undo }) {
  const logFile = folder.logOf(app);
  const main = path.join(root, 'dist', 'packed', `${app}.js`);
  const child = startDetached(process.execPath, ['--enable-source-maps', ...flags, main], {
    logFile,
    env,
    cwd: root,
    endWithLauncher: 'KILL',
  });
  undo.push(() => stopProcess(child.pid));
  return Object.assign(child, { logFile });
}

async function untilReady(address, children) {
  for (const until = performance.now() + patienceMs; performance.now() < until; await pause(5)) {
    const ended = children.find(hasEnded);
    if (ended) throw new Error(`The product ended:\n${lastLines(ended.logFile)}`);
    if ((await fetch(`${address}/readyz`).catch(() => null))?.ok) return;
  }
  throw new Error(`The product did not become ready:\n${children.map(({ logFile }) => lastLines(logFile)).join('\n')}`);
}

/**
 * The worker verifies everything at night, and at once where the last night has none: of ten million that would take the machine for the whole
 * run. It finds one of today that was stopped; `bench -- verify` measures it by itself.
 */
async function putOffVerification(connect) {
  const connection = await connect();
  const stopped = `state = 'failed', finished_at = UTC_TIMESTAMP(3), report = '{"problem":"stopped"}'`;
  await connection.query(`UPDATE verification_run SET ${stopped} WHERE state = 'running'`);
  await connection.query(
    `INSERT INTO verification_run SET id = ?, started_at = UTC_TIMESTAMP(3), progress = '{}', ${stopped}`,
    [newId()],
  );
  await connection.end();
}

/**
 * The worker also takes the forecasts of each of the last eight weeks that has none, which reads all that was open at their ends: of ten million
 * that is minutes a week, once a week. It finds that somebody took one on each of those days.
 */
async function putOffForecasts(connect) {
  const connection = await connect();
  const amounts = ['won', 'commit', 'best_case', 'pipeline', 'weighted', 'p10', 'p50', 'p90'];
  const counts = ['open', 'unvalued', 'overdue'];
  const nothing = [...amounts.map((name) => `${name}_minor = 0`), ...counts.map((name) => `${name}_count = 0`)].join(
    ', ',
  );
  for (let back = 0; back < 70; back++) {
    await connection.query(
      `INSERT IGNORE INTO forecast_snapshot SET id = ?, week_from = UTC_DATE() - INTERVAL ? DAY, period_key = 'none',
         period_from = '2000-01-01', period_until = '2000-01-02', scope_id = REPEAT('\\0', 16), currency = 'USD',
         recorded_at = UTC_TIMESTAMP(3), ${nothing}`,
      [newId(), back],
    );
  }
  await connection.end();
}

async function isKnown(connect) {
  const connection = await connect();
  const [found] = await connection.query('SELECT 1 FROM person WHERE email = ?', [someone.email]);
  await connection.end();
  return found.length > 0;
}

async function addSomeone(env) {
  const who = ['--email', someone.email, '--name', 'Bench', '--role', 'revenue_officer', '--side', 'other'];
  const child = spawn(process.execPath, commandLine(['user', 'create', ...who, '--password-stdin']), {
    env,
    cwd: root,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  child.stdin.end(`${someone.password}\n`);
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`Nobody could be made who signs in (${code}).`);
}

async function signIn(client, address) {
  const { status, headers, body } = await client.ask('POST', `${address}/api/v1/session`, { body: someone });
  if (status !== 201) throw new Error(`Signing in failed: ${status} ${JSON.stringify(body)}`);
  return headers['set-cookie'][0].split(';')[0];
}
