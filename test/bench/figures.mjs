// How fast the figures answer at so many opportunities, beside SQL by hand, DuckDB and ClickHouse on the same records, and how many
// moves a second are recorded beside the same statements by hand.
import os from 'node:os';
import { parseArgs } from 'node:util';
import { onEnding } from '../../tools/launcher/endings.mjs';
import { explain } from '../../tools/plain-error.mjs';
import { askQuestion } from './figures/ask.mjs';
import { loadFigures } from './figures/load.mjs';
import { measureMoves } from './figures/moves.mjs';
import { openPeers } from './figures/peers/open.mjs';
import { processorSecondsOf } from './figures/process-use.mjs';
import { openRedis, startProduct } from './figures/product.mjs';
import { questions } from './figures/questions.mjs';
import { rebuildFigures } from './figures/rebuild.mjs';
import { tell } from './figures/tell.mjs';
import { openWorld } from './figures/world.mjs';
import { openDatabase } from './records/database.mjs';
import { openRunFolder, usualPool } from './records/folder.mjs';
import { proveBench } from './records/prove.mjs';
import { readSize } from './records/size.mjs';

const help = `npm run bench -- figures [--size 200k] [--peers none] [--only abc] [--seconds 3] [--pool 4] [--memory] [--json]

  --size      opportunities with 5.3 rows of log each over three years: 200k (default), 1m or 10m (40 GB of disk)
  --peers     sql, duckdb, clickhouse (default: all three), or none; DuckDB and ClickHouse are installed the first time (620 MB)
  --only      questions by their letters, and m for the moves (default: abcdefm)
  --seconds   longest time for a question, for each who answers, and for each crowd of moving clients (default 3)
  --pool      buffer pool of the server in GB (default: a third of the memory of this machine, at most 8)
  --memory    keep the data of the server in memory instead of on the disk
  --json      print one JSON document as well`;

const gigabyte = 2 ** 30;
const began = performance.now();
const say = (line) =>
  process.stderr.write(`${((performance.now() - began) / 1_000).toFixed(0).padStart(5)} s  ${line}\n`);
const undo = [];

onEnding(
  () => undefined,
  () => void end().finally(() => process.exit(130)),
);
try {
  await run(asked());
} catch (error) {
  process.exitCode = explain(error);
} finally {
  await end();
}
process.exit();

async function run({ size, peers: wanted, only, seconds, pool, inMemory, asJson }) {
  await proveBench(say);
  const folder = openRunFolder({ inMemory });
  undo.push(folder.remove);
  const database = await openDatabase(folder, { pool, say });
  undo.push(database.stop);
  say(`Loading ${size} opportunities …`);
  const idle = processorSecondsOf(database.pid);
  const loaded = await loadFigures(database.connect, { size, say });
  const processorSeconds = idle === null ? null : processorSecondsOf(database.pid) - idle;
  const environment = await openRedis(folder, { environment: database.environment, say, undo });
  const rebuilt = await rebuildFigures(environment, say);
  const { peers, handedOver } = await openPeers(wanted, { database, folder, say, undo });
  say('Starting the product …');
  const product = await startProduct(folder, { environment, undo });
  const atRest = product.memory();
  const world = openWorld(loaded.until);
  const answered = [];
  for (const question of questions.filter(({ key }) => only.includes(key))) {
    say(`Asking (${question.key}) ${question.name} …`);
    answered.push(await askQuestion(question, { world, ask: product.ask, peers, seconds }));
  }
  const afterQuestions = product.memory();
  for (const peer of peers) await peer.close();
  const moves = only.includes('m')
    ? await measureMoves({ connect: database.connect, ask: product.ask, seconds, say })
    : null;
  const result = {
    machine: {
      date: new Date().toISOString().slice(0, 10),
      cores: os.availableParallelism(),
      processor: os.cpus()[0]?.model ?? null,
      memory: os.totalmem(),
      node: process.version,
      server: database.version,
    },
    setting: { size, seconds, bufferPool: pool * gigabyte, inMemory },
    loaded: { ...loaded, processorSeconds },
    rebuilt,
    handedOver,
    product: { readyMs: product.readyMs, atRest, afterQuestions, afterMoves: moves ? product.memory() : null },
    questions: answered,
    moves,
    seconds: (performance.now() - began) / 1_000,
  };
  tell(result);
  if (asJson) console.log(JSON.stringify(result, null, 2));
}

function asked() {
  const { values } = parseArgs({
    options: {
      size: { type: 'string', default: '200k' },
      peers: { type: 'string', default: 'sql,duckdb,clickhouse' },
      only: { type: 'string', default: 'abcdefm' },
      seconds: { type: 'string', default: '3' },
      pool: { type: 'string', default: String(usualPool()) },
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
    peers: values.peers === 'none' ? [] : values.peers.split(','),
    only: [...values.only],
    seconds: Number(values.seconds),
    pool: Number(values.pool),
    inMemory: values.memory,
    asJson: values.json,
  };
}

/** What was begun last ends first: the files go when nobody uses them any more. */
async function end() {
  for (const step of undo.splice(0).reverse()) await step();
}
