// How fast `tandem verify` proves a million opportunities with five million rows of log, and how much memory it takes.
import { rebuildFigures } from './figures/rebuild.mjs';
import { openDatabase } from './records/database.mjs';
import { openRunFolder, usualPool } from './records/folder.mjs';
import { readSize } from './records/size.mjs';
import { machineNow, runBench } from './running/run-bench.mjs';
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

await runBench({
  help,
  options: {
    size: { type: 'string', default: '1m' },
    connections: { type: 'string', default: '2' },
    pool: { type: 'string', default: String(usualPool()) },
    runs: { type: 'string', default: '2' },
    sums: { type: 'boolean', default: false },
  },
  read: (values) => ({
    size: readSize(values.size),
    connections: Number(values.connections),
    pool: Number(values.pool),
    runs: Number(values.runs),
    withSums: values.sums,
    inMemory: values.memory,
    asJson: values.json,
  }),
  run,
});

async function run({ size, connections, pool, runs, withSums, inMemory, asJson, undo }) {
  const folder = openRunFolder({ inMemory });
  undo.push(folder.remove);
  const database = await openDatabase(folder, { pool, say });
  undo.push(database.stop);
  say(`Loading ${size} opportunities …`);
  const loaded = await loadAudited(database.connect, { size, say });
  if (withSums) await rebuildFigures(database, undo);
  const measured = [];
  for (let round = 1; round <= runs; round++) {
    say(`Verifying, ${round} of ${runs} …`);
    measured.push(await measure(database.environment, connections));
  }
  const result = {
    machine: machineNow(database),
    setting: { size, connections, bufferPool: pool * gigabyte, inMemory },
    loaded,
    runs: measured,
  };
  tell(result);
  if (asJson) console.log(JSON.stringify(result, null, 2));
  if (measured.some(({ violations }) => violations > 0)) process.exitCode = 1;
}
