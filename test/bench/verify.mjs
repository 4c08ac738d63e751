// How fast `tandem verify` proves a million opportunities with five million rows of log, and how much memory it takes.
import os from 'node:os';
import { parseArgs } from 'node:util';
import { onEnding } from '../../tools/launcher/endings.mjs';
import { rebuildFigures } from './figures/rebuild.mjs';
import { openDatabase } from './records/database.mjs';
import { openRunFolder, usualPool } from './records/folder.mjs';
import { readSize } from './records/size.mjs';
import { loadAudited } from './verify/load.mjs';
import { measure } from './verify/measure.mjs';
import { tell } from './verify/tell.mjs';

const help = `npm run bench -- verify [--size 1m] [--connections 2] [--pool 4] [--runs 2] [--sums] [--memory] [--json]

  --size         opportunities, such as 100k (default), 1m or 10m; five rows of log each, one in five written here and audited
  --connections  connections that verify at the same time (default 2)
  --pool         buffer pool of the server in GB (default: a third of the memory of this machine, at most 8)
  --runs         how often it is verified (default 2); the first may have to read from the disk
  --sums         make the sums of figures first, so that they are proved as well
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

async function run({ size, connections, pool, runs, withSums, inMemory, asJson }) {
  const folder = openRunFolder({ inMemory });
  undo.push(folder.remove);
  const database = await openDatabase(folder, { pool, say });
  undo.push(database.stop);
  say(`Loading ${size} opportunities …`);
  const loaded = await loadAudited(database.connect, { size, say });
  if (withSums) await rebuildFigures(database.environment, say);
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
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: '100k' },
      connections: { type: 'string', default: '2' },
      pool: { type: 'string', default: String(usualPool()) },
      runs: { type: 'string', default: '2' },
      sums: { type: 'boolean', default: false },
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
    connections: Number(values.connections),
    pool: Number(values.pool),
    runs: Number(values.runs),
    withSums: values.sums,
    inMemory: values.memory,
    asJson: values.json,
  };
}

/** What was begun last ends first: the files go when nobody uses them any more. */
async function end() {
  for (const step of undo.splice(0).reverse()) await step();
}
