// How fast `tandem rebuild-figures` makes all sums anew from the records, and how much memory and processor time that takes.
import { openData } from './figures/data.mjs';
import { lookWhatIsLeft } from './figures/ledger.mjs';
import { rebuildFigures } from './figures/rebuild.mjs';
import { usualPool } from './records/folder.mjs';
import { proveBench } from './records/prove.mjs';
import { readSize } from './records/size.mjs';
import { machineNow, runBench } from './running/run-bench.mjs';

const help = `npm run bench -- rebuild [--size 100k] [--days 1095] [--data DIR] [--pool 4] [--runs 2] [--memory] [--json]

  --size    opportunities, such as 100k (default), 1m or 10m, recorded day by day
  --days    days on which they began (default three years). Those that began about the same time change the same rows of the sums, so the
            rate of ten millions in three years is that of 100k in 11 days
  --data    keep the database in this folder, and use what an earlier run loaded into it; the first run goes on where one was cut off
  --pool    buffer pool of the server in GB (default: a third of the memory of this machine, at most 8)
  --runs    how often all sums are made (default 2)
  --memory  keep the data of the server in memory instead of on the disk, without --data
  --json    print one JSON document as well`;

const megabyte = 2 ** 20;
const say = (line) => process.stderr.write(`${line}\n`);

await runBench({
  help,
  options: {
    size: { type: 'string', default: '100k' },
    days: { type: 'string', default: '1095' },
    data: { type: 'string' },
    pool: { type: 'string', default: String(usualPool()) },
    runs: { type: 'string', default: '2' },
  },
  read: (values) => ({
    size: readSize(values.size),
    days: Number(values.days),
    dir: values.data,
    pool: Number(values.pool),
    runs: Number(values.runs),
    inMemory: values.memory,
    asJson: values.json,
  }),
  run,
});

async function run({ size, days, dir, pool, runs, inMemory, asJson, undo }) {
  await proveBench(say);
  const { database, loaded } = await openData({ size, days, dir, inMemory, pool }, { say, undo });
  const measured = [];
  for (let round = 1; round <= runs; round++) {
    const from = await cutOffAt(database);
    say(`Folding, ${round} of ${runs}${from > 0 ? `, from ${from} opportunities on` : ''} …`);
    const moves = from > 0 ? null : loaded.rows.opportunity_move;
    measured.push({ from, opportunities: size - from, moves, ...(await rebuildFigures(database, undo)) });
    tell(measured.at(-1), round);
  }
  const sums = await sizes(database);
  for (const { name, rows, bytes } of sums)
    console.log(
      `  ${name.padEnd(20)} ${rows.toLocaleString('en-US').padStart(12)} rows, ${Math.round(bytes / megabyte)} MB`,
    );
  const setting = { size, days, pool, inMemory, isKept: dir !== undefined };
  if (asJson)
    console.log(JSON.stringify({ machine: machineNow(database), setting, loaded, runs: measured, sums }, null, 2));
}

/** How many opportunities are in sums whose making was cut off; 0 where all is made anew. */
async function cutOffAt(database) {
  const { left, built } = await lookWhatIsLeft(database);
  return left === 'rest' ? built : 0;
}

function tell({ from, opportunities, moves, seconds, processor, serverProcessor, memory }, round) {
  // What is left may be the customers alone.
  const each = (spent) => (opportunities > 0 ? `${Math.round((spent / opportunities) * 1e6)} µs` : '–');
  console.log(
    `\nrun ${round}: ${seconds.toFixed(1)} s${from > 0 ? ` for what was left after ${from}` : ''}, ${Math.round(opportunities / seconds)} opportunities/s${moves === null ? '' : `, ${Math.round(moves / seconds)} moves/s`}; ` +
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
