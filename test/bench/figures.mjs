// How fast the figures answer at so many opportunities, beside SQL by hand, DuckDB and ClickHouse on the same records, and how many
// moves a second are recorded beside the same statements by hand.
import { askQuestion } from './figures/ask.mjs';
import { openData } from './figures/data.mjs';
import { lookWhatIsLeft } from './figures/ledger.mjs';
import { measureMoves } from './figures/moves.mjs';
import { measurePages } from './figures/pages.mjs';
import { openPeers } from './figures/peers/open.mjs';
import { openRedis, startProduct } from './figures/product.mjs';
import { questions } from './figures/questions.mjs';
import { rebuildFigures } from './figures/rebuild.mjs';
import { tell } from './figures/tell.mjs';
import { openWorld } from './figures/world.mjs';
import { usualPool } from './records/folder.mjs';
import { proveBench } from './records/prove.mjs';
import { readSize } from './records/size.mjs';
import { readParts } from './running/parts.mjs';
import { machineNow, runBench } from './running/run-bench.mjs';

const help = `npm run bench -- figures [--size 200k] [--data DIR] [--only questions] [--peers none] [--seconds 3] [--longest 300] [--pool 4] [--memory] [--json]

  --size      opportunities with 5.3 rows of log each over three years: 200k (default), 1m or 10m
  --data      keep the database in this folder, and use what an earlier run loaded into it; sums whose making was cut off are made to the
              end, and those that are ready are used. Ends cleanly on Ctrl-C, which takes a while. Without it everything goes with the run
  --only      load, rebuild, questions, pages or moves, or questions by their letters (abcdef; p is the pages in a browser, m the moves),
              with commas; what they stand on and is not there yet is made first (default: questions,moves)
  --peers     sql, duckdb, clickhouse (default: all three), or none; DuckDB and ClickHouse are installed the first time (620 MB)
  --seconds   longest time for a question, for each who answers, and for each crowd of moving clients (default 3)
  --longest   seconds after which those beside us need not go on with one answer (default 300)
  --pool      buffer pool of the server in GB (default: a third of the memory of this machine, at most 8)
  --memory    keep the data of the server in memory instead of on the disk, without --data
  --json      print one JSON document as well`;

const gigabyte = 2 ** 30;
const began = performance.now();
const secondsSince = (since) => (performance.now() - since) / 1_000;
const say = (line) => process.stderr.write(`${secondsSince(began).toFixed(0).padStart(5)} s  ${line}\n`);

await runBench({
  help,
  options: {
    size: { type: 'string', default: '200k' },
    data: { type: 'string' },
    only: { type: 'string', default: 'questions,moves' },
    peers: { type: 'string', default: 'sql,duckdb,clickhouse' },
    seconds: { type: 'string', default: '3' },
    longest: { type: 'string', default: '300' },
    pool: { type: 'string', default: String(usualPool()) },
  },
  read: (values) => ({
    size: readSize(values.size),
    dir: values.data,
    parts: readParts(values.only),
    peers: values.peers === 'none' ? [] : values.peers.split(','),
    seconds: Number(values.seconds),
    longest: Number(values.longest),
    pool: Number(values.pool),
    inMemory: values.memory,
    asJson: values.json,
  }),
  run,
});

async function run({ size, dir, parts, peers: wanted, seconds, longest, pool, inMemory, asJson, undo }) {
  await proveBench(say);
  const asked = questions.filter(({ key }) => parts.questions.includes(key));
  const named = asked.some(({ answer }) => answer) ? wanted : [];
  const hasPeers = named.some((name) => name !== 'sql');
  const { folder, database, loaded } = await openData({ size, dir, hasPeers, inMemory, pool }, { say, undo });
  const environment = await openRedis(folder, { environment: database.environment, say, undo });
  const rebuilt = parts.rebuild ? await bringSums({ ...database, environment }, undo) : null;
  const answers =
    parts.questions.length > 0 || parts.pages || parts.moves
      ? await askAndMove(
          { asked, named, pages: parts.pages, moves: parts.moves },
          { folder, database, environment, loaded, seconds, longest, undo },
        )
      : { handedOver: [], product: null, questions: [], pages: null, moves: null };
  const result = {
    machine: machineNow(database),
    setting: { size, seconds, longest, bufferPool: pool * gigabyte, inMemory, isKept: folder.isKept },
    loaded,
    rebuilt,
    ...answers,
    seconds: secondsSince(began),
  };
  tell(result);
  if (asJson) console.log(JSON.stringify(result, null, 2));
}

/** `from` says how many opportunities were in the sums before, where making them had been cut off; `wereThere` that they were ready. */
async function bringSums(database, undo) {
  const { left, built } = await lookWhatIsLeft(database);
  if (left === 'nothing') return { wereThere: true, from: built, seconds: 0 };
  say(
    left === 'rest'
      ? `Running tandem rebuild-figures, from ${built} opportunities on …`
      : 'Running tandem rebuild-figures …',
  );
  return { wereThere: false, from: built, ...(await rebuildFigures(database, undo)) };
}

async function askAndMove(
  { asked, named, pages: hasPages, moves: hasMoves },
  { folder, database, environment, loaded, seconds, longest, undo },
) {
  const { peers, handedOver } = await openPeers(named, { database, folder, longest, say, undo });
  say('Starting the product …');
  const product = await startProduct(folder, { environment, connect: database.connect, hasPages, undo });
  const atRest = product.memory();
  const world = openWorld(loaded.until);
  const answered = [];
  for (const question of asked) {
    say(`Asking (${question.key}) ${question.name} …`);
    answered.push(await askQuestion(question, { world, ask: product.ask, peers, seconds }));
  }
  const afterQuestions = product.memory();
  for (const peer of peers) await peer.close();
  const pages = hasPages ? await measurePages({ ...product, world, say }) : null;
  const moves = hasMoves ? await measureMoves({ connect: database.connect, ask: product.ask, seconds, say }) : null;
  return {
    handedOver,
    product: { readyMs: product.readyMs, atRest, afterQuestions, afterMoves: moves ? product.memory() : null },
    questions: answered,
    pages,
    moves,
  };
}
