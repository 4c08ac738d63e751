// How fast `tandem verify` proves a million opportunities with five million rows of log, and how much memory it takes.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openDataFolder } from '../../tools/services/data-folder.mjs';
import { memoryFolder } from '../../tools/services/database-files.mjs';
import { obtainServers } from '../../tools/services/install-servers.mjs';
import { startMariadb } from '../../tools/services/mariadb.mjs';
import { onEnding } from '../../tools/launcher/endings.mjs';
import { openDatabase } from './verify/database.mjs';
import { load } from './verify/load.mjs';
import { measure } from './verify/measure.mjs';
import { tell } from './verify/tell.mjs';

const help = `npm run bench -- verify [--size 1m] [--connections 2] [--pool 4] [--runs 2] [--memory] [--json]

  --size         opportunities, such as 100k (default), 500k or 1m; five rows of log each, one in five written here and audited
  --connections  connections that verify at the same time (default 2)
  --pool         buffer pool of the server in GB (default: a third of the memory of this machine, at most 8)
  --runs         how often it is verified (default 2); the first may have to read from the disk
  --memory       keep the data of the server in memory instead of on the disk
  --json         print one JSON document as well`;

const gigabyte = 2 ** 30;
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

async function run({ size, connections, pool, runs, inMemory, asJson }) {
  const folder = openFolder(inMemory);
  const { database: server } = await obtainServers({ needRedis: false, say });
  const { stop } = await startMariadb(server, folder, { isThrowaway: true });
  undo.push(stop);
  const database = await openDatabase(folder, pool);
  undo.push(database.close);
  say(`Loading ${size} opportunities …`);
  const loaded = await load(database.connect, { size, say });
  const measured = [];
  for (let round = 1; round <= runs; round++) {
    say(`Verifying, ${round} of ${runs} …`);
    measured.push(await measure(database.environment, connections));
  }
  const result = {
    machine: {
      cores: os.availableParallelism(),
      memory: os.totalmem(),
      node: process.version,
      server: database.version,
    },
    setting: { size, connections, bufferPool: pool * gigabyte, inMemory },
    loaded,
    runs: measured,
  };
  tell(result);
  if (asJson) console.log(JSON.stringify(result, null, 2));
  if (measured.some(({ violations }) => violations > 0)) process.exitCode = 1;
}

function asked() {
  const third = Math.max(1, Math.min(8, Math.floor(os.totalmem() / 3 / gigabyte)));
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: '100k' },
      connections: { type: 'string', default: '2' },
      pool: { type: 'string', default: String(third) },
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
  const [, digits, unit] = /^(\d+)([km]?)$/i.exec(values.size) ?? [];
  const size = Number(digits) * { '': 1, k: 1_000, m: 1_000_000 }[(unit ?? '').toLowerCase()];
  if (!(size > 0 && size < 10_000_000)) throw new Error(`"${values.size}" is no size: say 100k or 1m.`);
  return {
    size,
    connections: Number(values.connections),
    pool: Number(values.pool),
    runs: Number(values.runs),
    inMemory: values.memory,
    asJson: values.json,
  };
}

function openFolder(inMemory) {
  const base = (inMemory && memoryFolder(4 * gigabyte)) || os.tmpdir();
  const root = mkdtempSync(path.join(base, 'tandem-bench-'));
  const folder = openDataFolder(root);
  undo.push(() => {
    for (const made of [root, folder.run]) rmSync(made, { recursive: true, force: true });
  });
  return folder;
}

/** What was begun last ends first: the files go when nobody uses them any more. */
async function end() {
  for (const step of undo.splice(0).reverse()) await step();
}
