// How fast `tandem rebuild-figures` makes all sums anew from the records, and how much memory and processor time that takes.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { onEnding } from '../../tools/launcher/endings.mjs';
import { root } from '../../tools/launcher/settings.mjs';
import { commandLine } from '../../tools/product/apps.mjs';
import { loadFigures } from './figures/load.mjs';
import { memoryOf, processorSecondsOf } from './figures/process-use.mjs';
import { openDatabase } from './records/database.mjs';
import { openRunFolder, usualPool } from './records/folder.mjs';
import { readSize } from './records/size.mjs';

const help = `npm run bench -- rebuild [--size 100k] [--days 1095] [--pool 4] [--runs 2] [--memory] [--json]

  --size    opportunities, such as 100k (default), 1m or 10m, recorded day by day
  --days    days on which they began (default three years). Those that began about the same time change the same rows of the sums, so the
            rate of ten millions in three years is that of 100k in 11 days
  --pool    buffer pool of the server in GB (default: a third of the memory of this machine, at most 8)
  --runs    how often all sums are made (default 2)
  --memory  keep the data of the server in memory instead of on the disk
  --json    print one JSON document as well`;

const megabyte = 2 ** 20;
const everyMs = 100;
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

async function run({ size, days, pool, runs, inMemory, asJson }) {
  const folder = openRunFolder({ inMemory });
  undo.push(folder.remove);
  const database = await openDatabase(folder, { pool, say });
  undo.push(database.stop);
  say(`Loading ${size} opportunities …`);
  const loaded = await loadFigures(database.connect, { size, days, say });
  const measured = [];
  for (let round = 1; round <= runs; round++) {
    say(`Folding, ${round} of ${runs} …`);
    measured.push(await measure(database, loaded.rows));
    tell(measured.at(-1), round);
  }
  const sums = await sizes(database);
  for (const { name, rows, bytes } of sums)
    console.log(
      `  ${name.padEnd(20)} ${rows.toLocaleString('en-US').padStart(12)} rows, ${Math.round(bytes / megabyte)} MB`,
    );
  if (asJson) console.log(JSON.stringify({ size, days, pool, inMemory, loaded, runs: measured, sums }, null, 2));
}

async function measure({ environment, pid }, { opportunity: opportunities, opportunity_move: moves }) {
  const before = processorSecondsOf(pid);
  const since = performance.now();
  const child = spawn(process.execPath, commandLine(['rebuild-figures', '--json']), {
    env: environment,
    cwd: root,
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  const own = { processor: 0, memory: 0 };
  const watch = setInterval(() => {
    own.processor = processorSecondsOf(child.pid) ?? own.processor;
    own.memory = memoryOf(child.pid)?.peak ?? own.memory;
  }, everyMs);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearInterval(watch);
  if (code !== 0) throw new Error(`tandem rebuild-figures ended with ${code}`);
  const seconds = (performance.now() - since) / 1_000;
  return { opportunities, moves, seconds, ...own, serverProcessor: processorSecondsOf(pid) - before };
}

function tell({ opportunities, moves, seconds, processor, serverProcessor, memory }, round) {
  const each = (spent) => `${Math.round((spent / opportunities) * 1e6)} µs`;
  console.log(
    `\nrun ${round}: ${seconds.toFixed(1)} s, ${Math.round(opportunities / seconds)} opportunities/s, ${Math.round(moves / seconds)} moves/s; ` +
      `processor time of an opportunity ${each(processor)} here and ${each(serverProcessor)} in the server; at most ${Math.round(memory / megabyte)} MB`,
  );
}

async function sizes({ connect }) {
  const connection = await connect();
  const [tables] = await connection.query(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_name REGEXP '^(rollup|folded)_' ORDER BY name`,
  );
  const found = [];
  for (const { name } of tables) {
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

function asked() {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: '100k' },
      days: { type: 'string', default: '1095' },
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
  return {
    size: readSize(values.size),
    days: Number(values.days),
    pool: Number(values.pool),
    runs: Number(values.runs),
    inMemory: values.memory,
    asJson: values.json,
  };
}

/** What was begun last ends first: the files go when nobody uses them any more. */
async function end() {
  for (const step of undo.splice(0).reverse()) await step();
}
