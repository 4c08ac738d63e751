// How fast `tandem rebuild-figures` makes all sums anew from the records, and how much memory and processor time that takes.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { onEnding } from '../../tools/launcher/endings.mjs';
import { root } from '../../tools/launcher/settings.mjs';
import { commandLine } from '../../tools/product/apps.mjs';
import { openDatabase } from './records/database.mjs';
import { readSize } from './records/size.mjs';
import { openRunFolder, usualPool } from './records/folder.mjs';
import { loadAudited } from './verify/load.mjs';

const help = `npm run bench -- rebuild [--size 100k] [--pool 4] [--runs 2] [--memory] [--json]

  --size    opportunities, such as 100k (default) or 1m; five rows of log each, one in five recorded day by day
  --pool    buffer pool of the server in GB (default: a third of the memory of this machine, at most 8)
  --runs    how often all sums are made (default 2)
  --memory  keep the data of the server in memory instead of on the disk
  --json    print one JSON document as well`;

const megabyte = 2 ** 20;
const tables = [
  'rollup_sales',
  'rollup_pipeline',
  'rollup_entry',
  'rollup_conversion',
  'rollup_stay',
  'rollup_customer',
  'folded_opportunity',
  'folded_customer',
];
const say = (line) => process.stderr.write(`${line}\n`);
const undo = [];

onEnding(
  () => undefined,
  () => void end().finally(() => process.exit(130)),
);
try {
  await run(asked());
} finally {
  await end();
}
process.exit();

async function run({ size, pool, runs, inMemory, asJson }) {
  const folder = openRunFolder({ inMemory });
  undo.push(folder.remove);
  const database = await openDatabase(folder, { pool, say });
  undo.push(database.stop);
  say(`Loading ${size} opportunities …`);
  const loaded = await loadAudited(database.connect, { size, say });
  const measured = [];
  for (let round = 1; round <= runs; round++) {
    say(`Folding, ${round} of ${runs} …`);
    measured.push(await measure(database, database.pid, loaded.rows));
    tell(measured.at(-1), round);
  }
  const sums = await sizes(database);
  for (const { name, rows, bytes } of sums)
    console.log(
      `  ${name.padEnd(20)} ${rows.toLocaleString('en-US').padStart(12)} rows, ${Math.round(bytes / megabyte)} MB`,
    );
  if (asJson) console.log(JSON.stringify({ size, pool, inMemory, loaded, runs: measured, sums }, null, 2));
}

async function measure(database, serverPid, { opportunity, opportunity_move: moves }) {
  const before = processorTime(serverPid);
  const since = performance.now();
  const child = spawn(process.execPath, commandLine(['rebuild-figures', '--json']), {
    env: database.environment,
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let own = { user: 0, system: 0 };
  let memory = 0;
  const watch = setInterval(() => {
    own = processorTime(child.pid) ?? own;
    memory = Math.max(memory, peakMemory(child.pid));
  }, 100);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearInterval(watch);
  if (code !== 0) throw new Error(`tandem rebuild-figures ended with ${code}`);
  const seconds = (performance.now() - since) / 1_000;
  const after = processorTime(serverPid);
  const server = { user: after.user - before.user, system: after.system - before.system };
  const processor = { own: own.user + own.system, server: server.user + server.system };
  return { opportunities: opportunity, moves, seconds, processor, memory };
}

function tell({ opportunities, moves, seconds, processor, memory }, round) {
  const each = (spent) => `${Math.round((spent / opportunities) * 1e6)} µs`;
  console.log(
    `\nrun ${round}: ${seconds.toFixed(1)} s, ${Math.round(opportunities / seconds)} opportunities/s, ${Math.round(moves / seconds)} moves/s; ` +
      `processor time of an opportunity ${each(processor.own)} here and ${each(processor.server)} in the server; at most ${Math.round(memory / megabyte)} MB`,
  );
}

async function sizes({ connect }) {
  const connection = await connect();
  const found = [];
  for (const name of tables) {
    const [[{ rows }]] = await connection.query(`SELECT COUNT(*) AS \`rows\` FROM ${name}`);
    await connection.query(`ANALYZE TABLE ${name}`);
    const [[{ bytes }]] = await connection.query(
      'SELECT data_length + index_length AS bytes FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?',
      [name],
    );
    found.push({ name, rows: Number(rows), bytes: Number(bytes) });
  }
  await connection.end();
  return found;
}

/** Seconds a process has been at work; null when it is gone or the system does not say. */
function processorTime(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ');
    return { user: Number(fields[11]) / 100, system: Number(fields[12]) / 100 };
  } catch {
    return null;
  }
}

function peakMemory(pid) {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1_024;
  } catch {
    return 0;
  }
}

function asked() {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: '100k' },
      pool: { type: 'string', default: String(usualPool()) },
      runs: { type: 'string', default: '2' },
      memory: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    process.exit(0);
  }
  const size = readSize(values.size);
  return { size, pool: Number(values.pool), runs: Number(values.runs), inMemory: values.memory, asJson: values.json };
}

/** What was begun last ends first: the files go when nobody uses them any more. */
async function end() {
  for (const step of undo.splice(0).reverse()) await step();
}
